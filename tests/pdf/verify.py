#!/usr/bin/env python3
"""verify: a PDF/A-3a is made again of itself, byte for byte; what was changed,
or is not as it was, is told.

usage: verify.py NIANBAO
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap, data_dir, drafts, examples, has_fonts, seeds

CASES = ROOT / "tests" / "cases"
FULL = CASES / "layout" / "structure.yaml"
STYLE = ROOT / "examples" / "styles" / "street.yaml"
YEAR = ROOT / "examples" / "qinghe-2024.yaml"
SMALL = CASES / "cli" / "good.yaml"
STREAM = re.compile(rb"(\d+) 0 obj\n<<((?:(?!endobj).)*?)/Length (\d+)"
                    rb"[^>]*>>stream\n", re.S)


class Bench:
    def __init__(self, nianbao, folder):
        self.nianbao, self.folder = nianbao, folder
        self.data = None

    def run(self, *args):
        env = dict(os.environ)
        if self.data:
            env["NIANBAO_DATADIR"] = str(self.data)
        return subprocess.run(
            [self.nianbao, *map(str, args)], timeout=60, cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", env=env)

    def render(self, source, name, *more):
        path = self.folder / name
        self.run("render", "--pdfa", "3a", *more, source, "-o", path)
        return path

    def verify(self, status, *args, words=()):
        """Problems with a run that must end so, and say all words."""
        done = self.run("verify", *args)
        if done.returncode != status:
            yield f"exit status {done.returncode}, not {status}"
        for word in words:
            if word not in done.stdout:
                yield f"“{word}” is not in: {done.stdout}"

    def changed(self, name, change):
        """A copy of the good file; change makes its bytes of the old."""
        old = (self.folder / "good.pdf").read_bytes()
        new = change(old)
        assert new != old, name
        path = self.folder / name
        path.write_bytes(new)
        return path


def repack(raw, wants, change):
    """The first stream of which wants says so, with other contents in as many
    bytes: behind the end of packed data nobody looks."""
    for m in STREAM.finditer(raw):
        n = int(m[3])
        packed = raw[m.end():m.end() + n]
        if b"/FlateDecode" not in m[0]:
            continue
        data = zlib.decompress(packed)
        if not wants(m[0], data):
            continue
        packer = zlib.compressobj(9, zlib.DEFLATED, 15, 9)
        new = packer.compress(change(data)) + packer.flush()
        assert len(new) <= n, f"{len(new)} bytes do not fit {n}"
        return raw[:m.end()] + new.ljust(n, b"\0") + raw[m.end() + n:]
    raise AssertionError("no such stream")


def is_page(head, data):
    return b" Tf" in data and b"/Type" not in head


def one_glyph(data):
    """Without the first two characters of a page."""
    m = re.search(rb"\((\0[^\\])(\0[^\\])", data, re.S)
    return data[:m.start(1)] + data[m.end(2):]


def source_with(word):
    return lambda head, data: b"EmbeddedFile" in head and word in data


def flip(raw, at):
    return raw[:at] + bytes([raw[at] ^ 0x20]) + raw[at + 1:]


def flip_page(raw):
    for m in STREAM.finditer(raw):
        n = int(m[3])
        if b"/FlateDecode" in m[0] and is_page(m[0], zlib.decompress(
                raw[m.end():m.end() + n])):
            return flip(raw, m.end() + n // 2)
    raise AssertionError("no page")


def check_good(tap, b):
    sources = [FULL] + examples() + drafts() + seeds()
    out = b.folder / "all"
    out.mkdir()
    b.run("render", "--pdfa=3a", *sources, "-o", out)
    done = b.run("verify", out)
    good = [l for l in done.stdout.splitlines() if l.startswith("一致")]
    tap.check("all are the same again", [] if len(good) == len(sources)
              and done.returncode == 0 else [done.stdout])


def made_alone(b):
    """Its files are no longer there."""
    folder = b.folder / "away"
    shutil.copytree(ROOT / "examples", folder)
    pdf = b.render(folder / YEAR.name, "alone.pdf")
    shutil.rmtree(folder)
    return pdf


def check_options(tap, b):
    own = b.folder / "大纲.yaml"
    shutil.copy(ROOT / "examples" / "outlines" / "yunzhou.yaml", own)
    style = b.render(SMALL, "style.pdf", f"--template={STYLE}")
    pdfs = [style, made_alone(b), b.render(SMALL, "sheet.pdf", "--conform"),
            b.render(SMALL, "outline.pdf", f"--outline={own}")]
    tap.check("a house style is asked for", list(b.verify(
        2, style, words=["A39", STYLE.name, "--template"])))
    tap.check("with a style, alone, with a sheet, with an outline", list(
        b.verify(0, f"--template={STYLE}", *pdfs,
                 words=["大纲.yaml", "一致 4 份"])))


def check_batch(tap, b):
    out = b.folder / "batch"
    done = b.run("batch", "--pdfa=3a", SMALL, "-o", out)
    made = [p.read_bytes() for p in out.rglob("*.pdf")]
    tap.check("batch makes the same", [] if made == [
        (b.folder / "good.pdf").read_bytes()] else [done.stdout])


CHANGED = [
    ("a byte of a page", flip_page, "different", ["A3"]),
    ("two characters of a page", lambda raw: repack(raw, is_page, one_glyph),
     "different", ["A36", "第 1 面", "照稿子重排是"]),
    ("half of the source",
     lambda raw: repack(raw, source_with("机关:".encode()),
                        lambda d: d[:len(d) // 2]),
     "different", ["A35", SMALL.name]),
    ("the title in XMP",
     lambda raw: raw.replace(b"<dc:title>", b"<dc:titlo>", 1),
     "different", ["A36", "元数据"]),
    ("a name in Info",
     lambda raw: repack(raw, lambda head, data: b"/Creator(" in data,
                        lambda d: d.replace(b"/Creator(nianbao",
                                            b"/Creator(nianba", 1)),
     "different", ["A36"]),
    ("another program",
     lambda raw: repack(raw, source_with("程序:".encode()),
                        lambda d: re.sub(rb"nianbao [\d.]+", b"nianbao 9", d)),
     "unknown", ["A37", "nianbao 9", '"other_page":0']),
    ("a record of a later program",
     lambda raw: repack(raw, source_with("程序:".encode()),
                        lambda d: re.sub(rb"nianbao [\d.]+", b"nianbao 9",
                                         d.replace("记录: 1".encode(),
                                                   "记录: 2".encode()))),
     "unknown", ["A34", "第 2 版"]),
    ("a record that is none",
     lambda raw: repack(raw, source_with("程序:".encode()),
                        lambda d: b"?" * 40), "unknown", ["A34"]),
    ("cut short", lambda raw: raw[:len(raw) // 2], "different", ["A30"]),
    ("without its end", lambda raw: raw[:-200], "different", ["A30"]),
    ("bytes behind its end", lambda raw: raw + b"\n%more\n",
     "different", ["A36", "写法不同"]),
]


def saved(b, name, *args):
    path = b.folder / name
    subprocess.run(["qpdf", *args, b.folder / "good.pdf", path], check=True)
    return path


def others(b):
    """Files that are not ours, or not as they were."""
    plain, foreign = b.folder / "plain.pdf", b.folder / "foreign.pdf"
    b.run("render", SMALL, "-o", plain)
    b.run("render", SMALL, "--to=pdf-cairo", "-o", foreign)
    yield "a PDF/A-2a", plain, "unknown", ["A33", "PDF/A-2a"]
    yield "another program's", foreign, "unknown", ["A33"]
    yield ("saved again", saved(b, "saved.pdf", "--object-streams=generate"),
           "different", ["A36", "另存"])
    yield ("locked", saved(b, "locked.pdf", "--encrypt", "a", "b", "256",
                           "--"), "unknown", ["A31"])
    yield "no PDF", SMALL, "unknown", ["A33", "不是 PDF"]
    yield "no file", b.folder / "none.pdf", "unknown", ["A01"]
    yield "nothing", b.folder / "good.pdf", "same", []


def check_planted(tap, b):
    cases = [(what, b.changed(f"changed-{i}.pdf", change), verdict, words)
             for i, (what, change, verdict, words) in enumerate(CHANGED)]
    cases += others(b)
    done = b.run("verify", "--format=json", *(path for _, path, _, _ in cases))
    lines = [l for l in done.stdout.splitlines() if l.startswith("{")]
    for what, path, verdict, words in cases:
        said = [l for l in lines if json.loads(l)["file"] == str(path)]
        got = [json.loads(l).get("verdict") for l in said][-1:]
        tap.check(f"{what} is {verdict}",
                  [f"no “{w}” in {said}" for w in words
                   if w not in "".join(said)] +
                  ([] if got == [verdict] else [f"it is {got}: {said}"]))
    tap.check("the worst is told", [] if done.returncode == 2
              else [f"exit status {done.returncode}"])


def touch(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def used_fonts(raw):
    """The record's fonts."""
    found = []
    repack(raw, source_with("程序:".encode()),
           lambda d: found.extend(re.findall(r'"([^"]+\.[ot]t[fc])"',
                                             d.decode())) or b"")
    return found


