#!/usr/bin/env python3
"""The layers: a folder includes only folders below it, and a foreign library
is known only in its home.  Below cli/ nobody prints, asks the environment or
the clock, or keeps state."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap

ORDER = ("base diag part source model style import check compare font layout pdfin conform "
         "review output cli").split()
HOMES = {  # foreign header -> the only folders, or files, that may include it
    "yaml.h": {"source"},
    "cairo": {"output"},
    "dlfcn.h": {"part"},
    "mupdf": {"pdfin"},
    "pango": {"font"},
    "fontconfig": {"font"},
    "hb": {"font", "layout", "output"},
    "ft2build": {"font", "output"},
    "freetype": {"font", "output"},
    "libdeflate": {"output"},
    "jansson": {"diag/render_json.c", "diag/render_sarif.c",
                "model/schema.c", "cli/batch/record.c"},
    "nettle": {"base"},
    "libxml": {"import", "output"},
    "archive": {"import", "output"},
    "opencc": {"import"},
    "microhttpd": {"cli"},
}
INCLUDE = re.compile(r'\s*#\s*include ["<]([^">]+)[">]')
FORBIDDEN = re.compile(
    r"\b(f?printf|v?fprintf|puts|fputs|putchar|perror|g_print(err)?|"
    r"g_(warning|message|critical|error)|g?_?getenv|secure_getenv|setlocale|"
    r"time|clock|clock_gettime|gettimeofday|g_get_real_time|rand|random|"
    r"exit|abort)\s*\(")
STATE = re.compile(r"\s*static (?!.*\bconst\b)(?!inline)[^({]*[=;]")


def sources():
    for path in sorted((ROOT / "src").rglob("*.[ch]")):
        yield path.relative_to(ROOT / "src"), path.read_text().splitlines()


def layer_of(path):
    return path.parts[0] if len(path.parts) > 1 else "cli"


def include_problem(path, header):
    here, top = layer_of(path), header.split("/")[0]
    if top in ORDER and ORDER.index(top) > ORDER.index(here):
        return f"{here}/ must not include {top}/"
    for prefix, homes in HOMES.items():
        if header.startswith(prefix) and not homes & {here, str(path)}:
            return f"<{header}> belongs to {', '.join(sorted(homes))}"
    return None


def include_problems():
    for path, lines in sources():
        for n, line in enumerate(lines, 1):
            m = INCLUDE.match(line)
            problem = m and include_problem(path, m[1])
            if problem:
                yield f"{path}:{n}: {problem}"


def code_lines():
    """Lines below cli/ without comments and strings."""
    for path, lines in sources():
        if layer_of(path) == "cli" or path.name == "base.c":
            continue
        text = re.sub(r"/\*.*?\*/",
                      lambda m: re.sub(r"[^\n]", " ", m[0]),
                      "\n".join(lines), flags=re.S)
        for n, line in enumerate(text.split("\n"), 1):
            yield path, n, re.sub(r'"(\\.|[^"\\])*"', '""', line)


def main():
    tap = Tap()
    tap.check("includes go down only", list(include_problems()))
    tap.check("no printing, environment or clock below cli/",
              [f"{path}:{n}: {line.strip()}" for path, n, line in code_lines()
               if FORBIDDEN.search(line)])
    tap.check("no static state",
              [f"{path}:{n}: {line.strip()}" for path, n, line in code_lines()
               if STATE.match(line)])
    tap.done()


main()
