"""What a PDF shows, as mutool sees it: glyphs, then lines.  Lengths in mm,
y down from the top of the paper."""

import html
import re
import subprocess
from collections import namedtuple

MM = 25.4 / 72
ROW = 1.0  # glyphs whose baselines are nearer than this share a line

Glyph = namedtuple("Glyph", "x y size advance char")
Page = namedtuple("Page", "width height glyphs")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def numbers(text):
    return [float(v) for v in text.split()]


def read(pdf):
    out = subprocess.run(["mutool", "trace", pdf], capture_output=True,
                         check=True).stdout.decode(errors="replace")
    pages, matrix, size = [], (1, 0, 0, 1, 0, 0), 0
    for line in out.splitlines():
        tag = line.strip().lstrip("<").split(" ", 1)[0]
        attr = dict(ATTRIBUTE.findall(line))
        if tag == "page":
            x0, y0, x1, y1 = numbers(attr["mediabox"])
            pages.append(Page((x1 - x0) * MM, (y1 - y0) * MM, []))
        elif tag.endswith("_text"):
            matrix = numbers(attr["transform"])
        elif tag == "span":
            size = abs(numbers(attr["trm"])[3] * matrix[3])
        elif tag == "g":
            pages[-1].glyphs.append(glyph(attr, matrix, size))
    return pages


def glyph(attr, m, size):
    x, y = float(attr["x"]), float(attr["y"])
    return Glyph((m[0] * x + m[2] * y + m[4]) * MM,
                 (m[1] * x + m[3] * y + m[5]) * MM, size * MM,
                 float(attr.get("adv", 1)) * size * MM,
                 html.unescape(attr.get("unicode", "\ufffd")))


def lines(page):
    """The glyphs of each line from left to right, lines from the top."""
    rows = []
    for g in sorted(page.glyphs, key=lambda g: g.y):
        if rows and g.y - rows[-1][0].y < ROW:
            rows[-1].append(g)
        else:
            rows.append([g])
    return [sorted(row) for row in rows]


def text(row):
    return "".join(g.char for g in row).strip()
