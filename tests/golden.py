#!/usr/bin/env python3
"""Golden cases: what the program says and draws is compared with files.

usage: golden.py NIANBAO [WORD…]      only cases whose path has a WORD

NAME.yaml is a case; each sibling of it by suffix (EXPECT below) is an
expectation.  NAME.cmd is a list of command lines, run one after the other in
a copy of its folder; NAME.out is what they say.  NIANBAO_UPDATE=1 writes the
expectations anew: read the diff.

In cases/import/ the old document (NAME.txt, .md, .html, .docx.parts: docx.py) is
the case and NAME.yaml what import --mark makes of it.
"""

import difflib
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import docx
from tap import ROOT, Tap, has_fonts

CASES = ROOT / "tests" / "cases"
UPDATE = os.environ.get("NIANBAO_UPDATE", "") not in ("", "0")
EXPECT = {
    ".concise": ["check", "--format=concise", "--notes"],
    ".full": ["check", "--format=full"],
    ".json": ["check", "--format=json", "--notes"],
    ".explain": ["check", "--explain-outline"],
    ".dump": ["render", "--to=dump", "--out=-"],
    ".txt": ["render", "--to=txt", "--out=-"],
    ".html": ["render", "--to=html", "--out=-"],
    ".conform": ["conform"],
    ".house": ["conform", "--template=office-28pt"],
    ".seen": ["conform"],
    ".review": ["render", "--review", "--notes", "--to=dump", "--out=-"],
    ".sheet": ["render", "--conform", "--to=txt", "--out=-"],
    ".bold": ["render", "--template=street-bold-kai", "--to=dump", "--out=-"],
}
NEEDS_FONTS = {".dump", ".txt", ".html", ".conform", ".house", ".seen", ".sheet", ".bold"}
FROM_PDF = {".seen"}  # of the PDF that render makes
OLD = [".txt", ".md", ".html", docx.SUFFIX]  # what import reads
FIRST = {"layout": ".dump", "conform": ".conform", "web": ".html"}  # made for a case of an area that has none yet


def run(nianbao, args, folder, stdin=subprocess.DEVNULL):
    return subprocess.run([nianbao, *args], cwd=folder, stdin=stdin,
                          capture_output=True, timeout=60)


def differences(want, got, name):
    if want == got:
        return []
    lines = [b.decode(errors="replace").splitlines() for b in (want, got)]
    diff = difflib.unified_diff(*lines, name, "now", n=2, lineterm="")
    return list(diff)[:60] or ["they differ in line ends"]


def compare(path, got):
    if UPDATE:
        path.write_bytes(got)
        return []
    return differences(path.read_bytes(), got, path.name)


def made_pdf(nianbao, case, folder):
    pdf = pathlib.Path(folder) / "x.pdf"
    run(nianbao, ["render", case.name, f"--out={pdf}"], case.parent)
    return str(pdf)


def yaml_case(nianbao, case, suffix):
    with tempfile.TemporaryDirectory() as folder:
        operand = made_pdf(nianbao, case, folder) if suffix in FROM_PDF \
            else case.name
        done = run(nianbao, EXPECT[suffix] + [operand], case.parent)
    if done.returncode not in (0, 1):
        return [f"exit status {done.returncode}",
                done.stderr.decode(errors="replace")]
    return compare(case.with_suffix(suffix), done.stdout)


def stem(case):
    """The path of an old document without its suffix."""
    return next(case.with_name(case.name.removesuffix(s)) for s in OLD
                if case.name.endswith(s))


def import_case(nianbao, case):
    with tempfile.TemporaryDirectory() as top:
        name, folder = case.name, case.parent
        if case.name.endswith(docx.SUFFIX):
            name, folder = case.name.removesuffix(".parts"), pathlib.Path(top)
            (folder / name).write_bytes(
                docx.pack(case.read_text(encoding="utf-8")))
        done = run(nianbao, ["import", "--mark", name], folder)
    if done.returncode != 0:
        return [f"exit status {done.returncode}",
                done.stderr.decode(errors="replace")]
    return compare(stem(case).with_suffix(".yaml"), done.stdout)


