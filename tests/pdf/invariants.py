#!/usr/bin/env python3
"""What holds for every PDF: the same bytes whenever and wherever it is made,
sound, its fonts in it, every character of the input on A4 inside the 版心.

usage: invariants.py NIANBAO
Examples, and the real documents where they are at hand.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import trace_pdf as trace
from tap import SEEDS, Tap, examples, has_fonts, seeds

# GB/T 9704-2012 5.1, 5.2.1, 5.2.3
PAPER = 210, 297
LEFT, TOP, RIGHT, BOTTOM = 28, 37, 28 + 156, 37 + 225
LINES = 22
TEXT = 15 * 25.4 / 72  # [mm] 三号 and more
NEAR = 0.2  # rounding of lengths in the PDF
# GB/T 15834-2011 5.1
NO_START = set("，。、；：？！）〕】》〉」』”’·%‰℃")
NO_END = set("（〔【《〈「『“‘")
HANGING = set("，。、；：？！）〕】》〉」』”’")  # their right half is blank
FOLIO = re.compile(r"[—–-]\s*(\d+)\s*[—–-]")
ELSEWHERE = [{"TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
             {"TZ": "America/St_Johns", "LANG": "C", "LC_ALL": "POSIX"}]


def run(*args, **more):
    return subprocess.run([str(a) for a in args], capture_output=True,
                          timeout=120, **more)


def squeeze(text):
    return re.sub(r"[\s\u3000\u200b\ufeff\u00a0]+", "", text)


def render(nianbao, document, folder, surroundings, *options):
    """The PDF made in an empty folder of its own."""
    folder.mkdir()
    done = run(nianbao, "render", os.path.relpath(document, folder),
               "-o", "x.pdf", *options, cwd=folder, env={**os.environ, **surroundings})
    made = sorted(p.name for p in folder.iterdir())
    if done.returncode not in (0, 1) or made != ["x.pdf"]:
        raise RuntimeError(f"exit {done.returncode}, made {made}: "
                           + done.stderr.decode(errors="replace"))
    return folder / "x.pdf"


def soundness(pdf):
    done = run("qpdf", "--check", pdf)
    return (done.stdout + done.stderr).decode().splitlines() \
        if done.returncode else []


def font_problems(pdf):
    rows = run("pdffonts", pdf).stdout.decode(errors="replace").splitlines()
    if len(rows) < 3:
        yield "there is no font"
    for row in rows[2:]:
        # the last columns: emb sub uni, object number and generation
        embedded, subset, unicode = row.split()[-5:-2]
        if (embedded, subset, unicode) != ("yes", "yes", "yes"):
            yield f"not embedded, subset and with Unicode: {row}"
        if "Type 3" in row:
            yield f"a Type 3 font: {row}"


def pdf_text(pdf):
    pages = run("pdftotext", "-raw", pdf, "-").stdout.decode().split("\f")
    body = (re.sub(rf"{FOLIO.pattern}\s*$", "", page.rstrip())
            for page in pages)
    return squeeze("".join(body))


def text_problems(nianbao, document, shown, *options):
    """Every character of the model's text is there, in order."""
    done = run(nianbao, "render", "--to", "txt", "-o", "-", *options,
               document)
    at = 0
    text = "\n".join(line for line in done.stdout.decode().splitlines()
                     if not FOLIO.fullmatch(line.strip()))
    for n, char in enumerate(want := squeeze(text)):
        next_at = shown.find(char, at)
        if next_at < 0 or next_at - at > 40:
            yield f"lost: {want[max(0, n - 12):n]}[{want[n:n + 12]}]"
            return
        at = next_at + 1


def block_lines(document):
    """The lines that the author wrote under 正文, 导语 and 结语."""
    indent = None
    for line in document.read_text(encoding="utf-8").splitlines():
        depth = len(line) - len(line.lstrip())
        if indent is not None and line.strip() and depth <= indent:
            indent = None
        key = re.match(r"([\s-]*)(正文|导语|结语): *\|", line)
        if key:
            indent = len(key[1])
        elif indent is not None and line.strip():
            yield line


def is_whole(nianbao, document):
    """Whether the program says that it can set all of it (no L01)."""
    done = run(nianbao, "render", "--format=concise", "--to=txt", "-o", "-",
               document)
    return b" L01 " not in done.stderr


def block_problems(document, shown):
    for line in block_lines(document):
        for piece in re.split(r"\{[^}]*\}", line):
            if squeeze(piece) not in shown:
                yield f"not in the PDF: {piece.strip()[:40]}"


