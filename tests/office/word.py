#!/usr/bin/env python3
"""Word documents: as ISO/IEC 29500 asks, with the geometry of GB/T 9704, the
words of the pages in their order, the same bytes twice, and import gives back
what was written.

usage: word.py NIANBAO
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]
from tap import ROOT, Tap, drafts, examples, has_fonts, seeds
from word_file import R, W, Word, local, order_problems

LAYOUT = ROOT / "tests" / "cases" / "layout"
# What reads the same on the pages and comes back through import, …
CASES = ["7.2-head", "7.3.3-headings", "7.3.3-numbered-through",
         "7.3.4-attachments", "7.3.5.1-seal", "7.3.5.2-signatures-joint",
         "7.3.7-attachment", "7.4-foot", "7.4-foot-after-turned",
         "8-table-turned", "table-merged", "table-tally", "traditional"]
# … where only places on a line are read in another order, …
PLACED = ["10.1-letter", "7.2-preprinted", "7.2.4-mark-two-lines",
          "7.2.6-joint", "7.2.6-signer", "7.3.2-long-addressee",
          "7.3.5.1-seals-joint", "7.3.5.2-signature-two-lines",
          "7.3.6-remark", "7.4-foot-even", "7.5-blank-before-foot"]
# … and where a chart is drawn.
ELSE = ["figure-bar", "7.4-foot-over-page"]
# A row longer than a page, that has to be torn.
TALL = {"7.4-foot-over-page"}
# What a document does not tell: 印章, 双页.
UNTOLD = {"7.3.5.1-seal", "7.3.5.1-seals-joint", "10.1-letter",
          "7.4-foot-even", "7.5-blank-before-foot"}


def solid(text):
    return re.sub(r"\s", "", text)


def render(nianbao, paths, folder, kind, zone="UTC"):
    """NAME -> the bytes of each document."""
    folder.mkdir()
    done = subprocess.run(
        [nianbao, "render", *paths, "--to", kind, "-o", f"{folder}/"],
        capture_output=True, text=True, env={**os.environ, "TZ": zone})
    assert done.returncode in (0, 1), done.stderr
    return {p.stem: p.read_bytes() for p in folder.iterdir()}


def geometry_problems(word):
    """5.2.1: 37, 28, 26 and 35 mm; 5.2.3: 22 lines of 28 characters."""
    section = list(word.body.iter(W + "sectPr"))[0]
    get = {c.tag.removeprefix(W): c.attrib for c in section}

    def mm(element, name):
        return int(get[element][W + name]) / 20 * 25.4 / 72

    for element, name, want in (
            ("pgSz", "w", 210), ("pgSz", "h", 297), ("pgMar", "top", 37),
            ("pgMar", "left", 28), ("pgMar", "right", 26),
            ("pgMar", "bottom", 35)):
        if abs(mm(element, name) - want) > 0.03:
            yield f"{name} is {mm(element, name)} mm"
    if int(225 / mm("docGrid", "linePitch")) != 22:
        yield "a page has no 22 lines"
    cell = 16 + int(get["docGrid"][W + "charSpace"]) / 4096
    if int(156 / 25.4 * 72 / cell) != 28:
        yield "a line has no 28 characters"


def table_problems(word):
    """Rows fill the grid; the head is repeated; rows are not torn."""
    for table in word.body.iter(W + "tbl"):
        columns = len(table.find(W + "tblGrid"))
        rows = table.findall(W + "tr")
        for row in rows:
            spans = [c.find(f"{W}tcPr/{W}gridSpan")
                     for c in row.findall(W + "tc")]
            if sum(1 if s is None else int(s.get(W + "val"))
                   for s in spans) != columns:
                yield "a row does not fill its table"
            if row.find(f"{W}trPr/{W}cantSplit") is None:
                yield "a row may be torn"
        if table.find(f"{W}tblPr/{W}tblStyle") is not None and \
                rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield "the head is not repeated"


def import_all(nianbao, folder, to):
    subprocess.run([nianbao, "import", *sorted(folder.iterdir()), "-o",
                    f"{to}/"], capture_output=True, check=False)
    return sorted(to.iterdir())


# Keys of which nothing is on the pages.
UNSEEN = set("上年 上年任务 公开 公开日期 单位 指标 数据截至 方案 自称".split())


def keys(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    return set(re.findall(r"^([^\s#:-]+):", text, re.M)) - UNSEEN


# Keys of 公开, and what Word calls them; the others it calls what we do.
PROPERTIES = {"主题分类": "subject", "主题词": "keywords",
              "内容概述": "description", "索引号": "索引号",
              "公开方式": "公开方式"}


def property_problems(word, path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    said = {local(e): e.text for e in word.root["docProps/core.xml"]}
    said |= {e.get("name"): e[0].text
             for e in word.root.get("docProps/custom.xml", [])}
    for key, name in PROPERTIES.items():
        found = re.search(rf"^  {key}: \[?(.*?)\]?$", text, re.M)
        if said.get(name) != (found and found[1]):
            yield f"{name} is {said.get(name)}"


def first_difference(want, got):
    at = len(os.path.commonprefix([want, got]))
    return [] if want == got else [
        f"want …{want[at:at + 30]}", f"got  …{got[at:at + 30]}"]


def twips(mm):
    return round(mm / 25.4 * 72 * 20)


def find(e, path):
    return e.find("/".join(W + name for name in path.split("/")))


def frames(root):
    return [find(p, "pPr/framePr") for p in root.iter(W + "p")
            if find(p, "pPr/framePr") is not None]


def letter_problems(word):
    """10.1: the mark 30 mm from the paper's head, rules of 170 mm, the lower
    one 20 mm from its foot, on page 1 alone; thin over thick there."""
    top, bottom = frames(word.body), frames(word.root["word/footer3.xml"])
    if [f.get(W + "y") for f in top] != [str(twips(30))] * len(top) or not top:
        yield "the mark is elsewhere"
    if any(f.get(W + "w") != str(twips(170)) for f in top + bottom):
        yield "the rules are not 170 mm long"
    low = int(bottom[0].get(W + "y")) + 2.5 * 20 * 2 if bottom else 0
    if abs(twips(297 - 20) - low) > 60:
        yield "the lower rules are elsewhere"
    if len(list(word.root["word/footer3.xml"])) < 2:
        yield "the frame of the rules hangs on no paragraph"


def joint_problems(word):
    """7.2.4: names as wide as each other, “文件” at their right."""
    marks = [p for p in word.body.iter(W + "p")
             if (s := find(p, "pPr/pStyle")) is not None
             and s.get(W + "val") == "IssuerMark"]
    if [find(p, "pPr/jc").get(W + "val") for p in marks] != [
            "distribute"] * 3 + ["left"]:
        yield "the names are not spread"
    if len(frames(word.body)) != 1 or "".join(
            marks[-1].itertext()) != "文件":
        yield "“文件” has no place of its own"


def turned_problems(word):
    """7.5: on paper that lies the folio stands where it does on others."""
    for name in ("word/footer4.xml", "word/footer5.xml"):
        cell = find(word.root[name], "tbl/tr/tc")
        if find(cell, "tcPr/textDirection").get(W + "val") != "tbRl" or \
                next(cell.iter(W + "fldSimple"), None) is None:
            yield f"{name}: the folio is not turned"


def even_problems(word):
    last = list(word.body.iter(W + "sectPr"))[-1]
    if find(last, "type").get(W + "val") != "evenPage":
        yield "the 版记 does not begin on an even page"


def bare_problems(word):
    yield from even_problems(word)
    last = list(word.body.iter(W + "sectPr"))[-1]
    for e in word.root["word/_rels/document.xml.rels"]:
        if e.get("Id") in [r.get(R + "id") for r in last] and "".join(
                word.root["word/" + e.get("Target")].itertext()):
            yield "the page behind an empty one has a folio"


def tall_problems(word):
    table = list(word.body.iter(W + "tbl"))[-1]
    if find(table, "tblPr/tblpPr") is not None or \
            find(find(table, "tr"), "trPr/cantSplit") is not None:
        yield "a 版记 longer than a page cannot go on on the next"


def signed_problems(word):
    """A name in two lines is one paragraph, as wide as on the pages."""
    signed = [p for p in word.body.iter(W + "p")
              if (s := find(p, "pPr/pStyle")) is not None
              and s.get(W + "val") == "Signed"]
    if len(signed) != 1 or int(find(signed[0], "pPr/ind").get(W + "right")) \
            + int(find(signed[0], "pPr/ind").get(W + "left")) == 0:
        yield "the name turns over elsewhere"


PLACES = {"10.1-letter": letter_problems, "7.2.6-joint": joint_problems,
          "8-table-turned": turned_problems, "7.4-foot-even": even_problems,
          "7.5-blank-before-foot": bare_problems,
          "7.4-foot-over-page": tall_problems,
          "7.3.5.2-signature-two-lines": signed_problems}


def same_document(one, other):
    """Of what is imported; repairs take blanks away."""
    solid_xml = [solid(Word(data).archive.read("word/document.xml").decode())
                 for data in (one, other)]
    return first_difference(*solid_xml)


def check_document(tap, name, data, text, exact):
    word = Word(data)
    got = solid("".join(word.paragraphs()))
    tap.check(f"{name}: parts, order, references", list(word.problems()))
    tap.check(f"{name}: paper and grid", list(geometry_problems(word)))
    if name not in TALL:
        tap.check(f"{name}: tables", list(table_problems(word)))
    if exact:
        tap.check(f"{name}: words", first_difference(solid(text), got))


def check_seal_of_table(tap):
    """The table of orders finds what is in another."""
    wrong = ET.fromstring(
        f'<p xmlns="{W[1:-1]}"><pPr><ind/><spacing/><jc/><jc/></pPr></p>')
    tap.check("a wrong order is found",
              [] if len(list(order_problems(wrong))) == 2 else ["it is not"])


def main():
    nianbao, tap = sys.argv[1], Tap()
    check_seal_of_table(tap)
    if not has_fonts():
        tap.skip("documents", "no faces")
        tap.done()
    sources = examples() + drafts() + seeds()
    exact = [str(p) for p in sources] + [
        str(LAYOUT / f"{case}.yaml") for case in CASES]
    back_again = exact + [str(LAYOUT / f"{case}.yaml") for case in PLACED]
    paths = back_again + [str(LAYOUT / f"{case}.yaml") for case in ELSE]
    with tempfile.TemporaryDirectory() as scratch:
        top = pathlib.Path(scratch)
        words = render(nianbao, paths, top / "a", "docx")
        again = render(nianbao, paths, top / "b", "docx", "Asia/Shanghai")
        texts = render(nianbao, paths, top / "text", "txt")
        tap.check("every document is written",
                  sorted({pathlib.Path(p).stem for p in paths} - set(words)))
        tap.check("the same bytes twice",
                  [n for n in words if words[n] != again[n]])
        drafted = import_all(nianbao, top / "a", top / "yaml")
        back = render(nianbao, drafted, top / "back", "txt")
        anew = render(nianbao, drafted, top / "anew", "docx")
        for path in map(str, sources):
            draft = top / "yaml" / pathlib.Path(path).name
            tap.check(f"{draft.stem}: properties", list(
                property_problems(Word(words[draft.stem]), path)))
            tap.check(f"{draft.stem}: keys",
                      [f"{key} is lost" for key in keys(path) - keys(draft)])
        for path in paths:
            name = pathlib.Path(path).stem
            check_document(tap, name, words[name], texts[name].decode(),
                           path in exact)
            if path in back_again:
                tap.check(f"{name}: back through import", first_difference(
                    solid(texts[name].decode()),
                    solid(back.get(name, b"").decode())))
            if path in back_again and name not in UNTOLD:
                tap.check(f"{name}: the same document", same_document(
                    words[name], anew[name]))
            if name in PLACES:
                tap.check(f"{name}: places",
                          list(PLACES[name](Word(words[name]))))
    tap.done()


main()
