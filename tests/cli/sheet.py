#!/usr/bin/env python3
"""审核意见 hold on to the words they are said of while the draft is edited,
and nothing a person wrote in the sheet is changed.

usage: sheet.py NIANBAO
"""

import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap

DRAFT = (ROOT / "tests" / "cases" / "cli" / "bad.yaml").read_text(
    encoding="utf-8")
HEADING = "- 标题: 规范行政执法（试行\n"
LINE = next(x for x in DRAFT.splitlines(True) if "案件312件" in x)
OTHER = next(x for x in DRAFT.splitlines(True) if "调解成功422件" in x)
HANT = (ROOT / "tests" / "cases" / "cli" / "inside-hant.yaml").read_text(
    encoding="utf-8")
SHEET = """# 我写的
意见:
  # 先看这一条
  - 编号: T10   # 行末
    段: '标题: 规范行政执法（试行'
    原文: （
    状态: 不采纳
    理由: 区里统一这样写
  - 段: 街道共有持证执法人员34人
    原文: 案件312件
    意见: 请核实
    人: 李四
# 写完了
"""


def run(*words):
    return subprocess.run(list(map(str, words)), capture_output=True,
                          text=True, timeout=60)


class Desk:
    """A draft and its sheet in a folder of their own."""

    def __init__(self, nianbao, folder, draft=DRAFT, sheet=SHEET):
        self.nianbao = nianbao
        self.draft = pathlib.Path(folder) / "稿.yaml"
        self.sheet = pathlib.Path(folder) / "稿.审核.yaml"
        self.draft.write_text(draft, encoding="utf-8")
        if isinstance(sheet, str):
            sheet = sheet.encode()
        self.sheet.write_bytes(sheet)

    def findings(self):
        """(code, the line of the draft it is at), of all there are."""
        done = run(self.nianbao, "check", "-v", "--format=concise",
                   self.draft)
        lines = self.draft.read_text(encoding="utf-8").splitlines()
        for m in re.finditer(r"^(.*):(\d+):\d+: \S+ ([A-Z]\d\d) ",
                             done.stdout, re.M):
            mine = m[1].endswith("稿.yaml")
            yield m[3], lines[int(m[2]) - 1] if mine else ""

    def review(self):
        return run(self.nianbao, "review", self.draft)


def expect(desk, gone=(), at=None):
    """No T10; the remark at the line that has `at`; notes of what is gone."""
    found = list(desk.findings())
    codes = {code for code, _ in found}
    if "T10" in codes:
        yield "T10 is shown though it was rejected"
    for code in ("A42", "A45"):
        if (code in codes) != (code in gone):
            yield f"{code}: {'shown' if code in codes else 'not shown'}"
    where = [line for code, line in found if code == "A44"]
    if len(where) != (at is not None) or (at and at not in where[0]):
        yield f"the remark is at {where}"


REMARK = "案件312件"
EDITS = [
    ("nothing changed", DRAFT, (), REMARK),
    ("lines inserted above",
     DRAFT.replace("章节:\n", "导语: |\n  全年办理案件312件，现报告如下：\n"
                   "\n# 新加\n章节:\n"), (), "持证"),
    ("words changed later in the paragraph",
     DRAFT.replace("没有案件被撤销", "只有一件被撤销"), (), REMARK),
    ("words changed at its beginning",
     DRAFT.replace("街道共有持证执法人员34人", "我街道现有持证执法人员36人"),
     (), REMARK),
    ("a sentence put before it",
     DRAFT.replace("街道共有", "执法重心下移，力量充实。街道共有"), (), REMARK),
    ("the same words in another paragraph, above",
     DRAFT.replace("交办问题23个", "交办案件312件"), (), "持证"),
    ("the paragraph moved",
     DRAFT.replace(LINE, OTHER, 1)[::-1].replace(
         OTHER[::-1], LINE[::-1], 1)[::-1], (), REMARK),
    ("the heading mended",
     DRAFT.replace(HEADING, "- 标题: 规范行政执法\n"), ("A42",), REMARK),
    ("the words mended",
     DRAFT.replace(REMARK, "案件318件"), ("A45",), None),
    ("the paragraph deleted",
     DRAFT.replace(LINE, "    略。\n"), ("A45",), None),
]


def twin_problems(nianbao, folder):
    """Of two findings at one place the one that was rejected is not shown."""
    for case in (ROOT / "tests" / "cases" / "check").glob("P19-*.yaml"):
        shutil.copy(case, folder)
    draft = pathlib.Path(folder) / "P19-district.yaml"
    sheet = draft.with_suffix(".审核.yaml")
    check = [nianbao, "check", "--select=P19", "--format=concise", draft]
    before = run(*check).stdout.splitlines()
    places = [line.split(" ")[0] for line in before]
    if len(before) < 2 or len(set(places)) == len(places):
        yield f"no twins to begin with: {before}"
    run(nianbao, "review", draft)
    text = sheet.read_text("utf-8")
    last = text.rindex("编号: P19")
    sheet.write_text(text[:last] + text[last:].replace(
        "状态: 待定", "状态: 不采纳\n  理由: 已经合并", 1), "utf-8")
    after = run(*check).stdout.splitlines()
    said = re.search("问题: (.*)", text[last:])[1].strip("'")
    if after != [line for line in before if said not in line]:
        yield f"left are {after}"


