#!/usr/bin/env python3
"""What check says of real documents, and of our own examples: line, level and
code of every finding, notes included (checks.md 5.3, 5.4).

usage: findings.py NIANBAO

tests/findings/NAME.codes is the expectation; NIANBAO_UPDATE=1 writes them
anew: read the diff.  A new error or warning on a published text is a wrong one
until it is argued.
"""

import difflib
import os
import re
import subprocess
import sys

from tap import ROOT, SEEDS, Tap, drafts, examples, seeds

FOLDER = ROOT / "tests" / "findings"
UPDATE = os.environ.get("NIANBAO_UPDATE", "") not in ("", "0")
FINDING = re.compile(r":(\d+):\d+: (\S+) (\S+)")


def findings(nianbao, document):
    done = subprocess.run([nianbao, "check", "--format=concise", "--notes",
                           document.name], cwd=document.parent, timeout=60,
                          capture_output=True)
    assert done.returncode in (0, 1), done.stderr.decode(errors="replace")
    rows = (FINDING.search(line) for line in done.stdout.decode().splitlines())
    return "".join(f"{m[1]} {m[2]} {m[3]}\n" for m in rows if m)


def main():
    nianbao, tap = os.path.abspath(sys.argv[1]), Tap()
    if not seeds():
        tap.skip("seeds", f"{SEEDS} is not at hand")
    for document in [*seeds(), *examples(), *drafts()]:
        want, got = FOLDER / f"{document.stem}.codes", findings(nianbao, document)
        if UPDATE:
            want.write_text(got)
        diff = difflib.unified_diff(want.read_text().splitlines(),
                                    got.splitlines(), "want", "got", n=0,
                                    lineterm="")
        tap.check(document.stem, list(diff))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