def transcript(nianbao, line, folder):
    """What one command line of a .cmd file says, and its exit status."""
    words = shlex.split(line)
    assert words[0] == "nianbao", line
    stdin = subprocess.DEVNULL
    if len(words) > 2 and words[-2] == "<":
        stdin = open(folder / words[-1], "rb")
        words = words[:-2]
    done = run(nianbao, words[1:], folder, stdin)
    err = b"".join(b"2> " + l for l in done.stderr.splitlines(True))
    return b"$ %s\n%s%s= %d\n" % (line.encode(), done.stdout, err,
                                   done.returncode)


def cmd_case(nianbao, case):
    out = case.with_suffix(".out")
    if not UPDATE and not out.exists():
        return [f"{out.name} is missing"]
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top) / "cli"
        shutil.copytree(case.parent, folder)
        before = set(folder.rglob("*"))
        got = b"\n".join(
            transcript(nianbao, line, folder)
            for line in case.read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#"))
        for made in sorted(set(folder.rglob("*")) - before):
            got += b"+ %s\n" % str(made.relative_to(folder)).encode()
    return compare(out, got)


def expectations(case):
    found = [s for s in EXPECT if case.with_suffix(s).exists()]
    first = FIRST.get(case.parent.name, ".concise")
    return [first] if UPDATE and not found else found


def results(nianbao, case):
    """Yields (name, problems) or (name, None, why it is skipped)."""
    name = str(case.relative_to(CASES))
    if case.suffix == ".cmd":
        if not has_fonts():
            return [(name, None, "no fonts: run ./setup.sh")]
        return [(name, cmd_case(nianbao, case))]
    if case.parent.name == "import":
        if not UPDATE and not stem(case).with_suffix(".yaml").exists():
            return [(name, ["no expectation beside it: NIANBAO_UPDATE=1"])]
        return [(name, import_case(nianbao, case))]
    if not expectations(case):
        return [(name, ["no expectation beside it: NIANBAO_UPDATE=1"])]
    made = []
    for suffix in expectations(case):
        label = name.removesuffix(".yaml") + suffix
        if not has_fonts() and (suffix in NEEDS_FONTS or
                                case.name.startswith("G05")):
            made.append((label, None, "no fonts: run ./setup.sh"))
        else:
            made.append((label, yaml_case(nianbao, case, suffix)))
    return made


def orphans():
    for suffix in EXPECT:
        for path in sorted(CASES.rglob("*" + suffix)):
            if path.parent.name != "import" and not path.with_suffix(".yaml").exists():
                yield f"{path.relative_to(CASES)}: there is no such case"
    for path in sorted((CASES / "import").glob("*.yaml")):
        if not any(path.with_suffix(s).exists() for s in OLD):
            yield f"{path.relative_to(CASES)}: there is no such case"
    for path in sorted(CASES.rglob("*.out")):
        if not path.with_suffix(".cmd").exists():
            yield f"{path.relative_to(CASES)}: there is no such case"


def chosen(words):
    old = [p for s in OLD for p in (CASES / "import").glob("*" + s)]
    for case in sorted([*CASES.rglob("*.yaml"), *CASES.rglob("*.cmd"), *old]):
        if case.name.endswith(".审核.yaml"):  # of the report beside it
            continue
        is_input = case.suffix == ".yaml" and (
            case.parent.name in ("cli", "import") or
            {"diff", "ledger"} & {*case.relative_to(CASES).parts})
        if is_input or (words and not any(w in str(case) for w in words)):
            continue
        yield case


def main():
    nianbao = str(pathlib.Path(sys.argv[1]).resolve())
    tap = Tap()
    with ThreadPoolExecutor(2) as pool:
        cases = chosen(sys.argv[2:])
        for made in pool.map(lambda case: results(nianbao, case), cases):
            for name, problems, *why in made:
                if why:
                    tap.skip(name, why[0])
                else:
                    tap.check(name, problems)
    tap.check("no expectation without its case", list(orphans()))
    tap.done()


if __name__ == "__main__":
    main()
