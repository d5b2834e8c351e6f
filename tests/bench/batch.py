#!/usr/bin/env python3
"""What a document costs in a batch: CPU time (user + system) of `nianbao
batch` over reports made from the example, and its peak of memory. Never part
of the tests.

usage: batch.py NIANBAO [DOCUMENTS …]     by default 200 2000
Each number of documents is done with one thread and with two, then again
with --resume, when nothing has changed. Memory should not grow with the
number; two threads should take little more CPU, and about half the time.
Text instead of PDF shows what is left when hardly anything is drawn.
"""

import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import reports
from measure import measure, show


def run(nianbao, given, out, n):
    def batch(what, *options):
        cost = measure([nianbao, "batch", given, "-o", out, *options])
        show(f"{n:6} {what}", n, 0, cost)
        return cost.clock

    one = batch("one thread", "-j", "1")
    shutil.rmtree(out)
    two = batch("two threads", "-j", "2")
    batch("nothing changed", "-j", "1", "--resume")
    print(f"{n:6} two threads are {one / two:.2f} times as fast")
    for jobs in "1", "2":
        shutil.rmtree(out)
        batch(f"text, {jobs} thread(s)", "-t", "txt", "-j", jobs)


def main():
    for n in map(int, sys.argv[2:] or ["200", "2000"]):
        with tempfile.TemporaryDirectory() as top:
            reports.make(f"{top}/in", n)
            run(sys.argv[1], f"{top}/in", f"{top}/out", n)


main()
