#!/usr/bin/env python3
"""The list of all codes, tests/cases/rules.list, is what the program says.
NIANBAO_UPDATE=1 writes it anew."""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap

LIST = ROOT / "tests" / "cases" / "rules.list"


def main():
    tap = Tap()
    said = subprocess.run([sys.argv[1], "list", "rules"], capture_output=True,
                          check=True).stdout
    if os.environ.get("NIANBAO_UPDATE", "") not in ("", "0"):
        LIST.write_bytes(said)
    tap.check("rules.list", [] if LIST.read_bytes() == said else
              ["stale: NIANBAO_UPDATE=1 writes it anew"])
    tap.done()


main()
