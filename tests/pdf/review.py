#!/usr/bin/env python3
"""A draft for review: every finding is on the words it names, as mutool and
poppler read them; the text stands where it stands without; numbers lead to the
list and its rows back.

usage: review.py NIANBAO
The draft that is wrong on purpose and those that are right, some golden cases,
the real documents where they are at hand.
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
from tap import ROOT, Tap, drafts, examples, has_fonts, seeds

# Marks whose ink is in the right or in the left half of their box
OPENING = "（《“‘【〔「『([{<"
CLOSING = "，。、；：！？）》”’】〕」』,.;:!?)]}>"
TOO_FAR = 0.02  # [pt] that a character may move
# Pages on their side, attachments, charts, tables, Traditional characters
CASES = ("tests/cases/layout/8-table-turned.yaml",
         "tests/cases/layout/traditional-words.yaml",
         "tests/cases/web/report.yaml")
COLUMN = 30  # [pt] width of that of the numbers in the list


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


def beside(chars, box):
    """The characters next to the middle of a box, where there is a gap."""
    row = [(x, c) for c, x, y, *_ in chars
           if c.strip() and box[1] <= y <= box[3]]
    middle = (box[0] + box[2]) / 2
    return max((r for r in row if r[0] < middle), default=(0, ""))[1] + \
        min((r for r in row if r[0] > middle), default=(0, ""))[1]


def for_poppler(box):
    """Of a line it takes characters that are only touched, too, and of one that
    runs up the page only whole ones: a third of one less, or more, at its ends.
    """
    left, top, right, bottom = box
    third = min(bottom - top, right - left) / 3
    if right - left > (bottom - top) / 2:
        return left + third, top, right - third, bottom
    return left, top - third, right, bottom + third


def poppler(path, file, places, folder):
    """What poppler reads at each of the places (page, box): they are made the
    pages of a file of their own, so that it reads but one."""
    at = max(int(id.split()[0]) for id in file.objects) + 1
    root = file.trailer["/Root"], file.root["/Pages"]
    objects, kids = {}, []
    for page, box in places:
        height = page.dict["/MediaBox"][3]
        left, top, right, bottom = for_poppler(box)
        one = {key: value for key, value in page.dict.items()
               if not key.endswith("Box") and key != "/Annots"}
        one |= {"/Parent": root[1],
                "/MediaBox": [left, height - bottom, right, height - top]}
        kids.append(f"{at + len(kids)} 0 R")
        objects[f"obj:{kids[-1]}"] = {"value": one}
    pages = file.get(root[1]) | {"/Kids": kids, "/Count": len(kids)}
    objects[f"obj:{root[1]}"] = {"value": pages}
    head = file.json["qpdf"][0] | {"maxobjectid": at + len(kids)}
    (folder / "places.json").write_text(json.dumps({"qpdf": [head, objects]}))
    run("qpdf", path, f"--update-from-json={folder}/places.json",
        folder / "places.pdf")
    text = run("pdftotext", "-enc", "UTF-8", folder / "places.pdf", "-")
    return text.split("\f")


def letters(text):
    return "".join(c for c in text if c.isalnum())


def around(finding, lines):
    """The characters before and behind."""
    line, end = lines[finding["line"] - 1], finding["end_col"] - 1
    return line[finding["col"] - 2] + line[end:end + 1]


def wanted(finding, lines):
    """A pattern of what is to stand below the highlight, or None: it is a
    value of 指标, which is shown elsewhere."""
    if finding["excerpt"] == "下年任务":  # the key; the heading is ours
        return r"\d{4}年度法治政府建[设設]主要任[务務]"
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
    lines = source.read_text(encoding="utf-8").split("\n")
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
        if finding["excerpt"].isspace():
            page, x = marks[n][0]
            seen = beside(chars[page.number - 1], next(boxes(page, x)))
            if seen != around(finding, lines):
                yield f"{where}: it is between “{seen}”"
        if not finding["excerpt"].strip():
            continue
        if not seen:
            yield f"{where}: nothing is below it"
        elif want and not re.fullmatch(want, letters(seen)):
            yield f"{where}: below it is “{seen}”"
        elif want == "" and finding["excerpt"] not in seen:
            yield f"{where}: below it is “{seen}”"


def check_poppler(path, file, marks, chars, folder):
    """It sees below each highlight the letters that mutool sees there."""
    places = [(page, x, box) for parts in marks.values() for page, x in parts
              if x["/Subtype"] == "/Highlight" for box in boxes(page, x)]
    read = poppler(path, file, [(page, box) for page, _, box in places], folder)
    if len(read) != len(places) + 1:
        yield f"{len(read) - 1} places read, not {len(places)}"
    for (page, x, box), seen in zip(places, read):
        want = letters(below(chars[page.number - 1], box))
        if want and letters(seen) != want:
            yield f"{text_of(x['/NM'])}: “{letters(seen)}”, mutool has “{want}”"


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


def place(file, x):
    """Where a link leads: page, and x and y from the top left."""
    numbers = {page.id: page for page in file.pages}
    to, _, left, top, _ = x["/Dest"]
    return numbers[to].number, left, numbers[to].dict["/MediaBox"][3] - top


def number_of_row(chars, left, top):
    """The number of the row of the list that begins there."""
    digits = [(y, x, c) for c, x, y, *_ in chars
              if c.isdigit() and left < x < left + COLUMN and y > top]
    return "".join(c for y, x, c in sorted(digits) if y == min(digits)[0])


def check_links(file, found, marks, chars):
    """Every number leads to its row of the list, every row back to the words."""
    there, back = {}, {}
    for page, x in annotations(file):
        if x["/Subtype"] != "/Link":
            continue
        text = text_of(x["/Contents"])
        way = back if text.endswith("所在的地方") else there
        way.setdefault(int(re.search(r"第(\d+)条", text)[1]), []).append(
            (page.number, *place(file, x)))
    for n in marks:
        page, first = marks[n][0]
        row = there.get(n, [])
        if len(row) != 1 or row[0][0] != page.number:
            yield f"{n}: {len(row)} numbers beside it"
            continue
        _, to, left, top = row[0]
        if number_of_row(chars[to - 1], left, top) != str(n):
            yield f"{n}: it leads to another row of the list"
        if {r[:2] for r in back.get(n, [])} != {(to, page.number)}:
            yield f"{n}: no way back from the list"
        elif first["/Subtype"] == "/Highlight" and \
                abs(next(boxes(page, first))[1] - back[n][0][3]) > TOO_FAR:
            yield f"{n}: the way back ends elsewhere"
    if set(there) | set(back) > set(range(1, len(found) + 1)):
        yield "links of no finding"


def check_marks(tap, nianbao, source, folder):
    """What is said of the findings; the file that says it."""
    out, name = folder / "review.pdf", source.name
    found = findings(nianbao, source, out)
    file, chars = File(out), glyphs(out)
    marks = highlights(file)
    tap.check(f"{name}: findings are on their words",
              list(check_words(found, marks, chars, source)))
    tap.check(f"{name}: poppler sees them there, too",
              list(check_poppler(out, file, marks, chars, folder)))
    tap.check(f"{name}: links lead there and back",
              list(check_links(file, found, marks, chars)))
    return file, chars


def check_file(tap, nianbao, source, folder):
    file, chars = check_marks(tap, nianbao, source, folder)
    plain, name = folder / "plain.pdf", source.name
    run(nianbao, "render", "-o", plain, source)
    tap.check(f"{name}: the text has not moved",
              list(check_text(plain, chars))[:20])
    tap.check(f"{name}: its annotations are PDF/A-2a and PDF/UA-1",
              [f"{r.clause} {r.name}: {what}" for r, what in judge(file)][:20])


def check_batch(tap, nianbao, folder):
    """A folder gives what its drafts give one by one."""
    run(nianbao, "batch", "--review", "--notes", "-o", folder / "all",
        ROOT / "examples")
    other = []
    for source in [*drafts(), *examples()]:
        out = folder / "review.pdf"
        findings(nianbao, source, out)
        if (folder / "all" / f"{source.stem}.送审.pdf").read_bytes() != \
                out.read_bytes():
            other.append(f"{source.name} is another")
    tap.check("batch --review", other)


def main():
    tap = Tap()
    nianbao = pathlib.Path(sys.argv[1]).resolve()
    if not has_fonts():
        tap.skip("review", "no fonts; run ./setup.sh")
        tap.done()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for source in [*drafts(), *seeds()]:
            check_file(tap, nianbao, source, folder)
        for source in [*examples(), *map(ROOT.joinpath, CASES)]:
            check_marks(tap, nianbao, source, folder)
        check_batch(tap, nianbao, folder)
    tap.done()


if __name__ == "__main__":
    main()