def batch_problems(desk, folder):
    """What was written stands no more when the sheet is another."""
    batch = [desk.nianbao, "batch", "--to=txt", "-o",
             pathlib.Path(folder) / "out", desk.draft]
    first, kept = run(*batch), run(*batch)
    desk.sheet.write_text(SHEET.replace("理由: 区里统一这样写", "理由:"),
                          encoding="utf-8")
    again = run(*batch)
    hides = "；另有 1 个错误按审核意见不再提示\n"
    want = [(first, f"错误 1 个，警告 1 个{hides}"),
            (kept, f"错误 1 个，警告 1 个{hides}"),
            (again, "错误 2 个，警告 2 个\n")]
    yield from (done.stderr for done, words in want
                if words not in done.stderr)
    yield from (x for x in hidden_problems(desk, folder) if x)


def hidden_problems(desk, folder):
    """Report and index say what is hidden, kept from an earlier run or not,
    and put together from parts."""
    desk.sheet.write_text(SHEET + """- 编号: Y01
  段: '  正文：|'
  原文: '：'
  状态: 采纳
""".replace("- ", "  - ").replace("\n  ", "\n    "), encoding="utf-8")
    out, merged = pathlib.Path(folder) / "out", pathlib.Path(folder) / "merged"
    report = pathlib.Path(folder) / "report.jsonl"
    merged.mkdir()
    for kept in False, True:
        run(desk.nianbao, "batch", "--to=txt", "--resume", "-o", out,
            "--report", report, desk.draft)
        run(desk.nianbao, "merge-reports", report, "-o", merged / "all.jsonl",
            "--index", merged)
        for path in report, merged / "all.jsonl":
            line = json.loads(path.read_text("utf-8").splitlines()[1])
            got = line["hidden"], line["accepted"], line["kept"]
            if got != ({"errors": 1, "warnings": 0, "notes": 0}, 1, kept):
                yield f"{path.name}: {got}"
    for path in out / "index.csv", merged / "index.csv":
        with path.open(encoding="utf-8-sig", newline="") as f:
            row = next(csv.DictReader(f))
        if (row["不采纳"], row["采纳未改"]) != ("1", "1"):
            yield f"{path}: {row}"


def pages_problems(desk, folder):
    """审核意见表 tells where on the pages, and has its words in both scripts."""
    out = pathlib.Path(folder) / "表.pdf"
    for draft, words in (
            (DRAFT, ["审核意见表", "问题或意见", "不采纳：区里统一这样写",
                     "第1面第15行", "李四", "共2条：采纳0条，不采纳1条"]),
            (HANT, ["審核意見表", "問題或意見", "處理", "找不到了", "已没有"])):
        desk.draft.write_text(draft, encoding="utf-8")
        done = run(desk.nianbao, "review", "--to=pdf", desk.draft, "-o", out)
        if done.returncode != 0:
            yield done.stderr
            continue
        text = "".join(run("mutool", "draw", "-q", "-F", "txt",
                           out).stdout.split())
        yield from (f"no {word}: {text}" for word in words if word not in text)


def append_problems(desk, before, coding="utf-8"):
    """New entries come behind the old text, once."""
    first = desk.review()
    after = desk.sheet.read_bytes()
    text = after.decode(coding)
    head = before.decode(coding).rstrip()
    for part in head.split("\n# 写完了"):
        if part.rstrip() not in text:
            yield f"the old text was changed:\n{text}"
    if "新增 1 条，保留 2 条" not in first.stderr:
        yield first.stderr
    if text.count("编号: Y01") != 1 or "写完了" not in text:
        yield f"not one new entry:\n{text}"
    second = desk.review()
    if "新增 0 条，保留 3 条" not in second.stderr:
        yield second.stderr
    if desk.sheet.read_bytes() != after:
        yield "the second time it is another"


def main():
    nianbao = sys.argv[1]
    tap = Tap()
    for name, draft, gone, at in EDITS:
        with tempfile.TemporaryDirectory() as folder:
            tap.check(name, list(expect(
                Desk(nianbao, folder, draft), gone, at)))
    for name, sheet, coding in [
            ("appended", SHEET.encode(), "utf-8"),
            ("appended, GB18030 with CRLF",
             SHEET.replace("\n", "\r\n").encode("gb18030"), "gb18030")]:
        with tempfile.TemporaryDirectory() as folder:
            desk = Desk(nianbao, folder, sheet=sheet)
            tap.check(name, list(append_problems(desk, sheet, coding)))
    with tempfile.TemporaryDirectory() as folder:
        tap.check("batch", list(batch_problems(
            Desk(nianbao, folder), folder)))
    with tempfile.TemporaryDirectory() as folder:
        tap.check("two at one place", list(twin_problems(nianbao, folder)))
    with tempfile.TemporaryDirectory() as folder:
        tap.check("on paper", list(pages_problems(
            Desk(nianbao, folder), folder)))
    tap.done()


main()
