#!/usr/bin/env python3
"""clang-format 14 has nothing to change.  Other versions set other lines, so
without that one this is skipped."""

import collections
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap

MAJOR = 14


def clang_format():
    for name in (f"clang-format-{MAJOR}", "clang-format"):
        tool = shutil.which(name)
        if tool and f"version {MAJOR}." in subprocess.run(
                [tool, "--version"], capture_output=True, text=True).stdout:
            return tool
    return None


def main():
    tap, tool = Tap(), clang_format()
    files = sorted(p for folder in ("src", "tests")
                   for p in (ROOT / folder).rglob("*.[ch]"))
    if tool is None:
        tap.skip("format", f"clang-format {MAJOR} is not installed")
        tap.done()
    done = subprocess.run([tool, "--dry-run", "-Werror", *files],
                          capture_output=True, text=True)
    wrong = collections.defaultdict(list)
    for line in done.stderr.splitlines():
        if m := re.match(r"(.+?):(\d+):\d+: error:", line):
            wrong[m[1]].append(f"line {m[2]}")
    for path in files:
        tap.check(str(path.relative_to(ROOT)), wrong[str(path)])
    tap.done()


main()
