#!/usr/bin/env python3
"""Files, functions and nesting stay small.  clang-format puts the braces of a
function, and no others, alone in the first column."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap

FILE, FUNCTION, NESTING = 500, 60, 3
QUOTED = re.compile(r"'(\\.|[^'\\])'" r'|"(\\.|[^"\\])*"' r"|/\*.*?\*/")


def files(*suffixes):
    for folder in ("src", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes:
                yield (path.relative_to(ROOT),
                       path.read_text(encoding="utf-8").splitlines())


def functions():
    """Yields where a function's body starts, its name's line, its body."""
    for path, lines in files(".c"):
        start = None
        for n, line in enumerate(lines):
            if line == "{":
                start = n
            elif line == "}" and start is not None:
                yield f"{path}:{start}", lines[start:n + 1]
                start = None


def depth(body):
    deepest = now = 0
    for line in body:
        line = QUOTED.sub("", line)
        initialiser = re.search(r"[=(,]\s*\{", line)
        now += line.count("{") - line.count("}")
        if not initialiser:
            deepest = max(deepest, now)
    return deepest - 1


def main():
    tap = Tap()
    tap.check(f"files have at most {FILE} lines",
              [f"{path}: {len(lines)}"
               for path, lines in files(".c", ".h", ".py", ".def")
               if len(lines) > FILE])
    tap.check(f"functions have at most {FUNCTION} lines",
              [f"{where}: {len(body)}" for where, body in functions()
               if len(body) > FUNCTION])
    tap.check(f"blocks are nested at most {NESTING} deep",
              [f"{where}: {depth(body)}" for where, body in functions()
               if depth(body) > NESTING])
    tap.done()


main()
