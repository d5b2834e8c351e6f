"""Results in the Test Anything Protocol, and what the tests share."""

import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Tap:
    def __init__(self):
        self.count = 0

    def check(self, name, problems):
        """One result: good when there are no problems (a list of lines)."""
        self.count += 1
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name}")
        for problem in problems:
            for line in str(problem).splitlines():
                print(f"# {line}")

    def skip(self, name, why):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {why}")

    def done(self):
        """The plan.  What failed is told by the lines, not by the status."""
        print(f"1..{self.count}")
        sys.exit(0)


def has_fonts():
    return any((ROOT / "fonts" / "files").glob("*.[ot]t[fc]"))


SEEDS = pathlib.Path(os.environ.get("NIANBAO_SEEDS",
                                    ROOT.parent / "shared" / "seeds"))


def seeds():
    """The real documents, where they are at hand; else none."""
    return sorted(SEEDS.glob("*.yaml"))


def examples():
    """Those that are as they should be."""
    return sorted(set((ROOT / "examples").glob("*.yaml")) - set(drafts()))


def drafts():
    """Those that are wrong on purpose."""
    return sorted((ROOT / "examples").glob("*-draft.yaml"))


def readme_blocks():
    """The language and text of each block of code in README.md, in order."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S)


CodeRow = collections.namedtuple("CodeRow", "id level mendable name title")


def code_rows(nianbao):
    """Every code as “list rules” shows it."""
    text = subprocess.run([nianbao, "list", "rules"], capture_output=True,
                          text=True, check=True).stdout
    rows = [CodeRow(*line.split(maxsplit=4)) for line in text.splitlines()]
    return [row._replace(mendable=row.mendable != "—") for row in rows]


def data_dir(folder):
    """A copy of what the program brings along; the faces are links."""
    data = folder / "data"
    shutil.copytree(ROOT / "templates", data / "templates")
    (data / "fonts" / "files").mkdir(parents=True)
    for path in (ROOT / "fonts").glob("*.*"):
        shutil.copy(path, data / "fonts")
    for face in (ROOT / "fonts" / "files").iterdir():
        (data / "fonts" / "files" / face.name).symlink_to(face)
    return data
