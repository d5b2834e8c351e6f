#!/usr/bin/env python3
"""nianbao diff: a report has not changed from itself; the changes applied to
the old report give the new one; what is in the YAML is in the rows.

A report is what `old.rows` of its own comparison says.  `apply` follows the
words of `nianbao diff --help` and nothing else.
"""

import functools
import itertools
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap, seeds

ROUNDS = 40  # of random edits
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
CASES = sorted((ROOT / "tests" / "cases" / "diff").glob("*.yaml"))


def run(nianbao, *words):
    return subprocess.run([nianbao, "diff", *map(str, words)],
                          capture_output=True, text=True, timeout=60)


def diff(nianbao, old, new):
    done = run(nianbao, "--format=json", old, new)
    result = json.loads(done.stdout)
    assert done.returncode == (1 if result["changes"] else 0), done
    return result


def edited(text, edits):
    """The new text; the old one must be what the edits say it is."""
    old = "".join(e["text"] for e in edits if e["op"] != "insert")
    if old != text:
        raise ValueError(f"“{text}” is told as “{old}”")
    return "".join(e.get("as", e["text"]) for e in edits
                   if e["op"] != "delete")


def changed(row, change):
    fields = dict(row["fields"])
    for f in change["fields"]:
        text = edited(fields.get(f["name"], ""), f["edits"])
        fields.pop(f["name"], None)
        if not f.get("gone"):
            fields[f["name"]] = text
        elif text:
            raise ValueError(f"{f['name']} is gone but has “{text}”")
    return {"kind": change["kind"], "fields": fields}


KEYS = {
    "change": {"change", "kind", "moved", "script", "old", "new", "fields"},
    "field": {"name", "gone", "edits"},
    "edit": {"op", "text", "as", "to", "from", "figure"},
}


def shape(result):
    """Only what --help names; a sentence that has moved stands there."""
    for c in result["changes"]:
        assert set(c) <= KEYS["change"], c
        assert c["change"] == ("inserted" if "old" not in c else "deleted"
                               if "new" not in c else "changed"
                               if c["fields"] else "moved"), c
        for f in c["fields"]:
            assert set(f) <= KEYS["field"], f
            for e in f["edits"]:
                assert set(e) <= KEYS["edit"] and e["text"], e
                if "from" in e:
                    row = result["old"]["rows"][e["from"]]
                    assert any(e["text"] in t
                               for t in row["fields"].values()), e


def apply(result):
    rows, changes = result["old"]["rows"], result["changes"]
    new = [None] * result["new"]["count"]
    gone = set()
    for c in changes:
        row = {"fields": {}}
        if "old" in c:
            gone.add(c["old"]["row"])
            row = rows[c["old"]["row"]]
        if "new" in c:
            new[c["new"]["row"]] = changed(row, c)
        else:
            left = changed(row, c)["fields"]
            assert not any(left.values()), left
    stay = (row for i, row in enumerate(rows) if i not in gone)
    filled = [next(stay) if row is None else row for row in new]
    assert next(stay, None) is None, "rows are left over"
    return filled


@functools.cache
def rows_of(nianbao, path):
    return diff(nianbao, path, path)["old"]["rows"]


def pair_problems(nianbao, old, new):
    try:
        result = diff(nianbao, old, new)
        shape(result)
        got = apply(result)
        want = rows_of(nianbao, new)
    except (ValueError, AssertionError, RuntimeError) as e:
        return [f"{old.name} {new.name}: {e!r}"]
    problems = [f"{old.name} {new.name}: row {i}: {a} is not {b}"
                for i, (a, b) in enumerate(zip(got, want)) if a != b]
    return problems[:3] or (["other rows"] if len(got) != len(want) else [])


def itself_problems(nianbao, path):
    done = run(nianbao, path, path)
    if done.returncode != 0 or done.stdout:
        return [f"{path.name}: status {done.returncode}: {done.stdout[:200]}"]
    return []


def letters(text):
    return re.sub(r"[^\u3400-\u9fff0-9]", "", text)


def lost_problems(nianbao, path):
    """Each line of a block of text is in a row."""
    rows = rows_of(nianbao, path)
    said = "\n".join(letters(t) for r in rows for t in r["fields"].values())
    problems, block = [], None
    for line in path.read_text(encoding="utf-8").splitlines():
        indent = len(line) - len(line.lstrip())
        if block is not None and line.strip() and indent <= block:
            block = None
        if block is not None and line.strip():
            problems += [f"{path.name}: {line.strip()}"
                         for part in re.split(r"\{[^}]*\}", line)
                         if letters(part) not in said]
        if re.search(r"(正文|导语|结语|内容)[:：] [|>]\s*$", line):
            block = indent
    return problems[:5]


