#!/usr/bin/env python3
"""An old document gives the same report and the same log in every encoding
and with every kind of line end; bytes that are no text are kept in view.

usage: encodings.py NIANBAO
"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, SEEDS, Tap, examples, has_fonts

BOM = "\ufeff"
FORMS = {
    "gb18030": lambda s: s.encode("gb18030"),
    "big5": lambda s: s.encode("big5hkscs"),
    "utf-8-bom": lambda s: (BOM + s).encode("utf-8"),
    "utf-16-le": lambda s: s.encode("utf-16-le"),
    "utf-16-be": lambda s: s.encode("utf-16-be"),
    "utf-16-le-bom": lambda s: (BOM + s).encode("utf-16-le"),
    "utf-16-be-bom": lambda s: (BOM + s).encode("utf-16-be"),
    "crlf": lambda s: s.replace("\n", "\r\n").encode("utf-8"),
    "cr": lambda s: s.replace("\n", "\r").encode("utf-8"),
    "gb18030-crlf": lambda s: s.replace("\n", "\r\n").encode("gb18030"),
    "utf-16-le-crlf": lambda s:
        (BOM + s.replace("\n", "\r\n")).encode("utf-16-le"),
}


def run(nianbao, args, folder):
    return subprocess.run([nianbao, *args], cwd=folder, capture_output=True,
                          timeout=60)


def made(nianbao, name, data):
    """What import writes: the YAML and the log."""
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top)
        (folder / name).write_bytes(data)
        done = run(nianbao, ["import", "--mark", "--log=o.json", "-o",
                             "o.yaml", name], folder)
        if done.returncode != 0:
            return "", done.stderr.decode(errors="replace")
        return ((folder / "o.yaml").read_text(encoding="utf-8"),
                (folder / "o.json").read_text(encoding="utf-8"))


def first_difference(want, got):
    for a, b in zip(want.splitlines(), got.splitlines()):
        if a != b:
            return [f"want {a}", f"got  {b}"]
    return ["one is longer"]


def problems(nianbao, name, text):
    want = made(nianbao, name, text.encode("utf-8"))
    for form, encode in FORMS.items():
        try:
            data = encode(text)
        except UnicodeEncodeError:
            continue  # a character that Big5 does not have
        for a, b in zip(want, made(nianbao, name, data)):
            if a != b:
                yield from (f"{form}: {d}" for d in first_difference(a, b))


def documents(nianbao):
    """(name, text)"""
    cases = ROOT / "tests" / "cases" / "import"
    for path in [*sorted(cases.glob("*.txt")), *sorted(SEEDS.glob("*.txt"))]:
        try:
            yield path.name, path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            pass  # a case of its own encoding
    for path in examples() if has_fonts() else []:
        done = run(nianbao, ["render", "--to=txt", "--out=-", path], ROOT)
        yield path.stem + ".txt", done.stdout.decode("utf-8")


def damaged(nianbao):
    """Bytes of another encoding in the middle are a doubt with its line."""
    lines = ["柳溪街道2024年法治政府建设年度报告", "一、加强组织领导",
             "专题研究法治工作4次。", "二、规范行政执法", "评查案卷50卷。"]
    for row in range(2, len(lines)):
        data = b"\n".join(
            s.encode("utf-8") if i != row else
            s[:4].encode("utf-8") + b"\xb7\xa8" + s[4:].encode("utf-8")
            for i, s in enumerate(lines))
        yaml, log = made(nianbao, "a.txt", data)
        if f"请看（原文第 {row + 1} 行）：疑似乱码" not in yaml:
            yield f"line {row + 1}: no doubt in\n{yaml}"
        if yaml.count("\ufffd") != 1:
            yield f"line {row + 1}: the place is not marked in\n{yaml}"


def main(nianbao):
    tap = Tap()
    for name, text in documents(nianbao):
        tap.check(name, list(problems(nianbao, name, text)))
    if not has_fonts():
        tap.skip("examples", "no fonts: run ./setup.sh")
    tap.check("damaged", list(damaged(nianbao)))
    tap.done()


main(str(pathlib.Path(sys.argv[1]).resolve()))
