#!/usr/bin/env python3
"""Documents at their worst are answered: in time, in order, in bounded memory,
in Chinese.

usage: large.py NIANBAO
"""

import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

SECONDS = 40  # of CPU; a sanitizer takes ten times the usual
BYTES = 1 << 30
MOST_LINES = 2000
MANY = 20_000
SIZE = 3_000_000
HAN = re.compile(r"[\u4e00-\u9fff]")
HEAD = """年度: 2024
机关: 云州市青荷区柳溪街道办事处
标题: 柳溪街道办事处2024年法治政府建设年度报告
章节:
"""
SENTENCE = "全年收到行政复议申请七十一件（受理五十件，"


def many_findings():
    return HEAD + "".join(
        f"- 标题：一、加强组织领导{n}。\n  正文：第{n}句没有什么。\n"
        for n in range(MANY))


def long_paragraph():
    n = SIZE // len(SENTENCE.encode())
    return HEAD + "- 标题: 加强组织领导\n  正文: |\n    " + SENTENCE * n + "\n"


def many_lines():
    n = SIZE // len(SENTENCE.encode())
    return HEAD + "- 标题: 加强组织领导\n  正文: |\n" + \
        f"    {SENTENCE}\n" * n


DOCUMENTS = {
    "many-findings": lambda: many_findings().encode(),
    "long-paragraph": lambda: long_paragraph().encode(),
    "many-lines": lambda: many_lines().encode(),
    "one-word": lambda: (HEAD + "结语: " + "好" * (SIZE // 3)).encode(),
    "many-keys": lambda: (HEAD + "".join(
        f"键{n}: 甲\n" for n in range(MANY))).encode(),
    "many-brackets": lambda: (HEAD + "[" * 1_000_000).encode(),
    "empty": lambda: b"",
    "blank": lambda: b"\n" * 1_000_000,
    "gb18030": lambda: many_lines().encode("gb18030"),
    "utf-16": lambda: b"\xff\xfe" + many_lines().encode("utf-16-le"),
    "cut-in-a-character": lambda: many_lines().encode()[:-2],
    "noise": lambda: random.Random(9704).randbytes(SIZE),
    "noise-of-letters": lambda: bytes(
        random.Random(9704).choices(range(0x80, 0x100), k=1_000_000)),
    "too-large": lambda: b"a" * 17_000_000,
}


def answer(nianbao, *args):
    """How a run ends: the process, and the CPU time it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([nianbao, *map(str, args)], capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=900)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, (after.ru_utime + after.ru_stime
                  - before.ru_utime - before.ru_stime)


def in_order(out):
    places = [tuple(map(int, re.match(r"[^:]+:(\d+):(\d+): ", line).groups()))
              for line in out.decode().splitlines()]
    return places == sorted(places)


def answered(nianbao, path):
    done, took = answer(nianbao, "check", "--format=concise", "-v", path)
    if done.returncode not in (0, 1, 2) or done.returncode == 0:
        yield f"exit status {done.returncode}"
    if not HAN.search((done.stdout + done.stderr).decode(errors="replace")):
        yield "not a word of Chinese"
    if not in_order(done.stdout):
        yield "the findings are not in order"
    if done.stdout.count(b"\n") > MOST_LINES:
        yield f"{done.stdout.count(10)} lines"
    if took > SECONDS:
        yield f"{took:.1f} s"


def mended(nianbao, path):
    """All of the mends in one run, and none in the next."""
    done, took = answer(nianbao, "fix", "--apply", path)
    if done.returncode not in (0, 2):
        yield f"fix: exit status {done.returncode}"
    if took > SECONDS:
        yield f"fix: {took:.1f} s"
    if done.returncode == 0:
        old = path.read_bytes()
        answer(nianbao, "fix", "--apply", path)
        if path.read_bytes() != old:
            yield "fix: the second time changes it again"


def main():
    tap = Tap()
    nianbao = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as top:
        for name, make in DOCUMENTS.items():
            path = pathlib.Path(top) / f"{name}.yaml"
            path.write_bytes(make())
            tap.check(name, [*answered(nianbao, path),
                             *mended(nianbao, path)])
            path.unlink()
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    tap.check("memory", [f"{most} bytes"] if most > BYTES else [])
    tap.done()


main()