def mutate(rng, lines):
    """A few edits of the kinds a person makes, line by line."""
    lines = list(lines)
    texts = [i for i, l in enumerate(lines)
             if l.startswith("    ") and ":" not in l and l.strip()]
    for _ in range(rng.randint(1, 6)):
        i, k = rng.choice(texts), rng.choice(texts)
        kind = rng.randrange(7)
        if kind == 0:
            lines[i], lines[k] = lines[k], lines[i]
        elif kind == 1:
            lines[i] = re.sub(r"[0-9]+", lambda m: str(int(m[0]) + 1), lines[i])
        elif kind == 2:
            lines[i] = lines[i].replace("，", "。", 1)
        elif kind == 3:
            at = rng.randint(len(lines[i]) // 2, len(lines[i]))
            lines[i] = lines[i][:at] + "另有一事" + lines[i][at:]
        elif kind == 4:
            lines[i] += "\n\n" + lines[k]
        elif kind == 5:
            lines[i] = lines[i] + lines[k].strip()
        else:
            at = len(lines[i]) - rng.randint(0, 6)
            lines[i] = lines[i][:at]
    return "\n".join(lines) + "\n"


def random_problems(nianbao, folder):
    rng = random.Random(20241231)
    problems = []
    source = (ROOT / "examples" / "qinghe-2024.yaml").read_text(
        encoding="utf-8").splitlines()
    for n in range(ROUNDS):
        old, new = folder / f"{n}-old.yaml", folder / f"{n}-new.yaml"
        old.write_text(mutate(rng, source), encoding="utf-8")
        new.write_text(mutate(rng, source), encoding="utf-8")
        problems += [f"round {n}: {p}"
                     for p in pair_problems(nianbao, old, new)]
    return problems[:10]


LEAD = """年度: 2024
机关: 柳溪街道办事处
%s章节:
- 标题: 执法
  正文: |
    办理案件四十件，全部按期办结，没有被复议。
- 标题: 普法
  正文: 开展普法活动五场。
"""
ABOUT = "街道十二个社区的依法治理工作稳步推进，居民满意。"


def lead_problems(nianbao, folder):
    """A paragraph goes from a chapter that has gone to 导语, and back."""
    old, new = folder / "lead-1.yaml", folder / "lead-2.yaml"
    old.write_text(LEAD.replace("章节:\n", f"章节:\n- 标题: 总体\n  正文: {ABOUT}\n")
                   % "", encoding="utf-8")
    new.write_text(LEAD % f"导语: {ABOUT}\n", encoding="utf-8")
    return pair_problems(nianbao, old, new) + pair_problems(nianbao, new, old)


def crowd(lines):
    body = "\n".join(lines)
    return f"年度: 2024\n机关: 柳溪街道办事处\n章节:\n- 标题: 执法\n  正文: |\n{body}\n"


def hostile_problems(nianbao, folder):
    """What is slow to compare: one sentence, all lines alike, all reversed."""
    kinds = {
        "sentence": (["    " + "甲乙丙丁戊" * 6000], ["    " + "乙甲丁丙己" * 6000]),
        "alike": ([f"    办理案件{i}件，{i}。\n" for i in range(4000)],
                  [f"    办理案件{i}件，{i}。\n" for i in range(4000, 8000)]),
        "same": (["    办理案件一件。\n"] * 4000, ["    办理案件两件。\n"] * 4001),
        "reversed": ([f"    第{i}件事办结，共{i}户。\n" for i in range(4000)],
                     [f"    第{i}件事办结，共{i}户。\n" for i in range(4000)][::-1]),
    }
    problems = []
    for name, sides in kinds.items():
        old, new = folder / f"{name}-1.yaml", folder / f"{name}-2.yaml"
        for path, lines in zip((old, new), sides):
            path.write_text(crowd(lines), encoding="utf-8")
        problems += pair_problems(nianbao, old, new)
    return problems


def main():
    nianbao = str(pathlib.Path(sys.argv[1]).resolve())
    tap = Tap()
    every = EXAMPLES + seeds()
    tap.check("nothing has changed from a report to itself",
              [p for path in every for p in itself_problems(nianbao, path)])
    tap.check("every line of text is in a row",
              [p for path in every for p in lost_problems(nianbao, path)])
    for group, files in (("examples", EXAMPLES), ("seeds", seeds()),
                         ("cases", CASES)):
        pairs = itertools.permutations(files, 2)
        if group == "cases":
            pairs = ((files[0].parent / "base.yaml", f) for f in files)
        tap.check(f"the changes of {group} applied to the old give the new",
                  [p for a, b in pairs for p in pair_problems(nianbao, a, b)])
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top)
        tap.check("so do random edits", random_problems(nianbao, folder))
        tap.check("so does what becomes 导语", lead_problems(nianbao, folder))
        tap.check("and what is made to be slow",
                  hostile_problems(nianbao, folder))
    tap.done()


if __name__ == "__main__":
    main()
