#!/usr/bin/env python3
"""nianbao batch: many documents at once give what each gives alone, whatever
the order and the number of threads; nothing is overwritten, nothing lost.

usage: batch.py NIANBAO
"""

import csv
import hashlib
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import reports
from tap import ROOT, Tap, has_fonts

NIANBAO = str(pathlib.Path(sys.argv[1]).resolve())
MANY = 12


def run(folder, *args, stdin=None):
    return subprocess.run([NIANBAO, "batch", *map(str, args)], cwd=folder,
                          input=stdin, stdin=None if stdin else
                          subprocess.DEVNULL, capture_output=True, timeout=600)


def outputs(folder):
    """What a run has written, less its state."""
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in pathlib.Path(folder).rglob("*")
            if p.is_file() and not p.name.startswith(".")}


def records(path):
    lines = [json.loads(x) for x in path.read_text(encoding="utf-8").splitlines()]
    return lines[0], lines[1:]


def status(done, want):
    return [] if done.returncode == want else [
        f"exit status {done.returncode}, not {want}", done.stderr.decode()]


def says(done, *words):
    text = (done.stdout + done.stderr).decode()
    return [f"does not say {w}: {text}" for w in words if w not in text]


def differ(a, b):
    return [f"{k}: {a.get(k)} and {b.get(k)}"
            for k in sorted(set(a) | set(b)) if a.get(k) != b.get(k)]


def same_bytes(top):
    paths = reports.make(top / "in", MANY, reports.short)
    shutil.copy(reports.EXAMPLE, top / "in" / "example.yaml")
    done = run(top, "in", "-o", "one", "-j", 1)
    yield from status(done, 1)
    for jobs in (2, 4):
        run(top, "in", "-o", f"jobs{jobs}", "-j", jobs)
        yield from differ(outputs(top / "one"), outputs(top / f"jobs{jobs}"))
    names = [str(p.relative_to(top)) for p in reversed(paths)]
    run(top, "-", "-o", "turned", "-j", 2, stdin="\n".join(names).encode())
    for name in names:
        pdf = pathlib.Path(name).with_suffix(".pdf")
        alone = top / "alone.pdf"
        subprocess.run([NIANBAO, "render", name, "-o", alone], cwd=top,
                       capture_output=True)
        if alone.read_bytes() != (top / "turned" / pdf).read_bytes():
            yield f"{name}: not what render makes"
        if alone.read_bytes() != (top / "one" / pdf.relative_to("in")).read_bytes():
            yield f"{name}: not what render makes of a folder"


def lists(top):
    paths = [p.relative_to(top) for p in
             reports.make(top / "in", 4, reports.short)]
    lines = "\r\n".join(map(str, paths)).encode()
    (top / "list").write_bytes(b"\xef\xbb\xbf" + lines + b"\r\n\r\n")
    zeros = b"\0".join(str(p).encode() for p in paths)
    for i, (args, stdin) in enumerate([
            (["@list"], None), (["--from", "list"], None), (["-"], lines),
            (["-"], zeros), (["-", paths[0]], lines), (paths, None)]):
        done = run(top, *args, "-o", f"out{i}", "-t", "txt", stdin=stdin)
        yield from status(done, 1)
        yield from differ(outputs(top / "out0"), outputs(top / f"out{i}"))
    if len(outputs(top / "out0")) != len(paths) + 2:
        yield f"{outputs(top / 'out0')}"


def bad_files(top):
    reports.make(top / "in", 3, reports.short)
    (top / "in" / "empty.yaml").write_bytes(b"")
    (top / "in" / "note.yaml").write_text("甲: 乙\n", encoding="utf-8")
    (top / "in" / "noise.yaml").write_bytes(bytes(range(256)) * 9)
    (top / "in" / "gone.yaml").symlink_to("nowhere")
    (top / "in" / "old.docx").write_bytes(b"PK")
    (top / "list").write_text("in\nin/nothing.yaml\nin/old.docx\n")
    done = run(top, "@list", "-o", "out", "--report", "r.jsonl")
    head, rows = records(top / "r.jsonl")
    is_done = {r["file"]: r["status"] for r in rows}
    yield from status(done, 2)
    unmended = [r["file"] for r in rows
                if (r["status"] == "failed") != bool(r["mend"])]
    if unmended:
        yield f"no mend, or one too many: {unmended}"
    want = {"empty.yaml": "passed", "note.yaml": "passed",
            "gone.yaml": "failed", "in/nothing.yaml": "failed",
            "in/old.docx": "failed"}
    for name, word in want.items():
        if is_done.get(name) != word:
            yield f"{name}: {is_done.get(name)}, not {word}"
    if list(is_done.values()).count("written") < 3:
        yield f"{is_done}"
    if head["total"] != len(rows) or [r["number"] for r in rows] != list(
            range(1, len(rows) + 1)):
        yield f"{head}"
    yield from says(done, "in/nothing.yaml：失败", "--import",
                    "\n      = 建议: 核对文件名、所在文件夹和读取权限\n")


