#!/usr/bin/env python3
"""A draft for review: every finding is on the words it names, as mutool and
poppler read them; the text stands where it stands without; numbers lead to the
list and its rows back.

usage: review.py NIANBAO
The draft that is wrong on purpose, a golden case, the real documents where they
are at hand.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import pdfa_annotations
import pdfa_file
import pdfa_fonts
import pdfa_metadata
import pdfa_tags
from pdf_file import File, text_of
from pdfa_metadata import annotations
from pdfa_rule import judge
from tap import ROOT, Tap, drafts, has_fonts, seeds

# Marks whose ink is in the right or in the left half of their box
OPENING = "（《“‘【〔「『([{<"
CLOSING = "，。、；：！？）》”’】〕」』,.;:!?)]}>"
SAMPLE = 12  # highlights of a file that poppler is asked for
TOO_FAR = 0.02  # [pt] that a character may move


def run(*args):
    done = subprocess.run([str(a) for a in args], capture_output=True,
                          timeout=60, check=False)
    return done.stdout.decode("utf-8", "replace")


def glyphs(path):
    """Of each page the characters, with the middle of the ink of each, from
    the top, as mutool reads them."""
    pages = []
    for page in tree.fromstring(run("mutool", "draw", "-F", "stext",
                                    path)).iter("page"):
        found = []
        for char in page.iter("char"):
            q = [float(x) for x in char.get("quad").split()]
            left, right = min(q[::2]), max(q[::2])
            top, bottom = min(q[1::2]), max(q[1::2])
            turned = abs(q[2] - q[0]) < abs(q[3] - q[1])
            c = char.get("c")
            share = 0.75 if c in OPENING else 0.25 if c in CLOSING else 0.5
            x = left + (right - left) * share
            y = bottom - (bottom - top) * share
            found.append((c, (left + right) / 2 if turned else x,
                          y if turned else (top + bottom) / 2,
                          float(char.get("x")), float(char.get("y"))))
        pages.append(found)
    return pages


def boxes(page, x):
    """The quads of an annotation, y from the top."""
    height, q = page.dict["/MediaBox"][3], x["/QuadPoints"]
    for i in range(0, len(q), 8):
        xs, ys = q[i:i + 8:2], [height - y for y in q[i + 1:i + 8:2]]
        yield min(xs), min(ys), max(xs), max(ys)


def below(chars, box):
    return "".join(c for c, x, y, *_ in chars
                   if box[0] <= x <= box[2] and box[1] <= y <= box[3])


def poppler(path, number, box):
    """The same, in tenths of a point.  It takes characters that are only
    touched, too: the box is made narrower by a third of one at both ends."""
    left, top, right, bottom = (round(x * 10) for x in box)
    third = min(bottom - top, right - left) // 3
    if right - left > (bottom - top) / 2:
        left, right = left + third, right - third
    return run("pdftotext", "-r", "720", "-f", number, "-l", number, "-x",
               left, "-y", top, "-W", right - left, "-H", bottom - top,
               "-enc", "UTF-8", path, "-")


def letters(text):
    return "".join(c for c in text if c.isalnum())


def wanted(finding, lines):
    """A pattern of what is to stand below the highlight, or None: it is a
    value of 指标, which is shown elsewhere."""
    head = [line for line in lines[:finding["line"]]
            if re.match(r"\S+:", line)]
    if head and head[-1].startswith("指标:"):
        return None
    words = finding["excerpt"]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return "{}年{}月{}日".format(*map(int, words.split("-")))
    parts = re.split(r"\{[^}]*\}", words)
    return ".+".join(re.escape(letters(part)) for part in parts)


def findings(nianbao, source, out):
    text = run(nianbao, "render", "--review", "--notes", "--format=json",
               "-o", out, source)
    rows = [json.loads(line) for line in text.splitlines()]
    return [row for row in rows if "code" in row]


def highlights(file):
    """By number of the finding: the annotations on its words, in order."""
    found = {}
    for page, x in annotations(file):
        m = re.fullmatch(r"nianbao-(\d+)(-\d+)?", text_of(x["/NM"]))
        if m:
            found.setdefault(int(m[1]), []).append((page, x))
    return found


def check_words(found, marks, chars, source):
    """What mutool sees below each highlight is what the finding names."""
    lines = source.read_text(encoding="utf-8").splitlines()
    for n, finding in enumerate(found, 1):
        where = f"{n}: {finding['code']} “{finding['excerpt'][:30]}”"
        if n not in marks:
            yield f"{where} is not on the pages"
            continue
        contents = text_of(marks[n][0][1]["/Contents"])
        for word in (finding["code"], finding["message"], f"第{n}条",
                     f"稿子第{finding['line']}行"):
            if word not in contents and (finding["excerpt"] or
                                         "稿子" not in word):
                yield f"{where}: “{word}” is not in its note"
        if marks[n][0][1]["/Subtype"] == "/Text":
            continue
        seen = "".join(below(chars[page.number - 1], box)
                       for page, x in marks[n] for box in boxes(page, x))
        want = wanted(finding, lines)
        if not finding["excerpt"].strip():
            continue
        if not seen:
            yield f"{where}: nothing is below it"
        elif want and not re.fullmatch(want, letters(seen)):
            yield f"{where}: below it is “{seen}”"
        elif want == "" and finding["excerpt"] not in seen:
            yield f"{where}: below it is “{seen}”"


def check_poppler(path, marks, chars):
    some = [m for _, m in sorted(marks.items())
            if m[0][1]["/Subtype"] == "/Highlight"]
    for parts in some[::max(len(some) // SAMPLE, 1)]:
        page, x = parts[0]
        box = next(boxes(page, x))
        seen = letters(poppler(path, page.number, box))
        want = letters(below(chars[page.number - 1], box))
        if want and sorted(seen) != sorted(want):
            yield f"{text_of(x['/NM'])}: “{seen}”, mutool has “{want}”"


def check_text(plain, chars):
    """Everything of the report is where it was."""
    for number, (was, now) in enumerate(zip(glyphs(plain), chars), 1):
        places = {}
        for c, _, _, x, y in now:
            places.setdefault(c, []).append((x, y))
        for c, _, _, x, y in was:
            if not any(abs(x - a) + abs(y - b) < TOO_FAR
                       for a, b in places.get(c, [])):
                yield f"page {number}: {c} is not at {x}, {y}"


def check_links(file, found, marks):
    """Every number leads to the list, every row back to the words."""
    ids = {page.id: page.number for page in file.pages}
    there, back = {}, {}
    for page, x in annotations(file):
        if x["/Subtype"] != "/Link":
            continue
        text = text_of(x["/Contents"])
        way = back if text.endswith("所在的地方") else there
        way.setdefault(int(re.search(r"第(\d+)条", text)[1]), []).append(
            (page.number, ids[x["/Dest"][0]]))
    for n in marks:
        at = marks[n][0][0].number
        row = there.get(n, [])
        if len(row) != 1 or row[0][0] != at:
            yield f"{n}: {len(row)} numbers beside it"
        if not back.get(n) or {r[1] for r in back[n]} != {at}:
            yield f"{n}: no way back from the list"
        elif row and row[0][1] != back[n][0][0]:
            yield f"{n}: the list is on page {back[n][0][0]}"
    if set(there) | set(back) > set(range(1, len(found) + 1)):
        yield "links of no finding"


def check_file(tap, nianbao, source, folder):
    plain, out = folder / "plain.pdf", folder / "review.pdf"
    found = findings(nianbao, source, out)
    run(nianbao, "render", "-o", plain, source)
    file, chars = File(out), glyphs(out)
    marks, name = highlights(file), source.name
    tap.check(f"{name}: findings are on their words",
              list(check_words(found, marks, chars, source)))
    tap.check(f"{name}: poppler sees them there, too",
              list(check_poppler(out, marks, chars)))
    tap.check(f"{name}: the text has not moved",
              list(check_text(plain, chars))[:20])
    tap.check(f"{name}: links lead there and back",
              list(check_links(file, found, marks)))
    tap.check(f"{name}: its annotations are PDF/A-2a and PDF/UA-1",
              [f"{r.clause} {r.name}: {what}" for r, what in judge(file)][:20])


def main():
    tap = Tap()
    nianbao = pathlib.Path(sys.argv[1]).resolve()
    if not has_fonts():
        tap.skip("review", "no fonts; run ./setup.sh")
        tap.done()
    with tempfile.TemporaryDirectory() as folder:
        for source in [*drafts(), *seeds()]:
            check_file(tap, nianbao, source, pathlib.Path(folder))
    tap.done()


if __name__ == "__main__":
    main()
