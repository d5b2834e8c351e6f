#!/usr/bin/env python3
"""Nothing of an old document is lost by an import: every character of the
source, blanks aside, is in the YAML, or the log says what became of it.

The log is taken away from the source: what was repaired is exchanged, what
was left out or moved goes.  Whatever remains must be found in the values of
the YAML, piece by piece, and each place there answers for one piece only.
What the log says must be true, too: its words stand where it says.  The words
of the source are read by extract.py, not by the program.

usage: subtract.py NIANBAO [FILE…]
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import docx
from extract import BREAK, rows
from tap import ROOT, SEEDS, Tap

BLANK = re.compile(r"[\s\u200b\ufeff]")
KEY = re.compile(r"^( *- )* *['\"]?[^\s:#'\"]{1,20}['\"]?:(?= |$)")
REACH = 40  # rows behind its first that a torn paragraph may still use
UNSEEN = ("code", "comment")  # of a web page, left out, and no words of it


class Source:
    """The characters of a document, blanks aside, and what became of each."""

    def __init__(self, lines, made):
        self.was, self.now, self.row = [], [], []
        self.begin = {}  # row -> index of its first character
        self.place = {}  # (row, at) -> index
        self.last = {}  # row -> behind the last words found for it
        self.breaks = set()  # indices before which something else ended
        self.blanks = {}  # row -> indices behind blanks
        self.made = made  # rows that may have an ordinal of their format's
        for row, line in sorted(lines.items()):
            self.begin[row] = len(self.was)
            for at, c in enumerate(line):
                if c == BREAK:
                    self.breaks.add(len(self.was))
                elif BLANK.match(c):
                    self.blanks.setdefault(row, set()).add(len(self.was))
                else:
                    self.place[row, at] = len(self.was)
                    self.was.append(c)
                    self.now.append(c)
                    self.row.append(row)

    def matches(self, i, words):
        """The characters from i on that are these words as they were read, or
        as they were repaired; else None."""
        taken, rest = [], words
        while rest:
            while taken and i < len(self.was) and self.now[i] is None:
                i += 1  # torn by a page's number, which was left out
            if i == len(self.was) or self.now[i] is None:
                return None
            if self.now[i] and rest.startswith(self.now[i]):
                rest = rest[len(self.now[i]):]
            elif rest.startswith(self.was[i]):
                rest = rest[1:]
            elif self.now[i]:
                return None
            taken.append(i)
            i += 1
        return taken

    def find(self, entry):
        words = BLANK.sub("", entry["was"])
        first = self.begin.get(entry["row"], 0)
        last = self.begin.get(entry["row"] + REACH) if entry["row"] else None
        last = len(self.was) if last is None else last
        exact = self.place.get((entry["row"], entry["at"]), first)
        cursor = self.last.get(entry["row"], first)
        end = self.begin.get(entry["row"] + 1, last) if entry["row"] else last
        for i in [exact, *range(cursor, end), *range(first, min(cursor, end)),
                  *range(end, last)]:
            taken = self.matches(i, words)
            if taken is not None:
                self.last[entry["row"]] = taken[-1] + 1
                return taken
        return None

    def apply(self, entry):
        """A problem, or None.  A report on one line was parted at blanks."""
        if entry["rule"] == "one-line":
            self.breaks |= self.blanks.get(entry["row"], set())
        if entry["what"] == "doubt" or not BLANK.sub("", entry["was"]):
            return None
        if entry["place"] == "行" and entry["rule"] in UNSEEN:
            return None
        taken = self.find(entry)
        if taken is None and entry["row"] in self.made and \
                entry["what"] in ("moved", "left-out"):
            return None
        if taken is None:
            return f"{entry['row']}:{entry['at']}: the log speaks of " \
                   f"“{entry['was']}”, which is not there"
        repaired = entry["what"] == "repaired"
        for i in taken:
            self.now[i] = "" if repaired else None
        if repaired:
            self.now[taken[0]] = BLANK.sub("", entry["now"])
        return None

    def pieces(self):
        """(row, text) of what must be in the YAML."""
        text, row = "", 0
        for i, now in enumerate(self.now + [None]):
            ends = now is None or i in self.breaks or \
                (i > 0 and self.row[i] != self.row[i - 1])
            if ends and text:
                yield row, text
                text = ""
            if now:
                row = row if text else self.row[i]
                text += now


def values(yaml):
    """The values of a YAML file as one string, a NUL between two."""
    out = []
    for line in yaml.split("\n"):
        if line.lstrip().startswith("#"):
            continue
        bare = KEY.sub("\0", line)
        for escape, c in (("''", "'"), ("\\n", " "), ('\\"', '"')):
            bare = bare.replace(escape, c)
        out.append(re.sub(r"^ *- ", "\0", bare))
    return BLANK.sub("", "".join(out))


def take(text, piece):
    """text without the piece, or None.  A blank in the source may have become
    the end of a value and the beginning of the next."""
    at = text.find(piece)
    if at >= 0:
        return text[:at] + "\0" + text[at + len(piece):]
    found = re.search("(?:\0\\|?)*".join(map(re.escape, piece)), text)
    return found and text[:found.start()] + "\0" + text[found.end():]


def missing(source, yaml):
    """Longest first, so that a short piece does not eat a part of a long."""
    text = values(yaml)
    for row, piece in sorted(source.pieces(), key=lambda p: -len(p[1])):
        rest = take(text, piece)
        if rest is None:
            yield f"{row}: lost: “{piece[:60]}”"
        else:
            text = rest


def problems(nianbao, name, data):
    with tempfile.TemporaryDirectory() as top:
        old, out, log = (pathlib.Path(top, n) for n in
                         (name, "o.yaml", "o.json"))
        old.write_bytes(data)
        done = subprocess.run(
            [nianbao, "import", old, "-o", out, "--log", log],
            capture_output=True, timeout=60)
        if done.returncode not in (0, 1):
            return [f"exit status {done.returncode}",
                    done.stderr.decode(errors="replace")]
        source = Source(*rows(name, data))
        entries = [json.loads(l) for l in log.read_text(encoding="utf-8")
                   .splitlines()]
        entries.sort(key=lambda e: e["what"] != "repaired")
        told = [p for p in map(source.apply, entries) if p]
        return told + list(missing(source, out.read_text(encoding="utf-8")))


def has_import(nianbao):
    done = subprocess.run([nianbao, "help", "import"], capture_output=True)
    return done.returncode == 0


def load(path):
    """The name and the bytes of an old document."""
    if path.name.endswith(docx.SUFFIX):
        return path.name.removesuffix(".parts"), \
            docx.pack(path.read_text(encoding="utf-8"))
    return path.name, path.read_bytes()


def main(nianbao, *names):
    tap = Tap()
    cases = ROOT / "tests" / "cases" / "import"
    found = [p for s in (".txt", ".md", ".html", docx.SUFFIX)
             for p in sorted(cases.glob("*" + s))]
    paths = [pathlib.Path(n) for n in names] or \
        [*found, *sorted(SEEDS.glob("*.txt"))]
    if not has_import(nianbao):
        tap.skip("import", "this program has no import yet")
        paths = []
    elif not names and not SEEDS.is_dir():
        tap.skip("seeds", "the real documents are not at hand")
    for path in paths:
        tap.check(path.name, problems(nianbao, *load(path)))
    tap.done()


main(*sys.argv[1:])
