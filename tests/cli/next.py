#!/usr/bin/env python3
"""nianbao next: a file that answers every promise of the one it comes from,
once its blanks are filled.

usage: next.py NIANBAO
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap, examples

CASES = ROOT / "tests" / "cases" / "check"
# Reports that promise something, and answer the years before.
REPORTS = ["P03-last-year", "P03-2023", "P03-third-year-answered",
           "P04-partly-left", "P19-answered", "P23-2023"]
# What is said of promises and answers; the rest of a file that is filled by a
# script may well be thin.
CODES = re.compile(r" (P03|P04|P09|P10|P16|P17|P18|P19|P2\d) ")
BLANKS = {"进展": "完成", "依据": "印发《办法》并已施行"}


def run(nianbao, folder, *args):
    return subprocess.run([nianbao, *args], cwd=folder, timeout=60,
                          capture_output=True, text=True)


def filled(draft):
    """The draft with an answer in every blank."""
    for key, words in BLANKS.items():
        draft = re.sub(rf"(?m)^( *{key}:) *$", rf"\1 {words}", draft)
    return draft


def promises(findings):
    return [line for line in findings.splitlines() if CODES.search(line)]


def main():
    nianbao, tap = os.path.abspath(sys.argv[1]), Tap()
    documents = [CASES / f"{name}.yaml" for name in REPORTS]
    for last in [*documents, *examples()]:
        with tempfile.TemporaryDirectory() as folder:
            draft = run(nianbao, last.parent, "next", last.name)
            draft = re.sub("(?m)^上年: .*$", f"上年: {last}", draft.stdout)
            path = pathlib.Path(folder) / "draft.yaml"
            path.write_text(draft)
            blank = run(nianbao, folder, "check", "--format=concise",
                        "--notes", path.name)
            path.write_text(filled(draft))
            done = run(nianbao, folder, "check", "--format=concise", "--notes",
                       path.name)
        tap.check(f"{last.stem} filled", promises(done.stdout) or
                  ([] if "上年:" in draft else ["no draft"]))
        if "文种: 工作方案" not in draft:
            tap.check(f"{last.stem} blank", [] if promises(blank.stdout) else
                      ["nothing is asked"])
    return tap.done()


if __name__ == "__main__":
    main()
