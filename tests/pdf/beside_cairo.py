#!/usr/bin/env python3
"""Two PDFs of the same pages, by our writer and by cairo, have the same glyphs
and lines at the same places, look the same and hold the same text.

usage: beside_cairo.py NIANBAO [NAME]
"""

import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import trace_pdf as trace
from tap import ROOT, Tap, examples, has_fonts, seeds

LAYOUT = sorted((ROOT / "tests" / "cases" / "layout").glob("*.yaml"))
BOLD = "--template=street-bold-kai"

# cairo lets glyphs of a run be off by up to 2/1000 of their size.
GLYPH = 0.003, 0.005  # of the size, and [mm], between a glyph of the two
LINE = 0.005  # [pt] between the same corner of a rule or a path

# How far pages are from each other as grey pixels. poppler sets glyphs on
# quarters of a pixel, so one that is a thousandth of a point off may come out
# a quarter off, which changes an edge by a quarter of black.
STEP = 64 + 12  # no pixel of a page without lines differs by more
CLEARLY, FEW = 24, 0.002  # no more of them than this differ by so much
INK = 0.0005  # no page is darker or lighter by more
# It also sets lines on whole pixels: one that is nearly between two may come
# out on either, but not at each of these resolutions.
DPI = 72, 101, 119


def run(*args):
    return subprocess.run([str(a) for a in args], capture_output=True,
                          timeout=120)


def pair(nianbao, document, folder, *options):
    """The two PDFs."""
    made = []
    for kind in "pdf", "pdf-cairo":
        made.append(folder / f"{kind}.pdf")
        done = run(nianbao, "render", document, "--to", kind, "-o", made[-1],
                   *options)
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr.decode(errors="replace"))
    return made


def soundness(pdf):
    done = run("qpdf", "--check", pdf)
    if done.returncode:
        yield (done.stdout + done.stderr).decode()
    for row in run("pdffonts", pdf).stdout.decode().splitlines()[2:]:
        if row.split()[-5:-2] != ["yes", "yes", "yes"] or "Type 3" in row:
            yield row


# Ours says what it shows: U+2011, too, and characters that show nothing.
UNSEEN = "\u00ad\u200b\u2060"


def squeeze(text):
    return re.sub(rf"[\s{UNSEEN}]+", "", text).replace("\u2011", "-")


def texts(own, other):
    """Line ends are for each reader to guess, from where it sees gaps."""
    for call in ["pdftotext", "-raw", None, "-"], ["mutool", "draw", "-q",
                                                   "-F", "txt", None]:
        one, two = (squeeze(run(*(pdf if word is None else word
                                  for word in call)).stdout.decode())
                    for pdf in (own, other))
        at = next((i for i, (a, b) in enumerate(zip(one, two)) if a != b),
                  min(len(one), len(two)))
        if one != two:
            yield f"{call[0]}: {one[at - 9:at + 9]}, " \
                  f"by cairo {two[at - 9:at + 9]}"


def glyphs(pdf):
    for page in trace.read(pdf):
        yield [g for g in page.glyphs if g.char not in UNSEEN]


def glyph_places(own, other):
    for number, (one, two) in enumerate(zip(glyphs(own), glyphs(other)), 1):
        if len(one) != len(two):
            yield f"p{number}: {len(one)} glyphs, by cairo {len(two)}"
        yield from (f"p{number}: {g}, by cairo {h}"
                    for g, h in zip(one, two)
                    if max(abs(g.x - h.x), abs(g.y - h.y))
                    > GLYPH[0] * g.size + GLYPH[1])


CORNER = re.compile(r'<(?:moveto|lineto) x="(.*)" y="(.*)"/>')
PATH = re.compile(r'<(fill|stroke)_path .*color="([^"]*)" .*'
                  r'transform="([^"]*)"')


def paths(pdf):
    """Of each path how it is drawn, its colour, its corners from the top."""
    for line in run("mutool", "trace", pdf).stdout.decode().splitlines():
        if begun := PATH.search(line):
            how, colour, matrix = begun.groups()
            colour = [round(255 * x) for x in trace.numbers(colour)]
            a, b, c, d, e, f = trace.numbers(matrix)
            corners = set()
        elif corner := CORNER.search(line):
            x, y = map(float, corner.groups())
            corners.add((a * x + c * y + e, b * x + d * y + f))
        elif "</fill_path" in line or "</stroke_path" in line:
            yield how, colour, sorted(corners)


def near(one, two):
    """cairo leaves out corners that are none."""
    return len(one) >= len(two) and all(
        any(abs(x - u) <= LINE and abs(y - v) <= LINE for x, y in one)
        for u, v in two)


def line_places(own, other):
    one, two = list(paths(own)), list(paths(other))
    if len(one) != len(two):
        yield f"{len(one)} lines, by cairo {len(two)}"
    for a, b in zip(one, two):
        if a[:2] != b[:2] or not near(a[2], b[2]):
            yield f"{a}, by cairo {b}"


def pictures(pdf, dpi):
    """Of each page: its size, and its grey pixels."""
    with tempfile.TemporaryDirectory() as top:
        run("pdftoppm", "-r", dpi, "-gray", pdf, pathlib.Path(top) / "p")
        for path in sorted(pathlib.Path(top).iterdir()):
            _, size, _, pixels = path.read_bytes().split(b"\n", 3)
            yield size, pixels


def differences(own, other, dpi, step):
    one, two = list(pictures(own, dpi)), list(pictures(other, dpi))
    if [size for size, _ in one] != [size for size, _ in two] or not one:
        yield "they have other pages"
        return
    for number, ((_, a), (_, b)) in enumerate(zip(one, two), 1):
        far = [abs(x - y) for x, y in zip(a, b) if x != y]
        share = sum(x > CLEARLY for x in far) / len(a)
        ink = abs(sum(a) - sum(b)) / (255 * len(a))
        if max(far, default=0) > step or share > FEW or ink > INK:
            yield f"p{number} at {dpi} dpi: differs by up to {max(far)}, " \
                  f"{share:.3%} of it clearly, {ink:.4%} in ink"


def looks(own, other):
    step = 255 if list(paths(own)) else STEP
    found = []
    for dpi in DPI:
        here = list(differences(own, other, dpi, step))
        if not here:
            return []
        found += here
    return found


def judge(nianbao, document, *options):
    with tempfile.TemporaryDirectory() as top:
        try:
            own, other = pair(nianbao, document, pathlib.Path(top), *options)
        except RuntimeError as why:
            return [("is drawn", [why])]
        return [("sound", list(soundness(own))),
                ("text", list(texts(own, other))),
                ("glyphs", list(glyph_places(own, other))),
                ("lines", list(line_places(own, other))),
                ("looks", looks(own, other))]


def main():
    tap = Tap()
    nianbao = pathlib.Path(sys.argv[1]).resolve()
    if not has_fonts():
        tap.skip("beside cairo", "no fonts: run ./setup.sh")
        tap.done()
    jobs = [(path,) for path in examples() + seeds() + LAYOUT]
    jobs += [(path, BOLD) for path in examples()]
    jobs += [(path, "--conform") for path in examples()]
    jobs = [job for job in jobs if all(name in str(job[0])
                                       for name in sys.argv[2:])]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for job, rows in zip(jobs, pool.map(
                lambda job: judge(nianbao, *job), jobs)):
            for what, problems in rows:
                tap.check(" ".join([job[0].stem, *job[1:], what]),
                          problems[:10])
    tap.done()


main()
