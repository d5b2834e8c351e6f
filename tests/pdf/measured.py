#!/usr/bin/env python3
"""conform of a finished PDF: of our own it says what conform of the report
says; of another program's it sees what breaks the standard; of what is no
sound PDF it says why, and never dies.

usage: measured.py NIANBAO
"""

import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, SEEDS, Tap, examples, has_fonts, seeds

NEAR = 0.1  # [mm] between what was set and what is seen
HAN = re.compile(r"[\u4e00-\u9fff]")
LENGTH = re.compile(r"-?\d+\.\d+")
# What stands on one page by the standard goes on over several in *-over-page:
# in a PDF nobody can know what it is.
LAYOUT = sorted(p for p in (ROOT / "tests" / "cases" / "layout").glob("[0-9]*.yaml")
                if not p.stem.endswith("-over-page"))
MM = 72 / 25.4


def run(nianbao, *args, **more):
    return subprocess.run([nianbao, *map(str, args)], capture_output=True,
                          timeout=120, **more)


def sheet(nianbao, *args):
    done = run(nianbao, "conform", "--format=json", *args)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return [json.loads(row) for row in done.stdout.decode().splitlines()]


def render(nianbao, document, to, *options):
    run(nianbao, "render", document, "-o", to, *options)
    return to


def differ(own, seen):
    """Whether two measurements are not one within NEAR."""
    if LENGTH.sub("", own) != LENGTH.sub("", seen):
        # “28.00mm” is “27.92～28.00mm” where it is not quite the same
        own, seen = (LENGTH.findall(text) for text in (own, seen))
        return not own or not seen or any(
            abs(float(a) - float(own[0])) > NEAR for a in seen)
    return any(abs(float(a) - float(b)) > NEAR for a, b in
               zip(LENGTH.findall(own), LENGTH.findall(seen)))


def disagreements(own, seen):
    for a, b in zip(own, seen):
        if a["item"] != b["item"] or a["verdict"] != b["verdict"] \
                or a["asked"] != b["asked"] \
                or differ(a["measured"], b["measured"]):
            yield f"{a['item']}: {a['verdict']} {a['measured']}, " \
                  f"in the PDF {b['verdict']} {b['measured']}"
    if len(own) != len(seen):
        yield f"{len(own)} rows, in the PDF {len(seen)}"


def agreement(nianbao, document, folder):
    pdf = render(nianbao, document, folder / f"{document.stem}.pdf")
    own, seen = sheet(nianbao, document), sheet(nianbao, pdf)
    yield from disagreements(own, seen)
    yield from (f"{row['item']}: {row['measured']}" for row in seen
                if row["verdict"] == "bad")


def elsewhere(nianbao, document, folder):
    """What another tool measures, by another road, where it is at hand."""
    tool = SEEDS.parent / "tools" / "conform.py"
    pdf = render(nianbao, document, folder / f"{document.stem}.pdf")
    done = subprocess.run([sys.executable, tool, pdf, "--json"],
                          capture_output=True, timeout=120)
    other = json.loads(done.stdout)
    seen = {row["item"]: row["measured"] for row in sheet(nianbao, pdf)}
    for item, key in ("行距", "line_pitch_mm"), ("版心宽", "full_line_mm"):
        for length in LENGTH.findall(seen[item]):
            if abs(float(length) - other[key]) > NEAR:
                yield f"{item}: {seen[item]}, there {other[key]}"
    if not seen["每面行数"].endswith(f" {other['lines_on_fullest_page']} 行"):
        yield f"每面行数: {seen['每面行数']}"
    if not seen["页码形式"].startswith(f"{other['folios']} 面，0 处"):
        yield f"页码形式: {seen['页码形式']}"


def pages_of(pdf):
    done = subprocess.run(["qpdf", "--show-npages", pdf],
                          capture_output=True)
    return int(done.stdout)


def appendix(nianbao, document, folder):
    """The sheet stands behind the report and is not measured with it."""
    plain = render(nianbao, document, folder / "plain.pdf")
    more = render(nianbao, document, folder / "more.pdf", "--conform")
    yield from disagreements(sheet(nianbao, plain), sheet(nianbao, more))
    n, m = pages_of(plain), pages_of(more)
    last = subprocess.run(["pdftotext", "-f", str(n + 1), more, "-"],
                          capture_output=True).stdout.decode()
    if m <= n or not last.startswith("版面核对表"):
        yield f"{n} pages, {m} with the sheet: {last[:20]}"
    if f"— {n + 1} —" in last:
        yield "the sheet has a folio"
    for row in sheet(nianbao, document):
        if row["item"] not in last.replace("\n", ""):
            yield f"not in the sheet: {row['item']}"


