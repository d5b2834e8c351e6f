#!/usr/bin/env python3
"""Writes gb2312.inc: which of U+4E00..U+9FFF are hanzi of GB 2312.

usage: python3 src/base/gb2312.py > src/base/gb2312.inc
"""

FIRST, LAST, WORD = 0x4E00, 0x9FFF, 32


def is_hanzi(c):
    """Rows 16 to 87 of the standard are its hanzi."""
    try:
        code = chr(c).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return 16 <= code[0] - 0xA0 <= 87


def words():
    for first in range(FIRST, LAST + 1, WORD):
        yield sum(1 << i for i in range(WORD) if is_hanzi(first + i))


def main():
    rows = [f"0x{w:08x}," for w in words()]
    print("/* Made by: python3 src/base/gb2312.py > src/base/gb2312.inc */")
    for i in range(0, len(rows), 6):
        print("\t" + " ".join(rows[i : i + 6]))


main()
