"""Documents for tests of PDFs: made up ones with everything in them, and one
with text of other scripts."""

import os
import pathlib
import random

from tap import data_dir

FOLDERS = [path for path in map(pathlib.Path, (
    "/usr/share/fonts/truetype/noto", "/usr/share/fonts/truetype/dejavu"))
    if path.is_dir()]
FOREIGN = """\
年度: 2024
机关: 柳溪街道办事处
标题: 柳溪街道办事处2024年工作方案
章节:
- 标题: 民族语言文字
  正文: |
    名称为ئۇيغۇر ئاپتونوم رايونى，又作བོད་རང་སྐྱོང་ལྗོངས།、ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ，另有Ǵülbaxar、Łódź、“office”等。
  表:
    列: [名称, ئۇيغۇر]
    行:
    - [ئاپتونوم رايونى, مەن 12 كىتاب]
"""
WORDS = "推进依法行政规范执法监督健全制度落实责任开展培训化解纠纷公开信息"


def foreign(folder):
    """The document with foreign text, and what the program needs to find
    faces for it; None where there are none."""
    if not FOLDERS:
        return None
    data = data_dir(folder)
    roles = data / "fonts" / "roles.yaml"
    text = roles.read_text(encoding="utf-8").replace(
        "\n系统字体: 否", f"\n系统字体: [{', '.join(map(str, FOLDERS))}]")
    roles.write_text(text, encoding="utf-8")
    source = folder / "foreign.yaml"
    source.write_text(FOREIGN, encoding="utf-8")
    return source, dict(os.environ, NIANBAO_DATADIR=str(data))


def words(r, n):
    return "".join(r.choice(WORDS) for _ in range(n))


def paragraphs(r, indent):
    return "".join(f"{indent}{words(r, r.randint(10, 300))}{r.randint(1, 999)}"
                   f"件。\n" for _ in range(r.randint(1, 4)))


def table(r, indent):
    """Rows with cells that are merged down or across."""
    columns, out = r.randint(2, 6), [f"{indent}表:\n"]
    if r.random() < 0.5:
        out.append(f"{indent}  标题: {words(r, 8)}情况\n")
    if r.random() < 0.9:
        out.append(f"{indent}  列: [" + ", ".join(
            words(r, 3) for _ in range(columns)) + "]\n")
    out.append(f"{indent}  行:\n")
    for _ in range(r.randint(1, 12)):
        down = r.randint(1, 3)
        across = r.randint(1, columns - 1)
        for i in range(down):
            cells = [f"{{文字: {words(r, 4)}, 跨行: {down}}}"] * (i == 0)
            cells.append(f"{{文字: {words(r, r.choice((4, 90)))}, "
                         f"跨列: {across}}}")
            cells += [str(r.randint(0, 99))] * (columns - 1 - across)
            out.append(f"{indent}  - [{', '.join(cells)}]\n")
    return "".join(out)


def draft(seed):
    """The YAML of a document, the same for the same seed."""
    r = random.Random(seed)
    names = [words(r, 4) + str(i) for i in range(r.randint(1, 6))]
    out = ["年度: 2024\n机关: 柳溪街道办事处\n成文日期: 2025-02-26\n"]
    if r.random() < 0.8:
        out.append(f"标题: 柳溪街道办事处{words(r, 12)}报告\n")
    if r.random() < 0.5:
        out.append(f"附件: [{words(r, 9)}, {words(r, 40)}]\n")
    out.append("指标:\n")
    out += [f"  {name}: {{值: {r.randint(1, 500)}件, "
            f"上年: {r.randint(1, 500)}件}}\n" for name in names]
    out.append("章节:\n")
    for _ in range(r.randint(1, 5)):
        out.append(f"- 标题: {words(r, 6)}\n  正文: |\n" + paragraphs(
            r, "    "))
        if r.random() < 0.5:
            out.append(table(r, "  "))
        if r.random() < 0.5:
            kind = r.choice(("柱形", "折线"))
            out.append(f"  图: {{类型: {kind}, 标题: {words(r, 6)}, "
                       f"指标: [{', '.join(names)}]}}\n")
        if r.random() < 0.5:
            out.append("  条目:\n" + "".join(
                f"  - 标题: {words(r, 5)}\n    正文: |\n" +
                paragraphs(r, "      ") for _ in range(r.randint(1, 3))))
    return "".join(out)
