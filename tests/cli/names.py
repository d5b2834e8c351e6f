#!/usr/bin/env python3
"""The name of a file is only a name: what controls a terminal in it, a line
end or an escape, is never written to one, whatever the command says.

usage: names.py NIANBAO
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap, has_fonts

NIANBAO = str(pathlib.Path(sys.argv[1]).resolve())
CASES = ROOT / "tests" / "cases"
BAD = "坏\n\x1b[31m\r\x9b"  # as text; the last a control of Latin 1
RAW = b"\xff\x1b[2J.yaml"  # no UTF-8
SEEN = "坏  [31m"
COMMANDS = """\
check {}
check --format=concise {}
check {} good.yaml
check .
check --write-baseline {}.txt {}
check nowhere/{}
fix {}
fix --apply {}
review {}
review good.yaml {}
review --to=pdf {}
review . --to=pdf
render {}
render --to=svg {}
render --review {} -o {}.pdf
render {} -o {}/
batch {} -o out --bind {}.all.pdf
batch . -o {}.d --format=full
verify {}.pdf
verify --format=concise {}.pdf
conform {} good.yaml
conform --format=concise {}
fonts {} good.yaml
ledger {} -o {}.led.txt
diff good.yaml {} -o {}.diff.pdf
next {} -o {}.next.yaml
new --organ=甲街道办事处 --year=2024 -o {}.new.yaml
import {}.old.txt -o {}.imported.yaml
list {}
{}
"""


def run(words, folder):
    done = subprocess.run([NIANBAO, *words], cwd=folder, timeout=60,
                          stdin=subprocess.DEVNULL, capture_output=True)
    return done.stdout + done.stderr


def problems(said):
    """Line ends are ours; nothing else that controls, nothing damaged."""
    text = said.decode("utf-8", errors="replace")
    if text.encode() != said:
        yield f"damaged: {said!r}"
    found = re.search(r".{,40}[\x00-\x09\x0b-\x1f\x7f-\x9f].{,20}", text)
    if found:
        yield ascii(found[0])
    if re.search(r"坏$", text, re.M):
        yield "a name is broken in two"


def main():
    tap = Tap()
    if not has_fonts():
        tap.skip("names", "no fonts: run ./setup.sh")
        tap.done()
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        name = f"{BAD}.yaml"
        shutil.copy(CASES / "cli" / "bad.yaml", top / name)
        shutil.copy(CASES / "cli" / "good.yaml", top)
        (top / f"{name}.old.txt").write_text("甲街道2023年法治政府建设年度报告\n"
                                             "一、总体情况\n有 问 题。\n", "utf-8")
        said = b""
        for line in COMMANDS.splitlines():
            now = run([word.replace("{}", name) for word in line.split()], top)
            tap.check(line, list(problems(now)))
            said += now
        tap.check("it is named", [] if SEEN in said.decode() else ["nowhere"])
        shutil.copy(top / "good.yaml", os.fsencode(top) + b"/" + RAW)
        for line in "check", "render", "review", "fix":
            tap.check(f"no UTF-8: {line}", list(
                problems(run([*line.split(), RAW], top))))
    tap.done()


main()
