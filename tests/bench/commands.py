#!/usr/bin/env python3
"""What the commands of every day cost: CPU time (user + system) a document and
a page, and the peak of memory. Never part of the tests.

usage: commands.py NIANBAO [FILE.yaml]     by default examples/qinghe-2024.yaml
"""

import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import reports
from measure import median, measure, show

MANY = 200
TEXTS = 1000


def pages_of(pdf):
    said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True,
                          check=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", said, re.M).group(1))


def one(nianbao, path, top):
    pdf = top / "one.pdf"
    words = [nianbao, "render", path, "-o", pdf]
    measure(words)
    show("render, cold", 1, pages_of(pdf), median(words, 11))
    show("check, cold", 1, 0, median([nianbao, "check", path], 11))


def many(nianbao, top):
    given, texts = top / "in", top / "texts"
    paths = reports.make(given, MANY)
    show(f"check, {MANY} in one run", MANY, 0,
         measure([nianbao, "check", *paths]))
    measure([nianbao, "batch", given, "-o", texts, "-t", "txt"])
    old = sorted(texts.rglob("*.txt"))
    copies = [top / f"{n}.txt" for n in range(TEXTS)]
    for n, path in enumerate(copies):
        path.write_bytes(old[n % MANY].read_bytes())
    (top / "yaml").mkdir()
    show(f"import, {TEXTS} texts in one run", TEXTS, 0,
         measure([nianbao, "import", *copies, "-o", f"{top}/yaml/"]))


def main():
    example = sys.argv[2] if len(sys.argv) > 2 else reports.EXAMPLE
    with tempfile.TemporaryDirectory() as top:
        one(sys.argv[1], example, pathlib.Path(top))
        many(sys.argv[1], pathlib.Path(top))


main()