def house(nianbao, document, folder):
    """A house style departs from the standard, and its own sheet says so."""
    pdf = render(nianbao, document, folder / "x.pdf",
                 "--template=office-28pt")
    changed = {"行距", "页码位置"}
    found = {row["item"] for row in sheet(nianbao, pdf)
             if row["verdict"] == "bad"}
    if not changed <= found:
        yield f"by the standard: {sorted(found)}"
    rows = sheet(nianbao, "--template=office-28pt", pdf)
    yield from (f"{row['item']}: {row['verdict']}" for row in rows
                if row["item"] in changed and row["verdict"] != "house")
    yield from (f"{row['item']}: {row['measured']}" for row in rows
                if row["verdict"] == "bad")


def write_pdf(path, pages, fonts, extra="", turned=()):
    """A PDF as plain as can be: text in fonts that are not in it.

    pages: lists of lines (x, baseline [mm], size, font's index, text); those
    whose index is in turned lie on their side."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    names = []
    for font in fonts:
        objects.append(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{font}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
            "/DW 1000/FontDescriptor"
            f"<</Type/FontDescriptor/FontName/{font}/Flags 4"
            "/FontBBox[0 -200 1000 900]/Ascent 859/Descent -141/CapHeight 700"
            "/StemV 80/ItalicAngle 0>>>>")
        objects.append(
            f"<</Type/Font/Subtype/Type0/BaseFont/{font}"
            f"/Encoding/UniGB-UCS2-H/DescendantFonts[{len(objects)} 0 R]>>")
        names.append(f"/F{len(names)} {len(objects)} 0 R")
    kids = []
    for i, lines in enumerate(pages):
        body = extra + "".join(
            f"BT /F{font} {size} Tf {x * MM:.3f} {(297 - y) * MM:.3f} Td "
            f"<{text.encode('utf-16-be').hex()}> Tj ET\n"
            for x, y, size, font, text in lines)
        objects.append(f"<</Length {len(body)}>>stream\n{body}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {210 * MM:.3f} "
            f"{297 * MM:.3f}]/Rotate {90 if i in turned else 0}"
            f"/Contents {len(objects)} 0 R"
            f"/Resources<</Font<<{' '.join(names)}>>>>>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, places = "%PDF-1.7\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{at:010} 00000 n \n" for at in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n" \
           f"startxref\n{start}\n%%EOF\n"
    path.write_bytes(out.encode("latin-1"))
    return path


SENTENCE = "街道把依法行政落到社区全年主持会议研究法治工作六次听取执法信访合同管理" \
           "情况汇报交办问题全部办结群众看得见信得过没有一件被撤销或者确认违法的决定"
# 仿宋_GB2312 and 方正小标宋简体 as old programs name them, in GBK
GBK_FANG = "ABCDEF+" + "".join(f"#{b:02X}" for b in "仿宋_GB2312".encode("gbk"))
GBK_BIAO = "".join(f"#{b:02X}" for b in "方正小标宋简体".encode("gbk"))
FACES = [GBK_BIAO, GBK_FANG, "SimHei", "KaiTi_GB2312", "SimSun"]


def page(left, top, pitch, size, number, chars=28, lines=22):
    """Paragraphs that fill a page, and its folio."""
    rows, at = [], 0
    for n in range(lines):
        first = n % 4 == 0
        room = chars - 2 if first else chars
        text = "".join(SENTENCE[(at + k) % len(SENTENCE)]
                       for k in range(room))
        at += room
        rows.append((left + (2 * size / MM if first else 0),
                     top + n * pitch, size, 1, text))
    folio = f"—{number}—"
    width = 14 * len(folio) / MM
    rows.append((left + chars * size / MM - width - size / MM if number % 2
                 else left + size / MM, 270.88, 14, 4, folio))
    return rows


def office(left=28, pitch=10.445, size=15.795):
    """As a careful office sets it with the usual fonts."""
    ascent = 0.88 * size / MM
    title = "柳溪街道法治政府建设年度报告"
    first = [(28 + 78 - 11 * len(title) / MM, 43.83, 22, 0, title),
             (left + 2 * size / MM, 37 + ascent + 2 * pitch, size, 2,
              "一、加强组织领导"),
             *((x, y + 3 * pitch, *rest) for x, y, *rest in
               page(left, 37 + ascent, pitch, size, 1, lines=19)[:-1]),
             page(left, 37 + ascent, pitch, size, 1)[-1]]
    return [first, *(page(left, 37 + ascent, pitch, size, n)
                     for n in (2, 3))]


def verdicts(nianbao, pdf):
    return {row["item"]: row["verdict"] for row in sheet(nianbao, pdf)}


def wrong(got, want):
    return [f"{item}: {got[item]}, not {verdict}"
            for item, verdict in want.items() if got[item] != verdict]


def usual_fonts(nianbao, folder):
    got = verdicts(nianbao, write_pdf(folder / "a.pdf", office(), FACES))
    yield from wrong(got, dict.fromkeys(
        ("纸张幅面", "天头", "订口", "版心宽", "版心高", "正文字体字号", "行距", "每面行数",
         "标题字体字号", "标题位置", "一级标题字体", "段首空", "回行", "页码字体字号",
         "页码形式", "文字颜色"), "good"))
    yield from (f"{item}: bad" for item, v in got.items() if v == "bad")


def other_margins(nianbao, folder):
    """Word as it comes: 31.7 mm, 28 pt from line to line, 16 pt SimSun."""
    pdf = write_pdf(folder / "b.pdf", office(31.75, 28 / MM, 16),
                    [FACES[0], "SimSun", *FACES[2:]])
    yield from wrong(verdicts(nianbao, pdf), dict.fromkeys(
        ("订口", "版心宽", "正文字体字号", "行距", "页码位置"), "bad"))


def unknown_fonts(nianbao, folder):
    """A face whose name says nothing is never found good."""
    pdf = write_pdf(folder / "c.pdf", office(),
                    ["CIDFont+F1", "ABCDEF+CIDFont+F2", "F3", "F4", "F5"])
    yield from wrong(verdicts(nianbao, pdf), dict.fromkeys(
        ("正文字体字号", "标题字体字号", "一级标题字体", "页码字体字号"), "hand"))


def latin_fonts(nianbao, folder):
    pdf = write_pdf(folder / "d.pdf", office(),
                    [FACES[0], "TimesNewRomanPSMT", *FACES[2:]])
    yield from wrong(verdicts(nianbao, pdf), {"正文字体字号": "bad"})


def coloured(nianbao, folder):
    """CMYK black is black; red is not; what cannot be seen is not there."""
    for extra, verdict in (("0 0 0 1 k\n", "good"), ("1 0 0 rg\n", "bad")):
        pdf = write_pdf(folder / "e.pdf", office(), FACES, extra)
        yield from wrong(verdicts(nianbao, pdf), {"文字颜色": verdict})


def no_folio(nianbao, folder):
    pages = [rows[:-1] for rows in office()]
    pdf = write_pdf(folder / "f.pdf", pages, FACES)
    yield from wrong(verdicts(nianbao, pdf), {"页码形式": "bad"})


def wide_folio(nianbao, folder):
    """A folio whose dashes stand far from its number is one."""
    pages = office()
    for n, rows in enumerate(pages, 1):
        x, y, size, font, _ = rows.pop()
        rows += [(x + 10 * k, y, size, font, part)
                 for k, part in enumerate(f"—{n}—")]
    got = verdicts(nianbao, write_pdf(folder / "h.pdf", pages, FACES))
    yield from wrong(got, {"页码形式": "good", "版心之外": "good",
                           "页码位置": "bad"})


def turned_page(nianbao, folder):
    """A page on its side (8) is paper as it should be; its table is none of
    the text."""
    table = [(40, 100, 12, 2, "任务"), (60, 100, 16, 4, SENTENCE[:20])]
    pdf = write_pdf(folder / "i.pdf", [*office(), table], FACES, turned={3})
    yield from (f"{row['item']}: {row['measured']}"
                for row in sheet(nianbao, pdf) if row["verdict"] == "bad")


def nothing_known(nianbao, folder):
    """Without a title or text nothing of them is good."""
    rows = [[(28, 50, 16, 2, "一览表")]]
    got = verdicts(nianbao, write_pdf(folder / "g.pdf", rows, FACES))
    yield from wrong(got, {"标题字体字号": "hand"})


def failed_well(done, code, status=2):
    said = done.stderr.decode(errors="replace")
    if done.returncode != status:
        yield f"exit status {done.returncode}, not {status}"
    if f"[{code}]" not in said or not HAN.search(said):
        yield f"not {code}: {said!r}"
    if re.search(r"^(error|warning|Syntax)", said, re.M | re.I):
        yield f"the library's own words: {said!r}"


def not_sound(nianbao, folder):
    sound = write_pdf(folder / "a.pdf", office(), FACES)
    scan = write_pdf(folder / "scan.pdf", [[]], FACES, "0 0 100 100 re f\n")
    unseen = write_pdf(folder / "unseen.pdf", office(), FACES, "3 Tr\n")
    for path in scan, unseen:
        yield from failed_well(run(nianbao, "conform", path), "A32")
    for name, *how in (("locked", "user", "owner"), ("open", "", "owner")):
        path = folder / f"{name}.pdf"
        subprocess.run(["qpdf", sound, "--encrypt", *how, "256", "--", path],
                       check=True)
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q\n"
    done = run(nianbao, "conform", write_pdf(
        folder / "picture.pdf", [[]], FACES, picture))
    yield from failed_well(done, "A32")
    done = run(nianbao, "conform", write_pdf(
        folder / "mixed.pdf", [*office(), []], FACES, picture))
    if "[A32] “" not in done.stderr.decode() or done.returncode == 2 or \
            "第 4 面起有 1 面是图片" not in done.stderr.decode():
        yield f"a page that is a picture: {done.stderr.decode()!r}"
    yield from failed_well(run(nianbao, "conform", folder / "locked.pdf"),
                           "A31")
    yield from disagreements(sheet(nianbao, sound),
                             sheet(nianbao, folder / "open.pdf"))
    for body in b"%PDF-1.7\n", b"%PDF-", b"%PDF-1.4\nno more than this":
        (folder / "x.pdf").write_bytes(body)
        yield from failed_well(run(nianbao, "conform", folder / "x.pdf"),
                               "A30")


def by_bytes(nianbao, folder):
    """A name says nothing about what a file is."""
    document = examples()[0]
    pdf = render(nianbao, document, folder / "x.pdf")
    (folder / "x.yaml").write_bytes(pdf.read_bytes())
    (folder / "y.pdf").write_bytes(document.read_bytes())
    own = sheet(nianbao, document)
    yield from disagreements(own, sheet(nianbao, folder / "x.yaml"))
    yield from disagreements(own, sheet(nianbao, folder / "y.pdf"))
    done = run(nianbao, "conform", "--format=json", "-",
               input=pdf.read_bytes())
    yield from disagreements(
        own, [json.loads(row) for row in done.stdout.decode().splitlines()])


def spoilt(nianbao, folder):
    """Cut anywhere, scratched anywhere: measured, or refused in Chinese."""
    rand = random.Random(9704)
    path = folder / "x.pdf"
    ours = render(nianbao, examples()[0], folder / "ours.pdf").read_bytes()
    other = write_pdf(folder / "other.pdf", office(), FACES).read_bytes()
    for n in range(24):
        whole = bytearray(ours if n % 3 == 0 else other)
        if n % 2:
            whole = whole[:rand.randrange(5, len(whole))]
        else:
            for _ in range(20):
                whole[rand.randrange(5, len(whole))] = rand.randrange(256)
        path.write_bytes(whole)
        done = run(nianbao, "conform", path)
        said = done.stderr.decode(errors="replace")
        if done.returncode not in (0, 1, 2):
            yield f"{n}: exit status {done.returncode}: {said[:2000]}"
        elif done.returncode == 2 and not re.search(r"\[A3\d\]", said):
            yield f"{n}: {said!r}"


def main():
    tap = Tap()
    nianbao = str(pathlib.Path(sys.argv[1]).resolve())
    if not has_fonts():
        tap.skip("measured", "no fonts: run ./setup.sh")
        tap.done()
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top)
        for document in examples() + seeds() + LAYOUT:
            tap.check(f"{document.stem}: as the report",
                      list(agreement(nianbao, document, folder)))
        for document in seeds():
            tap.check(f"{document.stem}: as another tool",
                      list(elsewhere(nianbao, document, folder)))
        for document in examples() + seeds()[:1]:
            tap.check(f"{document.stem}: appendix",
                      list(appendix(nianbao, document, folder)))
        tap.check("a house style", list(house(nianbao, examples()[0],
                                              folder)))
        for test in (usual_fonts, other_margins, unknown_fonts, latin_fonts,
                     coloured, no_folio, wide_folio, turned_page,
                     nothing_known, not_sound, by_bytes, spoilt):
            tap.check(test.__name__.replace("_", " "),
                      list(test(nianbao, folder)))
    tap.done()


main()
