#!/usr/bin/env python3
"""The codes as data: ids and names unique, every code explained with an
example, in a group; the rules listed in order, every rule with a case that
finds it and two that rightly do not; a code is called mendable if and only if
a case offers a mend."""

import collections
import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap, code_rows

CASES = ROOT / "tests" / "cases"
RULES = ROOT / "src" / "check" / "rules.def"
PASSING = 2


def say(*args, status=(0,)):
    done = subprocess.run([sys.argv[1], *map(str, args)],
                          capture_output=True, text=True)
    assert done.returncode in status, done.stderr
    return done.stdout


def shape_problems(rows):
    for column in ("id", "name"):
        times = collections.Counter(getattr(row, column) for row in rows)
        yield from (f"{column} {x}: {n} times"
                    for x, n in times.items() if n > 1)
    for row in rows:
        if not re.fullmatch(r"[STNDCPGYLHA]\d\d", row.id):
            yield f"{row.id}: not a letter of a group and two digits"
        elif not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.name):
            yield f"{row.name}: a name is small letters and hyphens"


def explain_problems(rows):
    for row in rows:
        text = say("explain", row.id)
        for part in ("为什么：", "怎样改："):
            if part not in text:
                yield f"{row.id}: explain says nothing under {part}"
        if not re.search("[误错]：.*[正对]：", text, re.S):
            yield f"{row.id}: no example of wrong (误：) and right (正：)"


def group_problems(rows):
    groups = dict(re.findall(r"^([A-Z])  .*（(\d+) 条）$", say("explain"),
                             re.M))
    want = collections.Counter(row.id[0] for row in rows)
    for letter in sorted(set(groups) | set(want)):
        if int(groups.get(letter, 0)) != want[letter]:
            yield (f"group {letter}: explain counts {groups.get(letter, 0)}, "
                   f"there are {want[letter]}")


def rules():
    text = RULES.read_text(encoding="utf-8")
    return re.findall(r"^R\(([A-Z]\d\d), \w+\)$", text, re.M)


def holds(path, code):
    text = path.read_text(encoding="utf-8")
    return re.search(rf"^[^ ]*: (错误|警告|提示) {code} ", text, re.M)


def case_problems():
    folder = CASES / "check"
    for code in rules():
        if not any(holds(path, code) for path in folder.glob("*.concise")):
            yield f"{code}: no case of {folder.name}/ finds it"
        passing = [path for path in folder.glob(f"{code}-*.concise")
                   if not holds(path, code)]
        if len(passing) < PASSING:
            yield (f"{code}: {PASSING} cases {code}-*.yaml must pass, "
                   f"there are {len(passing)}")


def offered():
    """The codes of which a case's finding says what to write instead."""
    areas = ("check", "model", "source")
    cases = [path for area in areas for path in (CASES / area).glob("*.yaml")]
    lines = say("check", "--format=json", "-v", *cases, status=(0, 1))
    found = [json.loads(line) for line in lines.splitlines()]
    return {f["code"] for f in found if f["type"] == "finding" and
            (f["fix"] is not None or f.get("edits"))}


def mend_problems(rows):
    mendable = {row.id for row in rows if row.mendable}
    for code in sorted(offered() - mendable):
        yield f"{code}: a case offers a mend, the code is not .fixable"
    for code in sorted(mendable - offered()):
        yield f"{code}: is .fixable, no case offers a mend"


def main():
    tap, rows = Tap(), code_rows(sys.argv[1])
    tap.check("codes are well formed and unique", list(shape_problems(rows)))
    tap.check("every code is explained", list(explain_problems(rows)))
    tap.check("every code is in a group", list(group_problems(rows)))
    tap.check("check/rules.def is sorted",
              [f"{b} stands behind {a}"
               for a, b in zip(rules(), rules()[1:]) if a >= b])
    tap.check("every rule has its cases", list(case_problems()))
    tap.check("what has a mend says so", list(mend_problems(rows)))
    tap.done()


main()
