#!/usr/bin/env python3
"""A 花脸稿 is PDF/A-2a and PDF/UA-1; what it says is the old report and the new
one: without what is underlined it is the old, without what is struck through
the new, as the structure tells a reader."""

import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from pdfa import problems
from tap import ROOT, Tap, has_fonts

CASES = ROOT / "tests" / "cases" / "diff"
EXAMPLES = ROOT / "examples"
NOTE = re.compile(r"〔(?:移自|移至|原在)[^〔〕]*〕|〔“[^”]*”移至[^〔〕]*〕")
LIST = "附：不在正文里的改动"


def letters(text):
    return re.sub(r"[^\u3400-\u9fff0-9]", "", text)


def make(nianbao, folder, old, new):
    out = folder / f"{old.stem}-{new.stem}.pdf"
    done = subprocess.run([nianbao, "diff", "-o", out, old, new],
                          capture_output=True, text=True, timeout=60)
    assert done.returncode in (0, 1) and out.exists(), done.stderr
    return out


def pieces(pdf):
    """The text with its decoration, as pdfinfo reads the structure."""
    text = subprocess.run(["pdfinfo", "-struct-text", pdf], timeout=60,
                          capture_output=True, check=True).stdout.decode()
    decoration, depth = None, 0
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        found = re.match(r' *"(.*)"$', line)
        if "/TextDecorationType" in line:
            decoration, depth = line.split("/")[-1].strip(), indent
        elif found:
            if indent < depth - 1:
                decoration = None
            yield decoration, found[1]
            decoration = None


def sides(pdf):
    """What a reader hears of the old report and of the new one."""
    old, new = "", ""
    for decoration, text in pieces(pdf):
        if LIST in text:
            break
        old += "" if decoration == "Underline" else text
        new += "" if decoration == "LineThrough" else text
    return letters(NOTE.sub("", old)), letters(NOTE.sub("", new))


def paragraphs(path):
    """Paragraphs and headings of a report, as its own 花脸稿 has them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [letters(l) for l in lines
            if l.startswith("    ") and l.strip().endswith("。")
            and not re.search(r"[{}:]", l)]


def text_problems(pdf, old, new):
    heard_old, heard_new = sides(pdf)
    return [f"{pdf.name}: the {which} report lacks {p}"
            for which, heard, path in (("old", heard_old, old),
                                       ("new", heard_new, new))
            for p in paragraphs(path) if p not in heard][:5]


FORM = (  # what stands outside the text: in the old draft, in the new one
    ("内部", "特急"), ("柳办〔2024〕5号", "柳办〔2025〕3号"),
    ("张三", "王五"), ("中共青荷区委、青荷区人民政府", "青荷区人民政府"),
    ("2024年2月28日", "2025年2月26日"), ("联系人：王某", "联系人：赵某"),
    ("指标统计表", "典型案例"), ("区司法局", "区司法局、区财政局"),
    ("2024年3月1日印发", "2025年3月1日印发"), ("罚没款", "占比"))


def form_problems(pdf):
    heard_old, heard_new = sides(pdf)
    problems = [f"the {which} draft lacks {word}"
                for old, new in FORM
                for which, word, heard in (("old", old, heard_old),
                                           ("new", new, heard_new))
                if letters(word) not in heard]
    return problems + [f"both drafts have {word}" for old, new in FORM
                       for word, heard in ((old, heard_new), (new, heard_old))
                       if letters(word) in heard
                       and not (old in new or new in old)]


def pairs():
    base = CASES / "base.yaml"
    for name in ("chapters", "table", "task"):
        yield base, CASES / f"{name}.yaml"
    yield CASES / "form-old.yaml", CASES / "form.yaml"
    yield EXAMPLES / "qinghe-2024.yaml", EXAMPLES / "qinghe-2025-draft.yaml"


def main():
    tap = Tap()
    nianbao = pathlib.Path(sys.argv[1]).resolve()
    if not has_fonts():
        tap.skip("redline", "no fonts; run ./setup.sh")
        tap.done()
    with tempfile.TemporaryDirectory() as folder:
        for old, new in pairs():
            pdf = make(nianbao, pathlib.Path(folder), old, new)
            if old.parent == CASES:
                tap.check(f"{old.name} {new.name} is PDF/A-2a and PDF/UA-1",
                          problems(pdf)[:10])
            tap.check(f"{old.name} {new.name} tells both",
                      text_problems(pdf, old, new))
            if old.name == "form-old.yaml":
                tap.check("版头, 署名, 版记 and columns tell both",
                          form_problems(pdf))
    tap.done()


if __name__ == "__main__":
    main()
