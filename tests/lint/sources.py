#!/usr/bin/env python3
"""Every source is listed once in its meson.build, and nothing is left open
in the code."""

import collections
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap

LISTED = re.compile(r"^\s*(?:main = files\()?'([^']+)'", re.M)
OPEN = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def compare(listed, there):
    times = collections.Counter(listed)
    return ([f"{name}: listed {n} times" for name, n in times.items() if n > 1]
            + [f"{name}: not listed" for name in sorted(there - set(listed))]
            + [f"{name}: not there" for name in sorted(set(listed) - there)])


def listed_in(path, suffix=""):
    text = re.sub(r"#.*", "", path.read_text())
    return [n for n in LISTED.findall(text) if n.endswith(suffix)]


def unsorted_blocks():
    blocks = (ROOT / "src" / "meson.build").read_text().split("files(")
    for block in blocks[1:]:
        names = LISTED.findall(block.split(")")[0])
        for a, b in zip(names, names[1:]):
            if a > b and a.split("/")[0] == b.split("/")[0]:
                yield f"{b} stands behind {a}"


def left_open():
    for folder in ("src", "tests"):
        for path in sorted((ROOT / folder).rglob("*.[ch]")):
            for n, line in enumerate(path.read_text().splitlines(), 1):
                if OPEN.search(line):
                    yield f"{path.relative_to(ROOT)}:{n}: {line.strip()}"


def main():
    src, unit = ROOT / "src", ROOT / "tests" / "unit"
    tap = Tap()
    tap.check("src/meson.build lists every source once",
              compare(listed_in(src / "meson.build", ".c"),
                      {str(p.relative_to(src)) for p in src.rglob("*.c")}))
    tap.check("each block is sorted", list(unsorted_blocks()))
    tap.check("tests/unit/meson.build lists every unit test once",
              compare(listed_in(unit / "meson.build"),
                      {p.stem.removeprefix("test_")
                       for p in unit.glob("test_*.c")}))
    tap.check("nothing is left open in the code", list(left_open()))
    tap.done()


main()
