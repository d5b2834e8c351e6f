#!/usr/bin/env python3
"""What comparing a folder of reports costs: CPU time (user + system) and
memory of `nianbao check FOLDER`, by the kernel's account. Never part of the
tests.

usage: copies.py NIANBAO [REPORTS …]     by default 1000 5000
Each report has some 5,000 characters: words of its own, wordings that many
have, and in every fifth a passage of another report with a few edits.
"""
import pathlib
import random
import sys
import tempfile

from measure import measure, show

CHARACTERS = 5000
WORDINGS = 400  # that any report may have
HEAD = """年度: 2024
机关: 云州市青荷区{name}街道办事处
成文日期: 2025-01-20
章节:
"""


def sentence(rnd, words, n):
    out = ""
    while len(out) < n:
        out += rnd.choice(words)
        if rnd.random() < 0.1:
            out += "，"
    return out.rstrip("，") + "。"


def edited(rnd, text, words):
    """A word put in for some characters here and there."""
    out, at = "", 0
    while at < len(text):
        step = rnd.randrange(20, 60)
        out += text[at:at + step] + rnd.choice(words)
        at += step + 2
    return out


def report(rnd, words, wordings, earlier):
    out = []
    while sum(map(len, out)) < CHARACTERS:
        part = "".join(
            rnd.choice(wordings) if rnd.random() < 0.25
            else sentence(rnd, words, rnd.randrange(15, 60))
            for _ in range(6))
        out.append(part)
    if earlier and rnd.random() < 0.2:
        out[0] = edited(rnd, rnd.choice(earlier), words)
    return out


def write(folder, n):
    rnd = random.Random(9704)
    han = [chr(c) for c in range(0x4E00, 0x4E00 + 1500)]
    words = ["".join(rnd.choices(han, k=rnd.choice((1, 2, 2, 2, 3))))
             for _ in range(4000)]
    wordings = [sentence(rnd, words, rnd.randrange(8, 40))
                for _ in range(WORDINGS)]
    earlier = []
    for i in range(n):
        parts = report(rnd, words, wordings, earlier)
        earlier.append(parts[-1])
        name = "".join(rnd.choices(han, k=2))
        text = HEAD.format(name=name) + "".join(
            f"- 标题: 第{k}章\n  正文: |\n    {p}\n"
            for k, p in enumerate(parts))
        (folder / f"{i:05}.yaml").write_text(text, encoding="utf-8")


def main():
    nianbao = sys.argv[1]
    for n in map(int, sys.argv[2:] or ("1000", "5000")):
        with tempfile.TemporaryDirectory() as top:
            folder = pathlib.Path(top)
            write(folder, n)
            show(f"{n} compared", n, 0, measure([nianbao, "check", folder]))


main()
