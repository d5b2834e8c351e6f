#!/usr/bin/env python3
"""Findings for other programs: SARIF 2.1.0 by the shape of its schema, places
that are in the file, mends that can be applied; CSV that a spreadsheet opens.

usage: formats.py NIANBAO

With $SARIF_SCHEMA (the official schema) and the module jsonschema the whole
document is validated, too.
"""

import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap, code_rows, drafts, examples, seeds

CASES = ROOT / "tests" / "cases"
HEAD = ["文件", "行", "列", "级别", "代码", "问题", "依据", "建议"]

# What the schema allows of what is written here: a type, a list of one type,
# or an object whose keys end with ! when they must be there.
REGION = {key + "!": int
          for key in ("startLine", "startColumn", "endLine", "endColumn")}
LEVEL = re.compile("none|note|warning|error")
TEXT = {"text!": str}
ARTIFACT = {"uri!": str}
SARIF = {
    "$schema": str,
    "version!": re.compile(r"2\.1\.0"),
    "runs!": [{
        "tool!": {"driver!": {
            "name!": str, "version": str,
            "language": re.compile("[a-zA-Z]{2}(-[a-zA-Z]{2})?"),
            "rules": [{
                "id!": str, "name": str, "shortDescription": TEXT,
                "fullDescription": TEXT, "help": TEXT,
                "defaultConfiguration": {"level": LEVEL},
                "properties": {"basis": str, "fixable": bool}}]}},
        "language": re.compile("[a-zA-Z]{2}(-[a-zA-Z]{2})?"),
        "columnKind": re.compile("unicodeCodePoints"),
        "results": [{
            "ruleId": str, "ruleIndex": int, "level": LEVEL,
            "message!": TEXT,
            "partialFingerprints": {"wordsAround/v1": str},
            "locations": [{"physicalLocation": {
                "artifactLocation!": ARTIFACT, "region": REGION}}],
            "fixes": [{
                "description": TEXT,
                "artifactChanges!": [{
                    "artifactLocation!": ARTIFACT,
                    "replacements!": [{"deletedRegion!": REGION,
                                       "insertedContent": TEXT}]}]}]}]}]}


def misfits(value, shape, where=""):
    """Where a value is not of a shape."""
    if isinstance(shape, re.Pattern):
        if not isinstance(value, str) or not shape.fullmatch(value):
            yield f"{where}: {value!r}"
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{where}: no list"
            return
        for n, item in enumerate(value):
            yield from misfits(item, shape[0], f"{where}[{n}]")
    elif isinstance(shape, dict):
        keys = {key.rstrip("!"): part for key, part in shape.items()}
        for key in set(value) - set(keys):
            yield f"{where}.{key}: unknown"
        for key in shape:
            if key.endswith("!") and key[:-1] not in value:
                yield f"{where}.{key[:-1]}: missing"
        for key in set(value) & set(keys):
            yield from misfits(value[key], keys[key], f"{where}.{key}")
    elif type(value) is not shape:
        yield f"{where}: {value!r}"


def check(nianbao, format, *paths, **more):
    done = subprocess.run([nianbao, "check", f"--format={format}", "-v",
                           *map(str, paths)], capture_output=True,
                          timeout=120, **more)
    return done.stdout


def documents():
    return [*sorted(CASES.glob("*/[DSTY]*.yaml")),
            *examples(), *drafts(), *seeds()]


def sarif_shape(nianbao, folder):
    there = documents()[-1]
    for paths in ([], [there], [there, folder / "没有.yaml", there],
                  documents()):
        if not paths:
            paths = [folder / "没有.yaml"]
        yield from misfits(json.loads(check(nianbao, "sarif", *paths)), SARIF)


def official_schema(nianbao):
    import jsonschema
    with open(os.environ["SARIF_SCHEMA"], encoding="utf-8") as file:
        validator = jsonschema.Draft7Validator(json.load(file))
    whole = json.loads(check(nianbao, "sarif", *documents()))
    return [error.message[:200] for error in validator.iter_errors(whole)]


