#!/usr/bin/env python3
"""What README.md tells a reader to type works, in its order and with the files
it speaks of; the options and files it names are there.

usage: readme.py NIANBAO
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import reports
from tap import ROOT, Tap, has_fonts, readme_blocks

NIANBAO = str(pathlib.Path(sys.argv[1]).resolve())
README = (ROOT / "README.md").read_text(encoding="utf-8")
FOUND = (0, 1)  # 1: the document has errors, which is none of the command's


def run(folder, *words):
    return subprocess.run([*map(str, words)], cwd=folder, timeout=120,
                          stdin=subprocess.DEVNULL, capture_output=True,
                          text=True)


def set_out(top):
    """What the commands find: the tree as ./setup.sh leaves it, and files."""
    (top / "build").mkdir()
    (top / "build" / "nianbao").symlink_to(NIANBAO)
    (top / "setup.sh").write_text("#!/bin/sh\n")
    (top / "setup.sh").chmod(0o755)
    shutil.copytree(ROOT / "examples", top / "examples")
    reports.make(top / "各街道", 2, reports.short)
    (top / "修改稿.yaml").write_text(reports.short(3), encoding="utf-8")
    (top / "清单.txt").write_text("修改稿.yaml\n", encoding="utf-8")
    (top / "旧稿").mkdir()
    run(top, NIANBAO, "render", "修改稿.yaml", "-o", "旧稿/甲.docx")
    run(top, NIANBAO, "render", "修改稿.yaml", "-o", "旧稿.txt")


def typed(top):
    """Each line of the blocks for a shell, but those that batch_cluster.py
    runs, which call the program as it is when installed."""
    for language, text in readme_blocks():
        for line in text.splitlines() if language == "sh" else ():
            if "build/nianbao" not in line and not line.startswith("./"):
                continue
            done = run(top, "sh", "-c", line)
            if done.returncode not in FOUND:
                yield f"{line}: exit status {done.returncode}: {done.stderr}"
    for made in re.findall(r"# (\S+\.(?:pdf|yaml))：", README):
        if not (top / made).is_file():
            yield f"{made} was not made"


def snippet(top):
    """The beginning of a report has nothing that cannot be understood."""
    text = next(text for language, text in readme_blocks() if language == "yaml")
    (top / "snippet.yaml").write_text(text, encoding="utf-8")
    done = run(top, NIANBAO, "check", "--select=Y,N", "--format=concise",
               "snippet.yaml")
    return [] if done.returncode == 0 and not done.stdout else [done.stdout]


def named():
    """The options, and the files of the tree."""
    commands = re.findall(r"^  (\S+)", run(ROOT, NIANBAO).stderr, re.M)
    known = "".join(run(ROOT, NIANBAO, c, "--help").stdout for c in commands)
    code = re.findall(r"`[^`\n]+`", README)
    for option in re.findall(r"--[a-z][a-z-]*", " ".join(code)):
        if not re.search(rf"{option}\b", known):
            yield f"{option} is no option"
    for text in code:
        path = text.strip("`")
        if "/" in path and re.fullmatch(r"[a-z][a-zA-Z0-9_/.-]*", path):
            if not (ROOT / path).exists():
                yield f"{path} is not there"


def mistakes(top):
    """Those of the draft that examples/README.md speaks of are found."""
    text = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    said = run(top, NIANBAO, "check", "-v", "--format=concise",
               "examples/qinghe-2025-draft.yaml").stdout
    return [f"{code} is not found" for code in re.findall(r"`([A-Z]\d\d)`", text)
            if code not in said]


def main():
    tap = Tap()
    if not has_fonts():
        tap.skip("README.md", "the fonts are not there")
        tap.done()
    os.environ["LC_ALL"] = "C.UTF-8"
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        set_out(top)
        tap.check("commands", list(typed(top)))
        tap.check("the beginning of a report", snippet(top))
        tap.check("options and files", list(named()))
        tap.check("mistakes of the draft", mistakes(top))
    tap.done()


main()