def check_surroundings(tap, b):
    good = b.folder / "good.pdf"
    b.data = data_dir(b.folder)
    template = b.data / "templates" / "gbt9704-2012" / "template.yaml"
    old = template.read_text(encoding="utf-8")
    template.write_text(old + "\n# 注释不算\n", encoding="utf-8")
    tap.check("a comment changes no template", list(b.verify(0, good)))
    touch(template, "37mm", "38mm")
    tap.check("another template", list(b.verify(
        2, good, words=["没法核对", "A38", "版式", "第 1 页起不同"])))
    template.unlink()
    tap.check("no template", list(b.verify(
        2, good, words=["A39", "gbt9704-2012"])))
    template.write_text(old, encoding="utf-8")
    font = b.data / "fonts" / "files" / used_fonts(good.read_bytes())[0]
    whole = font.read_bytes()
    font.unlink()
    tap.check("no font", list(b.verify(2, good, words=[font.name])))
    font.write_bytes(whole + b"\0")
    tap.check("another font", list(b.verify(
        2, good, words=["A38", font.name, "SHA-256", "都相同"])))
    b.data = None


def main():
    tap = Tap()
    if not has_fonts():
        tap.skip("verify", "no fonts; run ./setup.sh")
        tap.done()
    with tempfile.TemporaryDirectory() as folder:
        b = Bench(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder))
        b.render(SMALL, "good.pdf")
        for check in (check_good, check_options, check_batch, check_planted,
                      check_surroundings):
            check(tap, b)
    tap.done()


if __name__ == "__main__":
    main()
