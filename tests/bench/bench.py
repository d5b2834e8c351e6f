#!/usr/bin/env python3
"""CPU time (user + system) of whole commands, in turn, and their ratio.

usage: bench.py [-n RUNS] COMMAND [OTHER]
A command is one string, split as a shell splits words. With OTHER the two run
A B A B … and the ratio is taken pair by pair, so that a machine that grows
slower half-way does not decide. Never part of the tests: machines differ.

    tests/bench/bench.py 'build/nianbao render examples/qinghe-2024.yaml -o /tmp/a.pdf'
"""
import argparse
import shlex
import statistics

from measure import measure


def show(name, rows):
    ms = [cost.cpu * 1000 for cost in rows]
    print(f"{name}: {min(ms):.1f} / {statistics.median(ms):.1f} / "
          f"{max(ms):.1f} ms CPU (min / median / max), "
          f"{statistics.median(cost.peak for cost in rows):.0f} MiB")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("-n", type=int, default=11)
    p.add_argument("command")
    p.add_argument("other", nargs="?")
    a = p.parse_args()
    commands = [shlex.split(c) for c in (a.command, a.other) if c]
    rows = [[] for _ in commands]
    for run in range(a.n + 1):
        for k, words in enumerate(commands):
            cost = measure(words)
            if run > 0:  # the first warms the file cache
                rows[k].append(cost)
    for words, r in zip(commands, rows):
        show(" ".join(words)[:60], r)
    if len(rows) == 2:
        ratio = statistics.median(a.cpu / b.cpu for a, b in zip(*rows))
        print(f"ratio {ratio:.3f}")


main()
