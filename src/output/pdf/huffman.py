#!/usr/bin/env python3
"""Writes huffman.inc: a code for the bytes of CFF programs (RFC 1951, 3.2.7).

usage: python3 src/output/pdf/huffman.py A.pdf … > src/output/pdf/huffman.inc
The files are nianbao's own, of the examples: how often a byte stands in their
programs is how short its code is.
"""

import heapq
import pathlib
import re
import sys
import zlib

END = 256
LONGEST, LONGEST_ORDER = 14, 7
DISTANCES = [1, 1]  # many readers ask for some
ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
STREAM = re.compile(rb"obj\n<<([^\n]*?)/Length (\d+)>>stream\n")


def programs(path):
    data = path.read_bytes()
    for found in STREAM.finditer(data):
        if b"CIDFontType0C" in found[1]:
            packed = data[found.end():found.end() + int(found[2])]
            yield zlib.decompress(packed)


def depths(tree, depth=0):
    if isinstance(tree, int):
        return {tree: depth}
    return depths(tree[0], depth + 1) | depths(tree[1], depth + 1)


def lengths(count, longest):
    """Of each symbol's code; where one is too long, what is rare is less so."""
    while True:
        heap = [(n, i, i) for i, n in enumerate(count) if n]
        heapq.heapify(heap)
        made = len(count)
        while len(heap) > 1:
            a, b = heapq.heappop(heap), heapq.heappop(heap)
            heapq.heappush(heap, (a[0] + b[0], made, (a[2], b[2])))
            made += 1
        depth = depths(heap[0][2])
        if max(depth.values()) <= longest:
            return [depth.get(i, 0) for i in range(len(count))]
        count = [n and n // 2 + 1 for n in count]


def codes(length):
    """(bits, n) of each symbol; the first bit is the lowest."""
    ret, code = [(0, 0)] * len(length), 0
    for n in range(1, max(length) + 1):
        for symbol, own in enumerate(length):
            if own == n:
                ret[symbol] = (int(f"{code:0{n}b}"[::-1], 2), n)
                code += 1
        code <<= 1
    return ret


def header(length):
    """The bits in front of a last block, as (bits, n) each."""
    said = length + DISTANCES
    of_length = codes(lengths([said.count(i) for i in range(len(ORDER))],
                              LONGEST_ORDER))
    yield 1 | 2 << 1, 3
    yield len(length) - 257, 5
    yield len(DISTANCES) - 1, 5
    yield len(ORDER) - 4, 4
    yield from ((of_length[i][1], 3) for i in ORDER)
    yield from (of_length[i] for i in said)


def rows(items, each):
    items = list(items)
    for i in range(0, len(items), each):
        print("\t" + " ".join(items[i:i + each]))


def main():
    count = [1] * (END + 1)
    for path in map(pathlib.Path, sys.argv[1:]):
        for program in programs(path):
            for byte in range(END):
                count[byte] += program.count(byte)
    length = lengths(count, LONGEST)
    bits = n = 0
    for more, n_more in header(length):
        bits |= more << n
        n += n_more
    print("/* Made by: python3 src/output/pdf/huffman.py A.pdf … >"
          " src/output/pdf/huffman.inc */")
    print("static const struct code code_of[SYMBOLS] = {")
    rows((f"{{ 0x{c:04x}, {m} }}," for c, m in codes(length)), 4)
    print("};\n")
    print(f"enum {{ HEADER = {n} }}; /* [bit] */\n")
    print("static const uint8_t header[] = {")
    rows((f"0x{b:02x}," for b in bits.to_bytes((n + 7) // 8, "little")), 10)
    print("};")


main()
