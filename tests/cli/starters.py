#!/usr/bin/env python3
"""A starter has nothing wrong but what is still to be filled in: of every
kind and level, with year and organ or without; and so has next year's file.

usage: starters.py NIANBAO
"""

import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap, examples

KINDS = {"年度报告": "2024", "工作方案": "2024", "实施纲要": "2021—2025"}
LEVELS = ("街道", "乡镇", "区县", "部门")
# An element, a lead, a text, a cause, a figure, a time limit that is missing.
TO_FILL = {"S02", "S04", "S06", "S07", "S15", "N14", "P06", "D11"}
# Of a file that last year's gave: a progress and a figure, too; and a chapter
# or duty of which last year's file said nothing in its headings.
TO_FILL_NEXT = TO_FILL | {"P04", "N04", "S01", "S05"}


def run(nianbao, *args):
    return subprocess.run([nianbao, *args], capture_output=True, timeout=60)


def problems(nianbao, path, allowed):
    done = run(nianbao, "check", "--notes", "--format=json", path)
    for finding in map(json.loads, done.stdout.splitlines()):
        if finding["type"] != "finding":
            continue
        if finding["code"] not in allowed:
            yield f"{finding['code']} {finding['message']}"
        elif finding["code"] == "S04" and "还没有填" not in finding["message"]:
            yield f"{finding['message']}: its line is missing"


def starters(nianbao, folder, tap):
    for kind, year in KINDS.items():
        for level in LEVELS:
            for given in (["--year", year, "--organ", "青荷区柳溪街道办事处"], []):
                path = folder / f"{kind}-{level}-{len(given)}.yaml"
                done = run(nianbao, "new", "--kind", kind, "--level", level,
                           *given, "-o", path)
                told = done.stderr.decode().splitlines()
                found = [] if done.returncode == 0 else told
                if given and told:
                    found.append("it says something, with nothing missing")
                if not given and len(told) != 2:
                    found.append("it does not say what is missing")
                tap.check(f"new {kind} {level}{'' if given else ' bare'}",
                          found + list(problems(nianbao, path, TO_FILL)))


def successors(nianbao, folder, tap):
    for last in examples():
        if "文种: 实施纲要" in last.read_text(encoding="utf-8"):
            continue
        path = folder / last.name
        done = run(nianbao, "next", last, "-o", path)
        found = [] if done.returncode == 0 else done.stderr.decode().splitlines()
        tap.check(f"next {last.name}", found + list(
            problems(nianbao, path, TO_FILL_NEXT) if path.exists() else []))


def main(nianbao):
    tap = Tap()
    with tempfile.TemporaryDirectory() as top:
        starters(nianbao, pathlib.Path(top), tap)
        successors(nianbao, pathlib.Path(top), tap)
    tap.done()


main(str(pathlib.Path(sys.argv[1]).resolve()))
