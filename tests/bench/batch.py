#!/usr/bin/env python3
"""What a document costs in a batch: CPU time (user + system) of `nianbao
batch` over reports made from the example, and its peak of memory, by the
kernel's account. Never part of the tests.

usage: batch.py NIANBAO [DOCUMENTS …]     by default 200 2000
Each number of documents is done with one thread and with two, then again
with --resume, when nothing has changed. Memory should not grow with the
number; two threads should take little more CPU, and about half the time.
Text instead of PDF shows what is left when hardly anything is drawn.
"""

import os
import pathlib
import shutil
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import reports


def measure(words):
    """[s] by the clock, [s] of CPU, [MiB] at most."""
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execvp(words[0], words)
    _, status, use = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(words)}: failed")
    return (time.monotonic() - begun, use.ru_utime + use.ru_stime,
            use.ru_maxrss / 1024)


def show(what, n, words):
    clock, cpu, peak = measure(words)
    print(f"{n:6}  {what:18} {clock:7.2f} s  {cpu / n * 1000:7.2f} ms CPU "
          f"each  {peak:6.1f} MiB", flush=True)
    return clock


def main():
    nianbao = sys.argv[1]
    for n in map(int, sys.argv[2:] or ["200", "2000"]):
        with tempfile.TemporaryDirectory() as top:
            given, out = f"{top}/in", f"{top}/out"
            reports.make(given, n)
            one = show("one thread", n,
                       [nianbao, "batch", given, "-o", out, "-j", "1"])
            shutil.rmtree(out)
            two = show("two threads", n,
                       [nianbao, "batch", given, "-o", out, "-j", "2"])
            show("nothing changed", n, [nianbao, "batch", given, "-o", out,
                                        "-j", "1", "--resume"])
            print(f"{n:6}  two threads are {one / two:.2f} times as fast")
            for jobs in "1", "2":
                shutil.rmtree(out)
                show(f"text, {jobs} thread(s)", n,
                     [nianbao, "batch", given, "-o", out, "-t", "txt",
                      "-j", jobs])


main()
