"""Reports made from the example, each of an organ of its own."""

import pathlib

from tap import ROOT

EXAMPLE = ROOT / "examples" / "qinghe-2024.yaml"
FIRST = "东西南北中上下前后左右长短高低远近新旧大小清明光华安宁和平"
SECOND = "山河湖海江溪泉林田园桥门塘湾坪岭坡沟渡浦"


def organ(n):
    """The name of the nth street."""
    a, b = divmod(n, len(SECOND))
    b2, a = divmod(a, len(FIRST))
    return FIRST[a] + SECOND[b] + ("" if b2 == 0 else FIRST[b2])


def text(n):
    """The nth report."""
    return EXAMPLE.read_text(encoding="utf-8").replace("柳溪", organ(n))


def short(n):
    """The nth report of a page or two, for tests that make many."""
    return (f"文种: 年度报告\n年度: 2024\n机关: 云州市青荷区{organ(n)}街道办事处\n"
            f"标题: {organ(n)}街道2024年法治政府建设年度报告\n章节:\n"
            f"- 标题: 加强党的领导\n  正文: |\n    全年研究法治工作{n + 3}次。\n"
            f"- 标题: 规范执法\n  正文: |\n    办理案件{n * 7 + 11}件。\n")


def make(folder, n, one=text):
    """n reports in folder, some of them in folders below it."""
    paths = []
    for i in range(n):
        path = pathlib.Path(folder) / f"第{i % 3 + 1}片" / f"{i:05}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(one(i), encoding="utf-8")
        paths.append(path)
    return paths
