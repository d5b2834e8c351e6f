#!/usr/bin/env python3
"""nianbao beside Typst 0.14 on the same text, in the same run: one report from
a cold start, many in one process, and a long one. Never part of the tests.

usage: peers.py NIANBAO FOLDER [DOCUMENTS]     by default 200 documents
FOLDER has gen.py, report.json, typst14-cold.js and typst14-warm.js; where Typst
was installed is said by PEERS, as install-typst.sh takes it. Each row is run in
turn with its peer; the ratio is CPU time (user + system) of ours to theirs.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from measure import measure, show
from tap import ROOT

RUNS = 5
OUR_FACES = (("#set text(font: \"Noto Serif CJK SC\"",
              "#set text(font: \"FandolFang R\""),
             ("\"Noto Sans CJK SC\", size: 16pt, weight: \"regular\"",
              "\"Noto Sans CJK SC\", size: 16pt, weight: \"medium\""),
             ("\"LXGW WenKai\"", "\"FandolKai\""),
             ("text(size: 22pt,",
              "text(font: \"Noto Serif CJK SC\", size: 22pt,"))


class Field:
    """The peer's tools and a folder to work in."""

    def __init__(self, nianbao, tools, top):
        self.nianbao = nianbao
        self.tools = pathlib.Path(tools)
        self.top = pathlib.Path(top)

    def gen(self, *words):
        subprocess.run([sys.executable, self.tools / "gen.py",
                        *map(str, words)], check=True)

    def made(self, name, *change):
        """The report, changed, as a source of ours and of theirs."""
        data = self.tools / "report.json"
        if change:
            self.gen(*change, data, self.top / f"{name}.json")
            data = self.top / f"{name}.json"
        for peer, end in (("nianbao", "yaml"), ("typst14", "typ")):
            (self.top / end).mkdir(exist_ok=True)
            self.gen(peer, data, self.top / end / f"{name}.{end}")

    def cold(self, name):
        ours = [self.nianbao, "render", self.top / "yaml" / f"{name}.yaml",
                "-o", self.top / f"{name}.pdf"]
        theirs = ["node", self.tools / "typst14-cold.js",
                  self.top / "typ" / f"{name}.typ",
                  self.top / f"{name}-typst.pdf"]
        return ours, theirs


def pages_of(pdf):
    done = subprocess.run(["qpdf", "--show-npages", pdf], capture_output=True,
                          text=True, check=True)
    return int(done.stdout)


def beside(what, documents, pages, ours, theirs, runs=RUNS):
    costs = [(measure(ours), measure(theirs)) for _ in range(runs + 1)][1:]
    costs.sort(key=lambda pair: pair[0].cpu / pair[1].cpu)
    pair = costs[runs // 2]
    show(what, documents, pages, pair[0])
    show("  Typst", documents, pages, pair[1])
    print(f"  ratio {pair[0].cpu / pair[1].cpu:.4f} = "
          f"1/{pair[1].cpu / pair[0].cpu:.1f}")


def one(field):
    field.made("one")
    ours, theirs = field.cold("one")
    measure(ours)
    beside("one, cold", 1, pages_of(field.top / "one.pdf"), ours, theirs)


def long_ones(field):
    for times in 10, 50:
        field.made(f"x{times}", "scaleu", times)
        ours, theirs = field.cold(f"x{times}")
        measure(ours)
        beside(f"{times} times as long", 1,
               pages_of(field.top / f"x{times}.pdf"), ours, theirs, 1)


def many(field, n):
    for i in range(n):
        field.made(f"vary{i}", "vary", i)
    typ = sorted((field.top / "typ").glob("vary*"))
    for i, name in enumerate(("yaml", "typ")):
        (field.top / f"out{i}").mkdir()
        for path in (field.top / name).iterdir():
            if not path.name.startswith("vary"):
                path.unlink()
    beside(f"{n} in one process", n, 0,
           [field.nianbao, "batch", field.top / "yaml", "-o",
            field.top / "out0", "-j", "1"],
           ["node", field.tools / "typst14-warm.js", field.top / "out1",
            *typ], 1)


def sizes(field):
    """Of one report, in Typst with its faces and with ours."""
    source = field.top / "typ" / "one.typ"
    text = source.read_text(encoding="utf-8")
    for old, new in OUR_FACES:
        text = text.replace(old, new)
    (field.top / "typ" / "faces.typ").write_text(text, encoding="utf-8")
    ours, theirs = field.cold("one")
    measure(ours)
    measure(theirs)
    os.environ["FONTDIR"] = str(ROOT / "fonts" / "files")
    measure(field.cold("faces")[1])
    del os.environ["FONTDIR"]
    size = {name: (field.top / f"{name}.pdf").stat().st_size
            for name in ("one", "one-typst", "faces-typst")}
    print("bytes of the PDF:", json.dumps(size))


def main():
    n = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    with tempfile.TemporaryDirectory() as top:
        field = Field(sys.argv[1], sys.argv[2], top)
        one(field)
        sizes(field)
        long_ones(field)
        many(field, n)


main()
