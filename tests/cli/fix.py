#!/usr/bin/env python3
"""nianbao fix, as a user meets it: twice is once, what was not wrong stays as
it was, a file comes back in its own encoding or not at all.

usage: fix.py NIANBAO
"""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap, drafts, examples, seeds

CASES = ROOT / "tests" / "cases"
AREAS = ("check", "model", "source")
MEND = CASES / "cli" / "mend.yaml"


def run(nianbao, *args, **more):
    return subprocess.run([nianbao, *map(str, args)], timeout=120,
                          capture_output=True,
                          **{"stdin": subprocess.DEVNULL, **more})


def documents():
    for area in AREAS:
        yield from sorted((CASES / area).glob("*.yaml"))
    yield from [*examples(), *drafts(), *seeds()]


def copies(folder):
    """The documents under names of their own; (original, copy)."""
    for number, path in enumerate(documents()):
        copy = folder / f"{number}-{path.name}"
        shutil.copyfile(path, copy)
        yield path, copy


def findings(nianbao, paths):
    """What check says of each path: how often it says a code."""
    done = run(nianbao, "check", "--format=json", "-v", *paths)
    found = {str(path): collections.Counter() for path in paths}
    for line in done.stdout.decode(errors="replace").splitlines():
        one = json.loads(line)
        if one["type"] == "finding":
            found[one["file"]][one["code"]] += 1
    return found


def patched(old, diff):
    """The lines of old with a unified diff applied; raises if it misfits."""
    lines, at, out = old.splitlines(True), 0, []
    for row in re.split(r"(?<=\n)", diff)[2:]:
        if row.startswith("@@"):
            from_line, n = re.match(r"@@ -(\d+)(?:,(\d+))?", row).groups()
            start = int(from_line) - (n != "0")
            out, at = out + lines[at:start], start
        elif row.startswith("\\"):
            out[-1] = out[-1].removesuffix("\n")
        elif row[:1] in (" ", "-"):
            assert lines[at].rstrip("\n") == row[1:].rstrip("\n"), row
            out, at = out + ([row[1:]] if row[0] == " " else []), at + 1
        elif row.startswith("+"):
            out.append(row[1:])
    return "".join(out + lines[at:])


def twice(nianbao, folder):
    """What was mended needs no mending, and has no finding it had not."""
    pairs = list(copies(folder))
    paths = [copy for _, copy in pairs]
    before = findings(nianbao, paths)
    run(nianbao, "fix", "--apply", *paths)
    once = [path.read_bytes() for path in paths]
    run(nianbao, "fix", "--apply", *paths)
    after = findings(nianbao, paths)
    for (original, copy), bytes_once in zip(pairs, once):
        more = after[str(copy)] - before[str(copy)]
        if copy.read_bytes() != bytes_once:
            yield f"{original.name}: the second time changes it again"
        if more:
            yield f"{original.name}: mended, it has more {dict(more)}"


def comments(text):
    return re.findall(r"(?m)(?:^|\s)# .*$", text)


def diff_fits(nianbao, folder):
    """The diff leads to what --apply writes; comments are all there."""
    for original, copy in copies(folder):
        diff = run(nianbao, "fix", copy).stdout.decode(errors="replace")
        old = copy.read_bytes()
        run(nianbao, "fix", "--apply", copy)
        if not diff:
            if copy.read_bytes() != old:
                yield f"{original.name}: changed without a diff"
            continue
        old, now = (b.decode() if b.isascii() or b"\r" not in b else
                    b.decode().replace("\r\n", "\n")
                    for b in (old, copy.read_bytes()))
        if patched(old.removeprefix("\ufeff"), diff) != \
                now.removeprefix("\ufeff"):
            yield f"{original.name}: the diff leads elsewhere"
        if comments(old) != comments(now):
            yield f"{original.name}: its comments have changed"


FORMS = {
    "utf-8": lambda text: text.encode(),
    "utf-8-bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "gb18030": lambda text: text.encode("gb18030"),
    "gb18030-crlf": lambda text: text.replace("\n", "\r\n").encode("gb18030"),
    "utf-16": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16be": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
}


def forms(nianbao, folder):
    """A file comes back in its own encoding and with its own line ends."""
    text = MEND.read_text(encoding="utf-8")
    mended = run(nianbao, "fix", "-", stdin=open(MEND, "rb")).stdout.decode()
    if mended == text:
        yield "nothing was mended"
    for name, encode in FORMS.items():
        path = folder / f"{name}.yaml"
        path.write_bytes(encode(text))
        run(nianbao, "fix", "--apply", path)
        if path.read_bytes() != encode(mended):
            yield f"{name}: is not the mended text in that form"


def refused(nianbao, folder):
    """What could not be written back as it was is left alone."""
    text = MEND.read_bytes()
    bad = {"mixed": text.replace(b"\n", b"\r\n", 2),
           "damaged": text + b"# \xff\xfe\xff\n",
           "control": text + b"# \x01\n"}
    for name, data in bad.items():
        path = folder / f"{name}.yaml"
        path.write_bytes(data)
        done = run(nianbao, "fix", "--apply", path)
        if done.returncode != 2 or path.read_bytes() != data:
            yield f"{name}: status {done.returncode}"
        if "另存为" not in done.stderr.decode():
            yield f"{name}: it does not say what to do"


def one_file(nianbao, folder):
    """Mode and link stay; nothing is left behind; a locked file is told."""
    path, link = folder / "稿.yaml", folder / "链接.yaml"
    shutil.copyfile(MEND, path)
    path.chmod(0o640)
    link.symlink_to(path.name)
    run(nianbao, "fix", "--apply", link)
    if not link.is_symlink() or path.read_bytes() == MEND.read_bytes():
        yield "the link, or what it points to, is not as it should be"
    if path.stat().st_mode & 0o777 != 0o640:
        yield f"its mode is {path.stat().st_mode:o} now"
    if sorted(p.name for p in folder.iterdir()) != sorted(
            [path.name, link.name]):
        yield "something was left behind"
    if os.geteuid() != 0:
        shutil.copyfile(MEND, path)
        path.chmod(0o440)
        if run(nianbao, "fix", "--apply", path).returncode != 2:
            yield "a file that may not be written"


def filter_keeps_all(nianbao, folder):
    """As a filter it gives everything, mended or not."""
    for name in ("good.yaml", "empty.yaml"):
        path = CASES / "cli" / name
        done = run(nianbao, "fix", "-", stdin=open(path, "rb"))
        if done.returncode != 0 or done.stdout != path.read_bytes():
            yield name


def main():
    tap = Tap()
    nianbao = str(pathlib.Path(sys.argv[1]).resolve())
    for case in (twice, diff_fits, forms, refused, one_file,
                 filter_keeps_all):
        with tempfile.TemporaryDirectory() as top:
            tap.check(case.__name__, list(case(nianbao, pathlib.Path(top))))
    tap.done()


main()
