#!/usr/bin/env python3
"""Every header compiles alone, once however often it is included, and fits
on three screens."""

import json
import os
import pathlib
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap

LONGEST = 150


def compiler():
    """The command that the build compiles a source with, less its file: one
    that is told where foreign headers are."""
    build = pathlib.Path(sys.argv[1]).resolve().parent
    commands = json.loads((build / "compile_commands.json").read_text())
    mine = next(c for c in commands if c["file"].endswith("output/pdf_cairo.c"))
    words, keep = shlex.split(mine["command"]), []
    while words:
        word = words.pop(0)
        if word in ("-o", "-MF", "-MQ"):
            words.pop(0)
        elif word not in ("-c", "-MD", mine["file"]):
            keep.append(word)
    if os.path.basename(keep[0]) == "ccache":
        keep.pop(0)
    return keep, mine["directory"]


def problems_of(header, command, folder):
    name = header.relative_to(ROOT / "src")
    done = subprocess.run(
        [*command, "-Werror", "-fsyntax-only", "-x", "c", "-"], cwd=folder,
        input=f'#include "{name}"\n#include "{name}"\n',
        capture_output=True, text=True)
    lines = header.read_text().splitlines()
    found = done.stderr.splitlines() if done.returncode else []
    if "#pragma once" not in lines:
        found.append("there is no #pragma once")
    if not lines[0].startswith("/*"):
        found.append("no comment says what it is")
    if len(lines) > LONGEST:
        found.append(f"{len(lines)} lines, over {LONGEST}")
    return str(name), found


def main():
    command, folder = compiler()
    headers = sorted((ROOT / "src").rglob("*.h"))
    tap = Tap()
    with ThreadPoolExecutor(2) as pool:
        for name, found in pool.map(
                lambda h: problems_of(h, command, folder), headers):
            tap.check(name, found)
    tap.done()


main()
