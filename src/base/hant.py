#!/usr/bin/env python3
"""Writes hant.inc: Traditional characters and their Simplified forms.

usage: python3 src/base/hant.py TSCharacters.txt > src/base/hant.inc

TSCharacters.txt is data/dictionary/TSCharacters.txt of OpenCC
(https://github.com/BYVoid/OpenCC, Apache-2.0; hant.inc was made from commit
5249273a of 2026-08-06).  A line is a character, a tab, its Simplified forms
with the usual one first.  Pairs whose forms differ in length in UTF-8 are
left out: folding must not move what stands behind it.
"""

import sys


def pairs(path):
    for line in open(path, encoding="utf-8"):
        key, tab, forms = line.strip().partition("\t")
        if key.startswith("#") or not tab:
            continue
        form = forms.split()[0]
        if form != key and all(0x800 <= ord(c) <= 0xFFFF for c in key + form):
            yield ord(key), ord(form)


def main():
    rows = ["{ 0x%04X, 0x%04X }," % p for p in sorted(pairs(sys.argv[1]))]
    print("/* Made by src/base/hant.py from OpenCC's TSCharacters.txt. */")
    for i in range(0, len(rows), 3):
        print("\t" + " ".join(rows[i : i + 3]))


main()
