#!/usr/bin/env python3
"""Every PDF is PDF/A-2a, or 3a when that is asked for, and PDF/UA-1, rule by
rule; and each rule finds what it is for.

usage: pdfa.py NIANBAO
       pdfa.py --file PDF …    what is wrong with any PDF
Examples, the real documents where they are at hand, golden cases, documents
that are made up, one with other scripts.
"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import pdfa_annotations
import pdfa_fonts
import pdfa_carried
import pdfa_file
import pdfa_metadata
import pdfa_record
import pdfa_tags
import pdfa_faults_annotations
import pdfa_faults_fonts
import pdfa_faults_record
import pdfa_faults_tags
from drafts import draft, foreign
from pdf_file import File
from pdfa_faults import BYTES, CARRIED, DRAWN, PACKED, Draft, broken, drawn
from pdfa_rule import RULES, judge
from pdfa_table import Packed, Table
from tap import ROOT, SEEDS, Tap, examples, has_fonts, seeds

CASES = ROOT / "tests" / "cases"
# All kinds of elements on several pages
DRAFTS = 20
FULL = CASES / "layout" / "structure.yaml"


def render(nianbao, source, out, *more, env=None):
    done = subprocess.run([nianbao, "render", *more, "-o", out, source],
                          capture_output=True, text=True, timeout=60, env=env)
    return [] if done.returncode in (0, 1) and out.exists() \
        else [done.stderr or "no file"]


def level(file):
    """“2A”, as the file says of itself."""
    return "".join(pdfa_metadata.value(file, pdfa_metadata.PDFA + "id/", x)
                   or "?" for x in ("part", "conformance"))


def problems(path):
    file = File(path)
    return [f"{r.clause} {r.name}: {what}" for r, what in judge(file)]


def check_good(tap, nianbao, folder):
    sources = [FULL] + examples() + seeds() + \
        sorted(CASES.glob("layout/*.yaml"))
    for source in sources:
        out = folder / "good.pdf"
        more = ["--conform", "--review", "--notes"] \
            if source in (FULL, *examples()) else []
        failed = render(nianbao, source, out, *more)
        tap.check(f"{source.name} is PDF/A-2a and PDF/UA-1",
                  failed or problems(out)[:20])
        out.unlink(missing_ok=True)


def check_made_up(tap, nianbao, folder):
    out = folder / "draft.pdf"
    for seed in range(DRAFTS):
        source = folder / "draft.yaml"
        source.write_text(draft(seed), encoding="utf-8")
        more = ["--review"] if seed % 2 else []
        failed = render(nianbao, source, out, *more)
        tap.check(f"document {seed} is PDF/A-2a and PDF/UA-1",
                  failed or problems(out)[:20])
        out.unlink(missing_ok=True)


def check_foreign(tap, nianbao, folder):
    name = "other scripts are PDF/A-2a and PDF/UA-1"
    found, out = foreign(folder), folder / "foreign.pdf"
    if not found:
        tap.skip(name, "no faces for them")
        return
    failed = render(nianbao, found[0], out, env=found[1])
    tap.check(name, failed or problems(out)[:20])


def rules_against(path):
    """What finds something; where qpdf cannot open a file, its table alone."""
    try:
        return {r.name for r, _ in judge(File(path))}
    except ValueError:
        table = Table(path.read_bytes())
        found = {"table": table.problems, "objects": list(table.misplaced())}
        return {name for name, problems in found.items() if problems}


def check_rules(tap, nianbao, folder):
    good = folder / "good.pdf"
    failed = render(nianbao, FULL, good, "--review", "--notes")
    if failed:
        tap.check("the file to be broken", failed)
        return
    file, copy = File(good), folder / "copy.pdf"
    Draft(file).write(copy)
    tap.check("a copy of it is as good", problems(copy))
    copy.write_bytes(Packed(file.raw).write())
    tap.check("so is one put together again", problems(copy))
    tested = {rule for rule, _, _ in DRAWN + BYTES + CARRIED + PACKED}
    tap.check("every rule has its fault",
              [r.name for r in RULES if r.name not in tested])
    check_found(tap, broken(file, folder))


def check_found(tap, faults):
    for rule, what, path in faults:
        found = rules_against(path)
        tap.check(f"{rule}: {what}",
                  [] if rule in found else [f"not found, but {found}"])


def check_carried(tap, nianbao, folder):
    good = folder / "carried.pdf"
    failed = render(nianbao, FULL, good, "--pdfa=3a")
    if failed:
        tap.check("the PDF/A-3a to be broken", failed)
        return
    file = File(good)
    tap.check("it is PDF/A-3a and PDF/UA-1", problems(good)[:20] or
              [] if level(file) == "3A" else [level(file)])
    check_found(tap, drawn(file, folder, CARRIED))


def main():
    if sys.argv[1] == "--file":
        for path in sys.argv[2:]:
            found = problems(path)
            print(f"{path}: PDF/A-{level(File(path))}, {len(found)} problems")
            for line in found:
                print(f"{path}: {line}")
        return
    tap = Tap()
    nianbao = pathlib.Path(sys.argv[1]).resolve()
    if not has_fonts():
        tap.skip("pdfa", "no fonts; run ./setup.sh")
        tap.done()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        check_good(tap, nianbao, folder)
        check_made_up(tap, nianbao, folder)
        check_foreign(tap, nianbao, folder)
        check_rules(tap, nianbao, folder)
        check_carried(tap, nianbao, folder)
    tap.done()


if __name__ == "__main__":
    main()
