#!/usr/bin/env python3
"""The codes as data: ids and names unique, every code explained, the rules
listed in order, every rule with a case that finds it."""

import collections
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap

CASES = ROOT / "tests" / "cases"
RULES = ROOT / "src" / "check" / "rules.def"


def say(*args):
    return subprocess.run([sys.argv[1], *args], capture_output=True,
                          text=True, check=True).stdout


def codes():
    """(id, level, name, title) as “list rules” shows them."""
    rows = say("list", "rules").splitlines()
    return [row.split(maxsplit=3) for row in rows]


def shape_problems(rows):
    for column, what in ((0, "id"), (2, "name")):
        times = collections.Counter(row[column] for row in rows)
        yield from (f"{what} {x}: {n} times"
                    for x, n in times.items() if n > 1)
    for row in rows:
        if len(row) != 4:
            yield f"{row[0]}: no title"
        elif not re.fullmatch(r"[STNDCPGYLA]\d\d", row[0]):
            yield f"{row[0]}: not a letter of a group and two digits"
        elif not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row[2]):
            yield f"{row[2]}: a name is small letters and hyphens"


def explain_problems(rows):
    for row in rows:
        text = say("explain", row[0])
        for part in ("为什么：", "怎样改："):
            if part not in text:
                yield f"{row[0]}: explain says nothing under {part}"


def rules():
    text = RULES.read_text(encoding="utf-8")
    return re.findall(r"^R\(([A-Z]\d\d), \w+\)$", text, re.M)


def case_problems():
    for code in rules():
        cases = list(CASES.rglob(f"{code}-*.yaml"))
        found = any(code in path.read_text(encoding="utf-8")
                    for case in cases
                    for path in case.parent.glob(case.stem + ".*")
                    if path.suffix in (".concise", ".full", ".json"))
        if not cases:
            yield f"{code}: there is no case tests/cases/**/{code}-*.yaml"
        elif not found:
            yield f"{code}: none of its cases finds it"


def main():
    tap, rows = Tap(), codes()
    tap.check("codes are well formed and unique", list(shape_problems(rows)))
    tap.check("every code is explained", list(explain_problems(rows)))
    tap.check("check/rules.def is sorted",
              [f"{b} stands behind {a}"
               for a, b in zip(rules(), rules()[1:]) if a >= b])
    tap.check("every rule has a case", list(case_problems()))
    tap.done()


main()
