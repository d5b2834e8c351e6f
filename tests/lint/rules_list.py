#!/usr/bin/env python3
"""The lists of all codes, in tests/cases/rules.list and in README.md, are what
the program says.  NIANBAO_UPDATE=1 writes them anew."""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap, code_rows

LIST = ROOT / "tests" / "cases" / "rules.list"
README = ROOT / "README.md"
BEGIN, END = "<!-- rules.list -->\n", "<!-- /rules.list -->\n"
UPDATE = os.environ.get("NIANBAO_UPDATE", "") not in ("", "0")


def listing(nianbao):
    return subprocess.run([nianbao, "list", "rules"], capture_output=True,
                          text=True, check=True).stdout


def cell(text):
    for mark in r"\`*_<|[]":
        text = text.replace(mark, "\\" + mark)
    return text


def table(rows):
    mendable = sum(row.mendable for row in rows)
    yield "<details>\n"
    yield (f"<summary>全部 {len(rows)} 条，其中 {mendable} 条可以代改"
           "</summary>\n\n")
    yield "| 编号 | 级别 | 代改 | 查什么 |\n|---|---|---|---|\n"
    for row in rows:
        yield (f"| {row.id} | {row.level} | {'可' if row.mendable else ''} | "
               f"{cell(row.title)} |\n")
    yield "\n</details>\n"


def in_readme(rows):
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    return before + BEGIN + "".join(table(rows)) + END + rest.split(END)[1]


def compare(path, want):
    if UPDATE:
        path.write_text(want, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != want:
        yield f"{path.name} is stale: NIANBAO_UPDATE=1 writes it anew"


def main():
    tap, nianbao = Tap(), sys.argv[1]
    tap.check("rules.list", list(compare(LIST, listing(nianbao))))
    tap.check("the table of README.md",
              list(compare(README, in_readme(code_rows(nianbao)))))
    tap.done()


main()