def clashes(top):
    reports.make(top / "in", 3, reports.short)
    done = run(top, "in", "-o", "out", "--name", "{年度}.pdf")
    yield from status(done, 2)
    yield from says(done, "00000.yaml", "00001.yaml", "2024.pdf")
    if outputs(top / "out"):
        yield "something was written"
    done = run(top, "in", "-o", "out", "--name", "{年度}/{序号}-{机关}{档号}")
    yield from status(done, 1)
    yield from [] if (top / "out" / "2024").is_dir() else ["no folder 2024"]
    (top / "x").mkdir()
    for name in ("a.yaml", "a.yml"):
        (top / "x" / name).write_text(reports.short(1), encoding="utf-8")
    yield from status(run(top, "x", "-o", "y"), 2)
    shutil.copy(ROOT / "README.md", top / "x" / "a.txt")
    done = run(top, "x/a.txt", "x/a.yaml", "--import", "-o", ".")
    yield from status(done, 2)
    yield from says(done, "a.yaml")


def bad_words(top):
    reports.make(top / "in", 1, reports.short)
    for args in (["in"], ["in", "-o", "-"], ["-o", "x"],
                 ["in", "-o", "x", "--jobs", "0"],
                 ["in", "-o", "x", "--jobs", "two"],
                 ["in", "-o", "x", "--shard", "3/2"],
                 ["in", "-o", "x", "--name", "{年}"],
                 ["in", "-o", "x", "--name", "{年度"],
                 ["in", "-o", "x", "--bind", "a.png"],
                 ["in", "-o", "x", "--shard", "1/2", "--bind", "a.pdf"],
                 ["in", "-o", "x", "--to", "pfd"],
                 ["nowhere", "-o", "in/第1片/00000.yaml"]):
        yield from (f"{args}: {p}" for p in status(run(top, *args), 2))


def resumed(top):
    """What changed is done again, and nothing else."""
    a, b, c, d = reports.make(top / "in", 4, reports.short)
    (top / "old.yaml").write_text(reports.short(7).replace("2024", "2023"),
                                  encoding="utf-8")
    d.write_text(d.read_text(encoding="utf-8") + "上年: ../../old.yaml\n",
                 encoding="utf-8")
    args = ["in", "-o", "out", "--report", "r.jsonl", "--resume"]

    def redone(*more):
        run(top, *args, *more)
        return {r["file"].split("/")[1][:5] for r in records(top / "r.jsonl")[1]
                if not r["kept"]}

    steps = [("first", lambda: None, {"00000", "00001", "00002", "00003"}, []),
             ("nothing", lambda: None, set(), []),
             ("touched", a.touch, set(), []),
             ("input", lambda: a.write_text(reports.short(9), encoding="utf-8"),
              {"00000"}, []),
             ("output gone", (top / "out" / "第2片" / "00001.pdf").unlink,
              {"00001"}, []),
             ("output cut", lambda: os.truncate(
                 top / "out" / "第3片" / "00002.pdf", 99), {"00002"}, []),
             ("last year's", lambda: (top / "old.yaml").write_text(
                 reports.short(8).replace("2024", "2023"), encoding="utf-8"),
              {"00003"}, []),
             ("template", lambda: None, {"00000", "00001", "00002", "00003"},
              ["--template", "office-28pt"])]
    for name, change, want, more in steps:
        change()
        got = redone(*more)
        if got != want:
            yield f"{name}: {sorted(got)} was done, not {sorted(want)}"
    run(top, *args)
    run(top, "in", "-o", "fresh")
    yield from differ(outputs(top / "out"), outputs(top / "fresh"))


