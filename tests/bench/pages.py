#!/usr/bin/env python3
"""What a page costs in a short and in a long document: CPU time (user +
system) of `nianbao render`, and its peak of memory. Never part of the tests.

usage: pages.py NIANBAO [PAGES …]     by default 7 70 300 600
The text is the example's own, chapter after chapter. The last column is the
cost of a page beyond those of the first, shortest document: what start, fonts
and their subsets cost is in both. It should not grow.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

from measure import median

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples" / "qinghe-2024.yaml"


def chapters():
    """Head and chapters of the example, as lines of YAML."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(i for i, l in enumerate(lines) if l.startswith("章节:")) + 1
    end = next((i for i in range(start, len(lines))
                if lines[i][0] not in " -\n#"), len(lines))
    begins = [i for i in range(start, end) if lines[i].startswith("- ")]
    body = ["".join(lines[a:b]) for a, b in zip(begins, begins[1:] + [end])]
    return "".join(lines[:start]), body


def render(nianbao, path):
    """[ms] of CPU, pages, [MiB]."""
    cost = median([nianbao, "render", path, "-o", path + ".pdf"])
    done = subprocess.run(["qpdf", "--show-npages", path + ".pdf"],
                          capture_output=True, text=True, check=True)
    return cost.cpu * 1000, int(done.stdout), cost.peak


def long_one(nianbao, want, folder):
    head, body = chapters()
    per_page = sum(map(len, body)) / 9  # the example has nine pages of them
    text, i = head, 0
    while len(text) - len(head) < want * per_page:
        text += body[i % len(body)]
        i += 1
    path = os.path.join(folder, f"{want}.yaml")
    pathlib.Path(path).write_text(text, encoding="utf-8")
    return render(nianbao, path)


def main():
    wants = [int(n) for n in sys.argv[2:]] or [7, 70, 300, 600]
    first = None
    print(f"{'pages':>6} {'ms':>8} {'ms a page':>10} {'a further page':>15} {'MiB':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for want in wants:
            ms, pages, peak = long_one(sys.argv[1], want, folder)
            more = "" if first is None else \
                f"{(ms - first[0]) / (pages - first[1]):.2f}"
            first = first or (ms, pages)
            print(f"{pages:6} {ms:8.1f} {ms / pages:10.2f} {more:>15} "
                  f"{peak:6.1f}")


main()
