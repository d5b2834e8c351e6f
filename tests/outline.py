#!/usr/bin/env python3
"""Every heading of the real documents is taken for what checks.md 2.2 says.

usage: outline.py NIANBAO

The tables of headings are read from checks.md beside the documents
($NIANBAO_SEEDS).  Skipped where they are not at hand."""

import json
import re
import subprocess
import sys

from tap import SEEDS, Tap

TABLES = SEEDS.parent / "checks.md"
YEARS = {"000": 2023, "001": 2021, "002": 2021, "003": 2023, "004": 2017}
NOTHING = "—"


def tables():
    """{number: [(level, title, topic)]}; （承 X） is X."""
    made, rows = {}, None
    text = TABLES.read_text(encoding="utf-8")
    part = text[text.index("### 2.2"):text.index("### 2.3")]
    for line in part.splitlines():
        name = re.fullmatch(r"\*\*(\d{3})\*\*", line)
        if name:
            rows = made.setdefault(name[1], [])
        row = re.match(r"\| \d+ \| (\d) \| (.+?) \| (.+?) \|", line)
        if row:
            topic = re.sub(r"（承 (.+)）", r"\1", row[3])
            rows.append((int(row[1]), row[2], topic))
    return made


def outline_of(year, rows):
    """A document of these headings and nothing else."""
    lines, open_levels = [f"年度: {year}", "机关: 甲", "章节:"], []
    for level, title, _ in rows:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        indent = "  " * len(open_levels)
        if open_levels and lines[-1].startswith(indent[2:] + "- "):
            lines.append(indent + "条目:")
        lines.append(f"{indent}- 标题: '{title}'")
        open_levels.append(level)
    return "\n".join(lines) + "\n"


def topics(nianbao, yaml):
    said = subprocess.run(
        [nianbao, "check", "--explain-outline", "--format=json", "-"],
        input=yaml, capture_output=True, text=True, check=True).stdout
    return [json.loads(line)["topic"] or NOTHING for line in said.splitlines()]


def problems(rows, got):
    if len(rows) != len(got):
        yield f"{len(got)} headings, not {len(rows)}"
    for (_, title, want), topic in zip(rows, got):
        if topic != want:
            yield f"“{title}”: {topic}, not {want}"


def main():
    tap = Tap()
    if not TABLES.exists():
        tap.skip("headings of the real documents", "they are not at hand")
        tap.done()
    for number, rows in tables().items():
        got = topics(sys.argv[1], outline_of(YEARS[number], rows))
        tap.check(f"{number}: {len(rows)} headings",
                  list(problems(rows, got)))
    tap.done()


main()
