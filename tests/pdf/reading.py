#!/usr/bin/env python3
"""What is read out is what stands there.  The text of the logical structure,
in the order of its tree, is that of the pages, paragraph by paragraph: as we
read it, and as pdfinfo does.  What is drawn and no artifact is that of the
pages, too, in the order of the lines: as mutool reads it.

usage: reading.py NIANBAO
Examples, the real documents where they are at hand, golden cases, documents
that are made up, one with other scripts.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import pdfa_tags
from drafts import draft, foreign
from pdf_file import File
from pdf_fonts import Font, strings
from tap import ROOT, Tap, examples, has_fonts, seeds

DRAFTS = 10
CASES = ROOT / "tests" / "cases" / "layout"
ELEMENT = re.compile(r'^ *"(.*)"$')
# A run in a dump: role, paragraph, …, text
RUN = re.compile(r'  (?!folio)\S+ (\d+) [\d.-]+ .*?"(.*)"[^"]*$')


def run(*args, env=None):
    return subprocess.run([str(a) for a in args], capture_output=True,
                          timeout=60, check=False, env=env).stdout.decode()


def squeeze(text):
    return re.sub(r"\s", "", text)


def runs(dump):
    """Yields paragraph and text of what is read, in the order of the lines."""
    for line in dump.splitlines():
        m = RUN.match(line)
        if m and not line.endswith(" again"):
            yield int(m[1]), m[2]


def plain(text):
    """As the codes alone tell it, without ActualText: no invisible ones."""
    return re.sub("[\u00ad\u200b\u2060]", "", text.replace("\u2011", "-"))


def pdfinfo(path):
    """The text of all elements in the order of the tree."""
    lines = run("pdfinfo", "-struct-text", path).splitlines()
    return squeeze("".join(m[1] for m in map(ELEMENT.match, lines) if m))


def mutool(path):
    """The characters of all pages but those of artifacts."""
    out = []
    for page in tree.fromstring(run("mutool", "trace", path)):
        layers = []
        for x in page.iter():
            if x.tag == "layer":
                layers.append(x.get("name"))
            elif x.tag == "end_layer":
                layers.pop()
            elif x.tag == "g" and "Artifact" not in layers:
                out.append(x.get("unicode") or "")
    return squeeze("".join(out))


def actual_text(op):
    """Of a BDC: its ActualText, or None."""
    what = op.args[1] if op.name == "BDC" else []
    pairs = dict(zip(what[::2], what[1::2])) if isinstance(what, list) else {}
    text = pairs.get("/ActualText")
    return text and text.decode("utf-16")


def pieces(file, fonts):
    """The text of each piece of marked content: {(page, MCID): text}"""
    out = {}
    for page in file.pages:
        names = file.get(page.dict, "/Resources", "/Font") or {}
        font, spans = None, []
        # ISO 32000-1, 14.8.2.3.3
        back = {m for tag, m in pdfa_tags.page_mcids(file, page)
                if tag == "/ReversedChars"}
        for op, (_, stack) in zip(file.contents(page),
                                  pdfa_tags.marks(file, page)):
            ids = [mcid for _, mcid in stack if mcid is not None]
            add = []
            if op.name == "Tf":
                font = fonts[names[op.args[0]]]
            elif op.name in ("BDC", "BMC"):
                spans.append(actual_text(op))
                add = [spans[-1] or ""]
            elif op.name == "EMC":
                spans.pop()
            elif op.name == "TJ" and not any(spans):
                codes = b"".join(strings(op.args))
                add = [font.unicode[codes[i] << 8 | codes[i + 1]]
                       for i in range(0, len(codes), 2)]
            for mcid in ids[-1:]:
                now = out.get((page.id, mcid), [])
                out[page.id, mcid] = add[::-1] + now if mcid in back \
                    else now + add
    return {place: "".join(texts) for place, texts in out.items()}


def structure(path):
    """What the file means, by the standard."""
    file = File(path)
    fonts = {ref: Font(file, ref) for page in file.pages for ref in
             (file.get(page.dict, "/Resources", "/Font") or {}).values()}
    text = pieces(file, fonts)
    has_spans = any(b"/ActualText" in x.bytes() for page in file.pages
                    for x in file.list(page.dict, "/Contents"))
    return squeeze("".join(text[place] for e in pdfa_tags.elements(file)
                           for place in e.content)), has_spans


def differ(name, got, want):
    if got == want:
        return []
    at = next((i for i, (a, b) in enumerate(zip(got, want)) if a != b),
              min(len(got), len(want)))
    return [f"{name}, character {at}: …{got[max(at - 10, 0):at + 20]}",
            f"wanted: …{want[max(at - 10, 0):at + 20]}"]


def compare(pdf, dump):
    lines = list(runs(dump))
    order = squeeze("".join(text for _, text in
                            sorted(lines, key=lambda x: x[0])))
    seen = squeeze("".join(text for _, text in lines))
    text, has_spans = structure(pdf)
    found = differ("structure", text, order)
    # pdfinfo 22.12 hears nothing behind a Span in a paragraph
    if not has_spans:
        found += differ("pdfinfo", plain(pdfinfo(pdf)), plain(order))
    return found + differ("mutool", plain(mutool(pdf)), plain(seen))


def check(tap, nianbao, source, pdf):
    run(nianbao, "render", "-o", pdf, source)
    tap.check(f"{source.name} is read as it stands there",
              compare(pdf, run(nianbao, "render", "--to=dump", "-o", "-",
                               source)))


def check_foreign(tap, nianbao, folder, pdf):
    """Others neither go by ActualText nor turn what is backward."""
    name, found = "other scripts are read as they stand there", foreign(folder)
    if not found:
        tap.skip(name, "no faces for them")
        return
    source, env = found
    run(nianbao, "render", "-o", pdf, source, env=env)
    lines = runs(run(nianbao, "render", "--to=dump", "-o", "-", source,
                     env=env))
    tap.check(name, differ("structure", structure(pdf)[0], squeeze("".join(
        text for _, text in sorted(lines, key=lambda x: x[0])))))


def main():
    tap = Tap()
    nianbao = pathlib.Path(sys.argv[1]).resolve()
    if not has_fonts():
        tap.skip("reading", "no fonts; run ./setup.sh")
        tap.done()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        pdf, made = folder / "read.pdf", folder / "draft.yaml"
        for source in examples() + seeds() + sorted(CASES.glob("*.yaml")):
            check(tap, nianbao, source, pdf)
        for seed in range(DRAFTS):
            made.write_text(draft(seed), encoding="utf-8")
            check(tap, nianbao, made, pdf)
        check_foreign(tap, nianbao, folder, pdf)
    tap.done()


if __name__ == "__main__":
    main()
