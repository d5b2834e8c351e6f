#!/usr/bin/env python3
"""Writes srgb.inc: an ICC profile of sRGB, version 2, from the numbers of
IEC 61966-2-1.

usage: python3 src/output/pdf/srgb.py > src/output/pdf/srgb.inc
"""

import struct

RED, GREEN, BLUE = (0.64, 0.33), (0.30, 0.60), (0.15, 0.06)
WHITE = 0.3127, 0.3290  # D65
D50 = 0.9642, 1.0, 0.8249  # of the connection space (ICC.1:2001-04, annex A)
BRADFORD = ((0.8951, 0.2664, -0.1614),
            (-0.7502, 1.7135, 0.0367),
            (0.0389, -0.0685, 1.0296))
STEPS = 256  # of the curve
DATE = 2000, 1, 1, 0, 0, 0


def xyz(chromaticity):
    x, y = chromaticity
    return x / y, 1.0, (1 - x - y) / y


def product(m, v):
    return tuple(sum(a * b for a, b in zip(row, v)) for row in m)


def transposed(m):
    return tuple(zip(*m))


def times(a, b):
    return transposed([product(a, column) for column in transposed(b)])


def determinant(m):
    (a, b, c), (d, e, f), (g, h, i) = m
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def solved(m, v):
    """x of m x = v, by Cramer's rule."""
    columns = transposed(m)
    return tuple(
        determinant(transposed(columns[:i] + (tuple(v),) + columns[i + 1:]))
        / determinant(m) for i in range(3))


def inverse(m):
    unit = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
    return transposed([solved(m, v) for v in unit])


def adapted():
    """From D65 to D50."""
    ratio = [b / a for a, b in zip(product(BRADFORD, xyz(WHITE)),
                                   product(BRADFORD, D50))]
    scale = [[ratio[i] if i == k else 0 for k in range(3)] for i in range(3)]
    return times(inverse(BRADFORD), times(scale, BRADFORD))


def primaries():
    """XYZ of full red, green and blue under D50."""
    columns = [xyz(c) for c in (RED, GREEN, BLUE)]
    share = solved(transposed(columns), xyz(WHITE))
    return [product(adapted(), [s * v for v in column])
            for s, column in zip(share, columns)]


def linear(v):
    return v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4


def fixed(x):
    return struct.pack(">i", round(x * 65536))


def place(v):
    return b"XYZ \0\0\0\0" + b"".join(map(fixed, v))


def curve():
    points = [round(linear(i / (STEPS - 1)) * 65535) for i in range(STEPS)]
    return struct.pack(f">4s4xI{STEPS}H", b"curv", STEPS, *points)


def text(s):
    return b"text\0\0\0\0" + s.encode() + b"\0"


def description(s):
    ascii = s.encode() + b"\0"
    return (struct.pack(">4s4xI", b"desc", len(ascii)) + ascii
            + bytes(4 + 4 + 2 + 1 + 67))


def profile():
    red, green, blue = map(place, primaries())
    shape = curve()
    tags = [(b"desc", description("sRGB IEC61966-2.1")),
            (b"cprt", text("No copyright, use freely")),
            (b"wtpt", place(xyz(WHITE))),
            (b"rXYZ", red), (b"gXYZ", green), (b"bXYZ", blue),
            (b"rTRC", shape), (b"gTRC", shape), (b"bTRC", shape)]
    start = 128 + 4 + 12 * len(tags)
    table, data, placed = b"", b"", {}
    for name, value in tags:
        if value not in placed:
            placed[value] = start + len(data)
            data += value + bytes(-len(value) % 4)
        table += name + struct.pack(">II", placed[value], len(value))
    head = struct.pack(">I4xI4s4s4s6H4s", start + len(data), 0x02100000,
                       b"mntr", b"RGB ", b"XYZ ", *DATE, b"acsp")
    head += bytes(68 - len(head)) + b"".join(map(fixed, D50))
    return (head + bytes(128 - len(head)) + struct.pack(">I", len(tags))
            + table + data)


def main():
    rows = [f"0x{byte:02x}," for byte in profile()]
    print("/* Made by: python3 src/output/pdf/srgb.py"
          " > src/output/pdf/srgb.inc */")
    for i in range(0, len(rows), 12):
        print("\t" + " ".join(rows[i:i + 12]))


main()