class Page(html.parser.HTMLParser):
    """The cells, and whether every element is closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.rows, self.links, self.bad = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(tag)

    def handle_data(self, data):
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def index(top):
    import urllib.parse
    (top / "in").mkdir()
    (top / "in" / "=甲 & <b>,\"乙\".yaml").write_text(
        reports.short(1).replace("标题: ", "标题: =<i>", 1), encoding="utf-8")
    reports.make(top / "in", 3, reports.short)
    run(top, "in", "-o", "out")
    page = Page((top / "out" / "index.html").read_text(encoding="utf-8"))
    text = (top / "out" / "index.csv").read_bytes()
    rows = list(csv.reader(text.decode("utf-8-sig").split("\r\n")))[:-1]
    if page.bad or page.open:
        yield f"index.html: {page.bad} {page.open}"
    plain = [[cell.removeprefix("'") for cell in row] for row in rows]
    if page.rows != plain:
        yield f"the two are not the same: {page.rows} {plain}"
    if len(rows) != 5:
        yield f"{len(rows)} rows"
    for link in page.links:
        if not (top / "out" / urllib.parse.unquote(link)).is_file():
            yield f"{link}: no file"


def formats(top):
    reports.make(top / "in", 5, reports.short)
    sarif = run(top, "in", "-o", "out", "--format", "sarif")
    results = json.loads(sarif.stdout)["runs"][0]["results"]
    lines = run(top, "in", "-o", "out", "--format", "json", "-j", 3).stdout
    found = [json.loads(x) for x in lines.splitlines()]
    n = sum(x["type"] == "finding" for x in found)
    if n == 0 or n != len(results):
        yield f"{n} findings in JSON, {len(results)} in SARIF"
    files = [x["file"] for x in found if x["type"] == "finding"]
    if files != sorted(files):
        yield "not in the order of the list"


def imported(top):
    (top / "in").mkdir()
    for path in sorted((ROOT / "tests/cases/import").glob("a*.txt"))[:3]:
        shutil.copy(path, top / "in")
    done = run(top, "in", "-o", "in/out", "--import")
    yield from status(done, 1)
    for path in (top / "in").glob("*.txt"):
        for suffix in (".pdf", ".yaml"):
            if not (top / "in" / "out" / path.name).with_suffix(suffix).is_file():
                yield f"{path.name}: no {suffix}"
    done = run(top, "in", "-o", "in/out", "--import", "--resume")
    yield from says(done, "没有变化")
    (top / "notes").mkdir()
    (top / "notes" / "note.txt").write_text("随便几句话。", encoding="utf-8")
    run(top, "notes", "-o", "named", "--import", "--name", "{年度}-{原名}.pdf")
    if not (top / "named" / "无年度-note.pdf").is_file():
        yield "a text without a year is not written under a name"


def bound(top):
    reports.make(top / "in", 3)
    yield from status(run(top, "in", "-o", "a", "-j", 1, "--bind", "a.pdf"), 0)
    run(top, "in", "-o", "b", "-j", 3)
    run(top, "in", "-o", "b", "--resume", "--bind", "b.pdf")
    if (top / "a.pdf").read_bytes() != (top / "b.pdf").read_bytes():
        yield "the volume of a resumed run is another"
    run(top, "in", "-o", "b", "--resume", "--bind", "b.txt")
    text = (top / "b.txt").read_text(encoding="utf-8")
    first = text.splitlines()[:4]
    if first[0] != "目录" or not first[1].endswith("…3") or \
            not first[2].endswith("…13"):
        yield f"contents: {first}"
    run(top, "in", "-o", "b", "--resume", "--bind", "b.dump")
    numbers = re.findall(r'^  folio 0 .*"(\d+)"$',
                         (top / "b.dump").read_text(encoding="utf-8"), re.M)
    if numbers[:1] != ["3"] or "13" not in numbers:
        yield f"numbers of pages: {numbers}"
    if not shutil.which("qpdf"):
        return
    done = subprocess.run(["qpdf", "--json", top / "a.pdf"],
                          capture_output=True, text=True)
    document = json.loads(done.stdout)
    labels = [(o["index"], o["label"].get("/St", 1))
              for o in document["pagelabels"]]
    if labels != [(0, 1), (2, 1), (12, 1), (22, 1)]:
        yield f"names of pages: {labels}"
    tops = [o["title"] for o in document["outlines"]]
    if len(tops) != 4 or not all(o["kids"] for o in document["outlines"][1:]):
        yield f"bookmarks: {tops}"
    if [o["destpageposfrom1"] for o in document["outlines"]] != [1, 3, 13, 23]:
        yield f"{document['outlines']}"


def main():
    tap = Tap()
    if not has_fonts():
        tap.skip("batch", "the fonts are not there")
        tap.done()
    for test in (same_bytes, lists, bad_files, clashes, bad_words, resumed,
                 index, formats, imported, bound):
        with tempfile.TemporaryDirectory() as top:
            tap.check(test.__name__, list(test(pathlib.Path(top))))
    tap.done()


main()