def line_problems(row, where):
    shown, last = trace.text(row), row[-1]
    room = last.size / 2 if last.char in HANGING else 0
    if row[0].x < LEFT - NEAR:
        yield f"{where} starts left of the 版心: {shown[:12]}"
    if last.x + last.advance > RIGHT + NEAR + room:
        yield f"{where} runs past the 版心: {shown[-12:]}"
    if shown[:1] in NO_START:
        yield f"{where} starts with {shown[:8]}"
    if shown[-1:] in NO_END:
        yield f"{where} ends with {shown[-8:]}"
    if "\ufffd" in shown:
        yield f"{where} has a glyph without its character"


def page_problems(page, number):
    body = []
    if abs(page.width - PAPER[0]) > NEAR or abs(page.height - PAPER[1]) > NEAR:
        yield f"p{number}: {page.width:.1f} × {page.height:.1f} mm, not A4"
    for row in trace.lines(page):
        shown, y = trace.text(row), row[0].y
        if TOP <= y <= BOTTOM:
            if max(g.size for g in row) >= TEXT:  # tables have their own grid
                body.append(row)
        elif y < TOP or not FOLIO.fullmatch(shown):
            yield f"p{number}: outside the 版心: {shown[:20]}"
        elif int(FOLIO.fullmatch(shown)[1]) != number:
            yield f"p{number}: its folio is {shown}"
    if len(body) > LINES:
        yield f"p{number}: {len(body)} lines, over {LINES}"
    for n, row in enumerate(body, 1):
        yield from line_problems(row, f"p{number} line {n}")


def geometry_problems(pdf):
    for number, page in enumerate(trace.read(pdf), 1):
        if page.width < page.height:
            yield from page_problems(page, number)


def conformance(pdf):
    """What the shared measuring tool says, where it is at hand."""
    tool = SEEDS.parent / "tools" / "conform.py"
    if not tool.exists():
        return None
    done = run(sys.executable, tool, pdf)
    return done.stdout.decode().splitlines() if done.returncode else []


def judge(tap, nianbao, document, folder):
    name = document.stem
    try:
        first, second = (render(nianbao, document, folder / str(i), where)
                         for i, where in enumerate(ELSEWHERE))
    except RuntimeError as why:
        tap.check(f"{name}: is drawn", [why])
        return
    shown = pdf_text(first)
    tap.check(f"{name}: same bytes elsewhere",
              [] if first.read_bytes() == second.read_bytes()
              else ["they differ"])
    tap.check(f"{name}: sound", soundness(first))
    tap.check(f"{name}: fonts", list(font_problems(first)))
    tap.check(f"{name}: the model's text",
              list(text_problems(nianbao, document, shown)))
    if is_whole(nianbao, document):
        tap.check(f"{name}: the author's lines",
                  list(block_problems(document, shown))[:10])
    else:
        tap.skip(f"{name}: the author's lines", "L01: not all of it is set")
    tap.check(f"{name}: geometry", list(geometry_problems(first))[:20])
    if document in examples():
        done = run(nianbao, "check", "--strict", "--format=concise", document)
        tap.check(f"{name}: nothing to find",
                  done.stdout.decode().splitlines())
    measured = conformance(first)
    if measured is not None:
        tap.check(f"{name}: conform.py", measured)


def judge_bold(tap, nianbao, document, folder):
    """Bold text is text: the same characters, of an embedded font."""
    name = f"{document.stem} bold"
    style = "--template=street-bold-kai"
    try:
        first, second = (
            render(nianbao, document, folder / f"bold-{i}", where, style)
            for i, where in enumerate(ELSEWHERE))
    except RuntimeError as why:
        tap.check(f"{name}: is drawn", [why])
        return
    tap.check(f"{name}: same bytes elsewhere",
              [] if first.read_bytes() == second.read_bytes()
              else ["they differ"])
    tap.check(f"{name}: sound", soundness(first))
    tap.check(f"{name}: fonts", list(font_problems(first)))
    tap.check(f"{name}: the model's text",
              list(text_problems(nianbao, document, pdf_text(first),
                                 style)))


def main():
    tap = Tap()
    nianbao = pathlib.Path(sys.argv[1]).resolve()
    if not has_fonts():
        tap.skip("invariants", "no fonts: run ./setup.sh")
        tap.done()
    if not seeds():
        tap.skip("the real documents", "they are not at hand")
    with tempfile.TemporaryDirectory() as top:
        for document in examples() + seeds():
            folder = pathlib.Path(top) / document.stem
            folder.mkdir()
            judge(tap, nianbao, document, folder)
            judge_bold(tap, nianbao, document, folder)
    tap.done()


main()
