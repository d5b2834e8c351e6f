#!/usr/bin/env python3
"""The parts of the program: found where they are installed, and what is said
when one is missing, damaged or of another version.

usage: parts.py NIANBAO
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap, data_dir, examples, has_fonts

DEJAVU = pathlib.Path("/usr/share/fonts/truetype/dejavu")
DRAW, OFFICE, PDF, SYSTEM = PARTS = (
    "nianbao-draw.so", "nianbao-office.so", "nianbao-pdf.so",
    "nianbao-system-fonts.so")
UYGHUR = """年度: 2024
机关: 柳溪街道办事处
标题: 题
章节:
- 标题: 总
  正文: 全年发布ئۇيغۇر文公告。
"""


class Installed:
    """The program and its parts as “meson install” places them in a root."""

    def __init__(self, nianbao, folder):
        build = pathlib.Path(nianbao).parent
        plan = json.loads(
            (build / "meson-info" / "intro-installed.json").read_text())
        self.folder = folder
        self.data = data_dir(folder)
        self.part = {}
        for built, place in plan.items():
            name, place = pathlib.Path(built).name, folder / place[1:]
            if name in PARTS or built == nianbao:
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(built, place)
                self.part[name] = place
        self.program = folder / "link"
        self.program.symlink_to(self.part.pop("nianbao"))

    def spoil(self, name, change):
        """Another file of that name; change makes its bytes of the old."""
        old = self.part[name].read_bytes()
        self.part[name].unlink()
        self.part[name].write_bytes(change(old))

    def run(self, *args):
        return subprocess.run(
            [self.program, *map(str, args)], timeout=60, cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8",
            env={**os.environ, "NIANBAO_DATADIR": str(self.data)})

    def render(self):
        return self.run("render", examples()[0], "-o", "x.pdf")

    def draw(self):
        return self.run("render", examples()[0], "-o", "x.png")

    def word(self):
        return self.run("render", examples()[0], "-o", "x.docx")

    def bold(self):
        """What fonts alone need the part for."""
        return self.run("render", examples()[0], "-o", "y.pdf",
                        "--template=street-bold-kai")

    def conform(self):
        (self.folder / "x.pdf").write_bytes(b"%PDF-1.4\n")
        return self.run("conform", "x.pdf")

    def check_uyghur(self):
        table = self.data / "fonts" / "roles.yaml"
        text = table.read_text(encoding="utf-8")
        table.write_text(text.replace("\n系统字体: 否",
                                      f"\n系统字体: [{DEJAVU}]"),
                         encoding="utf-8")
        (self.folder / "x.yaml").write_text(UYGHUR, encoding="utf-8")
        return self.run("check", "x.yaml")


def problems(done, status, *words):
    """Problems with a run that must end so, and say all words."""
    if done.returncode != status:
        yield f"exit status {done.returncode}, not {status}"
    for word in words:
        if word not in done.stdout:
            yield f"“{word}” is not in: {done.stdout}"


def all_there(it):
    yield from problems(it.render(), 0, "已写出")
    yield from problems(it.draw(), 0, "已写出")
    yield from problems(it.word(), 0, "已写出")
    done = it.run("conform", "x.pdf")
    if done.returncode not in (0, 1) or "A40" in done.stdout:
        yield f"conform: {done.returncode}: {done.stdout}"
    done = it.check_uyghur()
    if "A40" in done.stdout or (DEJAVU.is_dir() and "G05" in done.stdout):
        yield f"check: {done.stdout}"


def none_there(it):
    for part in it.part.values():
        part.unlink()
    said = "A40", "setup.sh"
    yield from problems(it.run("check", examples()[0]), 0)
    yield from problems(it.run("render", examples()[0], "-o", "x.txt"), 0)
    yield from problems(it.render(), 0, "已写出")
    yield from problems(it.draw(), 2, DRAW, *said)
    if list(it.folder.glob("*.png")):
        yield "a picture was made"
    yield from problems(it.word(), 2, OFFICE, *said)
    yield from problems(it.bold(), 2, DRAW, *said)
    yield from problems(it.conform(), 2, PDF, *said)
    yield from problems(it.check_uyghur(), 1, SYSTEM, "G05", *said)


def other_version(it):
    it.spoil(DRAW, lambda old: old.replace(version(it), b"9.8.7\0"))
    yield from problems(it.draw(), 2, "A40", DRAW, "9.8.7 版")


def version(it):
    return it.run("--version").stdout.split()[-1].encode() + b"\0"


def other_part(it):
    it.spoil(DRAW, lambda old: it.part[SYSTEM].read_bytes())
    yield from problems(it.draw(), 2, "A40", DRAW, "不是本程序的部件")


def damaged(it):
    it.spoil(DRAW, lambda old: b"\0" * 16 + old[16:])
    yield from problems(it.draw(), 2, "A40", DRAW, "装不上")


def cut_short(it):
    whole = it.part[DRAW].read_bytes()
    for left in (100, 1000, len(whole) // 4, len(whole) // 2, len(whole) - 1):
        it.spoil(DRAW, lambda old: whole[:left])
        yield from problems(it.draw(), 2, "A40", DRAW, "只有半截", "setup.sh")


CASES = [all_there, none_there, other_version, other_part, damaged, cut_short]


def main():
    tap = Tap()
    nianbao = str(pathlib.Path(sys.argv[1]).resolve())
    if not has_fonts():
        tap.skip("parts", "no fonts: run ./setup.sh")
        tap.done()
    for case in CASES:
        with tempfile.TemporaryDirectory() as top:
            it = Installed(nianbao, pathlib.Path(top).resolve())
            tap.check(case.__name__, list(case(it)))
    tap.done()


main()