def lines_of(uri, cache={}):
    path = urllib.parse.unquote(uri.removeprefix("file://"))
    if path not in cache:
        cache[path] = pathlib.Path(path).read_text(
            encoding="utf-8-sig").split("\n")
    return cache[path]


def cut(lines, region):
    """The text of a region; columns count characters, the end is exclusive."""
    first, last = region["startLine"] - 1, region["endLine"] - 1
    part = lines[first:last + 1]
    part[-1] = part[-1][:region["endColumn"] - 1]
    part[0] = part[0][region["startColumn"] - 1:]
    return "\n".join(part)


def is_utf8(path):
    """Read without a change of any character."""
    data = path.read_bytes()
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return not re.search("[\r\x00-\x08\x0b\x0c\x7f\x85\u2028\u2029]", text)


def sarif_places(nianbao, folder):
    """Region by region what JSON quotes, and the rule it names."""
    paths = [path for path in documents() if is_utf8(path)]
    run = json.loads(check(nianbao, "sarif", *paths))["runs"][0]
    rows = [json.loads(line)
            for line in check(nianbao, "json", *paths).splitlines()]
    rows = [row for row in rows if row["type"] == "finding"]
    rules = run["tool"]["driver"]["rules"]
    if len(rows) != len(run["results"]):
        yield f"{len(run['results'])} results, JSON has {len(rows)} findings"
    if [r["id"] for r in rules] != [r.id for r in code_rows(nianbao)]:
        yield "the rules are not those of “list rules”"
    for row, result in zip(rows, run["results"]):
        place = result["locations"][0]["physicalLocation"]
        lines = lines_of(place["artifactLocation"]["uri"])
        if rules[result["ruleIndex"]]["id"] != row["code"]:
            yield f"{row['code']}: its index is of another"
        if "region" in place and cut(lines, place["region"]) != row["excerpt"]:
            yield f"{row['code']} in {row['file']}: the region is elsewhere"
        if (row["fix"] is not None or "edits" in row) != ("fixes" in result):
            yield f"{row['code']} in {row['file']}: mended in one only"


def table(data):
    if not data.startswith(b"\xef\xbb\xbf"):
        raise ValueError("no byte order mark")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""),
                           strict=True))


def csv_table(nianbao, folder):
    rows = table(check(nianbao, "csv", *documents()))
    want = check(nianbao, "json", *documents()).count(b'"type":"finding"')
    if rows[0] != HEAD:
        yield f"the head is {rows[0]}"
    if len(rows) - 1 != want:
        yield f"{len(rows) - 1} rows, JSON has {want} findings"
    for row in rows:
        if len(row) != len(HEAD):
            yield f"{len(row)} cells: {row}"


FORMULAS = """年度: 2024
=1+1: 甲
"@SUM(1)": 乙
'a"b,c': 丙
"""


def csv_formulas(nianbao, folder):
    """No cell is taken for a formula; marks of the format come back whole."""
    path = folder / "=cmd|' ,\"x\".yaml"
    path.write_text(FORMULAS, encoding="utf-8")
    data = check(nianbao, "csv", path.name, cwd=folder)
    rows = table(data)
    if b"\n" in data.replace(b"\r\n", b""):
        yield "a line does not end with CRLF"
    if any(cell[:1] in "=+-@" for row in rows for cell in row if cell):
        yield f"a formula: {rows}"
    if rows[1][0] != "'" + path.name:
        yield f"the file is called {rows[1][0]!r}"
    if not any('a"b,c' in row[5] for row in rows):
        yield "a message with a quote and a comma is not whole"


def main():
    tap = Tap()
    nianbao = str(pathlib.Path(sys.argv[1]).resolve())
    for case in (sarif_shape, sarif_places, csv_table, csv_formulas):
        with tempfile.TemporaryDirectory() as top:
            tap.check(case.__name__, list(case(nianbao, pathlib.Path(top))))
    if "SARIF_SCHEMA" in os.environ:
        tap.check("official_schema", official_schema(nianbao))
    else:
        tap.skip("official_schema", "SARIF_SCHEMA is not set")
    tap.done()


main()
