#!/usr/bin/env python3
"""Files that are too large, swell when unpacked, are damaged, or are no words
are refused at once, in little memory, with one finding; pictures in a Word
document, a damaged line in a text are no reason to refuse it.

usage: limits.py NIANBAO
"""

import os
import pathlib
import random
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

SECONDS = 30  # of CPU; a sanitizer takes ten times the usual
MEMORY = 1200 << 20  # of which a sanitizer takes the most
MB = 1 << 20
HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/' \
    'wordprocessingml/2006/main"><w:body>'
TAIL = "</w:body></w:document>"
SENTENCE = "<w:p><w:r><w:t>专题研究法治工作4次。</w:t></w:r></w:p>"
BODY = HEAD + SENTENCE + TAIL
GOOD = ("柳溪街道2024年法治政府建设年度报告\n一、加强组织领导\n" \
    "专题研究法治工作4次，听取汇报2次，班子成员述法5人次。\n" * 9).encode()
NOISE = random.Random(5).randbytes(MB)


def rels(targets):
    return "<Relationships>" + "".join(
        f'<Relationship Id="r{i}" Type="x/header" Target="{t}"/>'
        for i, t in enumerate(targets)) + "</Relationships>"


def pack(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data,
                             zipfile.ZIP_STORED if name.endswith(".jpg")
                             else zipfile.ZIP_DEFLATED)


def pictures(n):
    return [("word/document.xml", BODY)] + [
        (f"word/media/image{i}.jpg", NOISE) for i in range(n)]


def headers(names, part):
    return [("word/document.xml", BODY),
            ("word/_rels/document.xml.rels", rels(names)),
            *((f"word/{n}", part) for n in sorted(set(names))),
            ("pad.jpg", NOISE)]


LARGE = HEAD + SENTENCE * 40_000 + TAIL  # 4 MB
BOMB = f"<!DOCTYPE a [<!ENTITY b0 '哈哈'>" + "".join(
    f"<!ENTITY b{i} '&b{i-1};&b{i-1};'>" for i in range(1, 60)) + \
    "]><a>&b59;</a>"
# name -> parts of an archive, and the code of the refusal, None: it is read.
ARCHIVES = {
    "pictures-30-MB": (lambda: pictures(30), None),
    "pictures-100-MB": (lambda: pictures(100), "A02"),
    "part-of-256-MB": (lambda: [("word/document.xml",
                               HEAD + " " * (256 * MB) + TAIL)], "A64"),
    "part-of-20-MB": (lambda: [("word/document.xml", HEAD + "".join(
        f"<w:p>{i}</w:p>" for i in range(MB)) + TAIL)], "A64"),
    "one-header-often": (lambda: headers(["h.xml"] * 9000, LARGE), None),
    "many-headers": (lambda: headers(
        [f"h{i}.xml" for i in range(3000)], BODY), None),
    "many-large-headers": (lambda: headers(
        [f"h{i}.xml" for i in range(30)], LARGE), None),
    "many-files": (lambda: [(f"e{i}", "") for i in range(11_000)] +
                   pictures(0), "A64"),
    "entity-bomb": (lambda: [("word/document.xml", BOMB)], "A65"),
}
FILES = {
    "text-100-MB.txt": (lambda: b"\xe6\xb3\x95\n" * (25 * MB), "A02"),
    "text-20-MB.txt": (lambda: b"\xe6\xb3\x95\n" * (5 * MB), "A02"),
    "page-100-MB.html": (lambda: b"<html><p>" * (100 * MB // 9), "A02"),
    "page-20-MB.html": (lambda: b"<html><p>" * (20 * MB // 9), "A02"),
    "tags-alone.html": (lambda: b"<html>" + b"<p>" * (5 * MB), "A64"),
    "noise.txt": (lambda: NOISE[:MB // 4].replace(b"\0", b""), "A62"),
    "noise-of-300-bytes.txt": (lambda: NOISE[:300], "A62"),
    "noise-beyond-ascii.txt": (lambda: bytes(
        128 | b for b in NOISE[:2000]), "A62"),
    "noise-in-a-page.html": (lambda: b"<p>" + NOISE[:2000].replace(
        b"\0", b"").replace(b"<", b""), "A62"),
    "one-damaged-line.txt": (lambda: GOOD + NOISE[:300].replace(
        b"\n", b"").replace(b"\0", b"") + b"\n" + GOOD * 2, None),
    "empty.txt": (lambda: b"", "A67"),
    "blank.txt": (lambda: "\n\u3000\n \n".encode(), "A67"),
    "entity-bomb.html": (lambda: BOMB.replace("DOCTYPE a", "DOCTYPE html")
                         .encode(), "A65"),
}


def cut(path):
    """The same archive, damaged in three ways."""
    data = path.read_bytes()
    middle = len(data) // 2
    return {"cut-short": data[:middle], "without-begin": b"PK\3\4" + data[middle:],
            "scratched": data[:60] + b"\0" * 40 + data[100:]}


def measure(nianbao, path):
    """(exit status, what it said, CPU seconds, bytes)"""
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(
            [nianbao, "import", path, "-o", path.with_suffix(".yaml")],
            stdout=said, stderr=said)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return (child.returncode, said.read().decode(errors="replace"),
                usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def problems(nianbao, path, code, memory=MEMORY):
    status, said, seconds, taken = measure(nianbao, path)
    if code is None and status != 0:
        yield f"refused, with status {status}: {said[:500]}"
    elif code and (status != 2 or said.count("错误[") != 1 or
                   f"错误[{code}]" not in said):
        yield f"status {status}, no {code} alone: {said[:500]}"
    if seconds > SECONDS:
        yield f"{seconds:.1f} s"
    if taken > memory:
        yield f"{taken // MB} MB"


def main(nianbao):
    tap = Tap()
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top)
        path = folder / "a.docx"
        for name, (parts, code) in ARCHIVES.items():
            pack(path, parts())
            tap.check(name, list(problems(nianbao, path, code)))
        pack(path, pictures(1))
        for name, data in cut(path).items():
            path.write_bytes(data)
            tap.check(name, list(problems(nianbao, path, "A63")))
        for name, (data, code) in FILES.items():
            path = folder / name
            path.write_bytes(data())
            tap.check(name, list(problems(nianbao, path, code)))
            path.unlink()
    tap.done()


main(str(pathlib.Path(sys.argv[1]).resolve()))
