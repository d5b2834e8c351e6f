#!/usr/bin/env python3
"""The ledger over everything at hand: it does not crash, says the same
whatever the order of the files, has every promise once, and its tallies are
its rows.

usage: ledger.py NIANBAO
"""

import collections
import csv
import io
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap, examples, has_fonts, seeds

CASES = ROOT / "tests" / "cases"
STREET = sorted((CASES / "ledger" / "liuxi").glob("*.yaml"))
EVERY = [*sorted((CASES / "check").glob("*.yaml")),
         *sorted((CASES / "source").glob("*.yaml")),
         *sorted((CASES / "model").glob("*.yaml")),
         *sorted(CASES.glob("ledger/**/*.yaml")), *examples(), *seeds()]


EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
LONGER = sorted((CASES / "check").glob("P19-longer*.yaml"))
YEAR = re.compile(r"^年度: *\d{4}", re.M)


def as_one_organ(folder):
    """The cases as if each were of another year of one organ."""
    for n, case in enumerate(EVERY):
        text = case.read_text(encoding="utf-8", errors="replace")
        text = YEAR.sub(f"年度: {1901 + n}", text)
        text = re.sub(r"^机关: .*$", "机关: 柳溪街道办事处", text, flags=re.M)
        path = folder / f"{n}-{case.name}"
        path.write_text(text, encoding="utf-8")
        yield path


def ledger(form, files):
    done = subprocess.run([sys.argv[1], "ledger", "--to", form,
                           *map(str, files)], capture_output=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def order_problems(form, files):
    """One at least could not be read as it should: status 1, never a crash."""
    first = ledger(form, files)
    if first[0] not in (0, 1, 2):
        yield f"exit status {first[0]}: {first[2][-400:]}"
    for seed in range(3):
        mixed = list(files)
        random.Random(seed).shuffle(mixed)
        if ledger(form, mixed) != first:
            yield f"order {seed} makes a difference"


def objects(files):
    return [json.loads(line)
            for line in ledger("json", files)[1].decode().splitlines()]


def has_flow(path):
    """Two tasks of one line, [甲, 甲], are two promises."""
    return "[" in pathlib.Path(path).read_text(encoding="utf-8",
                                               errors="replace")


def tally_problems(rows):
    organs = {o["organ"]: o for o in rows if o["type"] == "organ"}
    promises = [o for o in rows if o["type"] == "promise"]
    for name, organ in organs.items():
        mine = [p for p in promises if p["organ"] == name]
        states = collections.Counter(p["state"] for p in mine)
        tally = {s: n for s, n in organ["tally"].items() if n}
        if tally != dict(states) or organ["promises"] != len(mine):
            yield f"{name}: {tally}, but {dict(states)}"
        if organ["open"] != sum(p["open"] for p in mine):
            yield f"{name}: open {organ['open']}"
        if [p["open"] for p in mine] != sorted(
                (p["open"] for p in mine), reverse=True):
            yield f"{name}: the open ones do not come first"
    promised = collections.Counter(
        (s["file"], s["line"], s["text"])
        for p in promises for s in p["steps"] if s["event"] == "promised")
    yield from (f"{place}: {n} times" for place, n in promised.items()
                if n > 1 and not has_flow(place[0]))


def csv_problems(rows, table):
    if not table.startswith("\ufeff"):
        yield "no byte order mark"
    lines = list(csv.reader(io.StringIO(table[1:], newline="")))
    if {len(line) for line in lines} != {18}:
        yield f"columns: {sorted({len(line) for line in lines})}"
    kinds = collections.Counter(line[0] for line in lines[1:])
    want = collections.Counter()
    for row in rows:
        if row["type"] == "promise":
            want["承诺"] += 1
        elif row["type"] == "problem":
            want["问题"] += 1
        elif row["type"] == "figure":
            want["指标"] += len(row["points"])
    if kinds != want:
        yield f"rows: {dict(kinds)}, json has {dict(want)}"


def check_rows(tap, name, files):
    rows = objects(files)
    tap.check(f"{name}: tallies are rows, promises are there once",
              list(tally_problems(rows)))
    tap.check(f"{name}: csv has the rows of json",
              list(csv_problems(rows, ledger("csv", files)[1].decode())))


PLACE = re.compile(r"没有交代.*（(\S+?)第(\d+)行）")


def unanswered_by_rules(report):
    """Places of the promises and rows of the plan that P03 and P19 miss."""
    done = subprocess.run([sys.argv[1], "check", "--format", "concise",
                           "--select", "P03,P19", str(report)],
                          capture_output=True, text=True, timeout=60)
    return {(name, int(line)) for name, line in PLACE.findall(done.stdout)}


def unanswered_by_ledger(rows):
    """Of each thread that ends so, the places where it was promised."""
    return [{(pathlib.Path(s["file"]).name, s["line"])
             for s in p["steps"] if s["event"] == "promised"}
            for p in rows
            if p["type"] == "promise" and p["state"] == "unanswered"]


def agreement_problems(files):
    missed = set().union(*map(unanswered_by_rules, files))
    threads = unanswered_by_ledger(objects(files))
    yield from (f"only the ledger misses {sorted(t)}"
                for t in threads if not t & missed)
    yield from (f"only the rules miss {place}" for place in sorted(missed)
                if not any(place in t for t in threads))
    if sum(len(t & missed) for t in threads) != len(threads):
        yield f"not one finding a thread: {sorted(missed)}"


def main():
    tap = Tap()
    for form in ("txt", "json", "csv"):
        tap.check(f"all files as {form}, in any order",
                  list(order_problems(form, EVERY)))
    if has_fonts():
        tap.check("all files on pages", list(order_problems("dump", STREET)) +
                  [f"status {ledger('dump', EVERY)[0]}"] *
                  (ledger("dump", EVERY)[0] not in (0, 1, 2)))
    else:
        tap.skip("all files on pages", "no fonts: run ./setup.sh")
    with tempfile.TemporaryDirectory() as folder:
        one = list(as_one_organ(pathlib.Path(folder)))
        check_rows(tap, "one street", STREET)
        check_rows(tap, "all files", EVERY)
        check_rows(tap, "all files as years of one organ", one)
        tap.check("all files as years of one organ, in any order",
                  list(order_problems("txt", one)))
    for name, files in (("examples", EXAMPLES), ("longer words", LONGER)):
        tap.check(f"{name}: the rules miss what the ledger misses",
                  list(agreement_problems(files)))
    tap.done()


if __name__ == "__main__":
    main()
