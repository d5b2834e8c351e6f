#!/usr/bin/env python3
"""What holds for every web page: elements nest, one h1, no level of heading
left out, tables whose spans add up, ids once, nothing loaded from elsewhere;
the words of --to txt in their order; import gives the document back."""

import collections
import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, SEEDS, Tap, has_fonts

CASES = ROOT / "tests" / "cases"
SHOWN = [*sorted((CASES / "web").glob("*.yaml")),
         *(CASES / "layout" / (name + ".yaml") for name in (
             "10.1-letter", "7.2.6-joint", "7.3.4-attachments", "8-table-turned",
             "7.3.5.2-signatures-joint", "figure-years-quarters",
             "table-cells-wrong", "table-tally"))]
VOID = {"meta", "br", "rect", "path"}
IN_PHRASE = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "figcaption",
             "caption", "dt", "dd"}
PHRASE = {"a", "time"}
LOADS = {"src", "srcset", "poster", "data", "action", "background"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.problems = [], []
        self.ids, self.targets = collections.Counter(), []
        self.levels, self.text, self.tables = [], [], []

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag, attrs):
        attr = dict(attrs)
        parent = self.open[-1] if self.open else None
        if parent in IN_PHRASE and tag not in PHRASE:
            self.problems.append(f"<{tag}> in <{parent}>")
        if len(attr) != len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        self.see(tag, attr)
        if tag not in VOID:
            self.open.append(tag)

    def see(self, tag, attr):
        self.ids.update([attr["id"]] if "id" in attr else [])
        href = attr.get("href", "")
        if href.startswith("#"):
            self.targets.append(href[1:])
        elif "href" in attr and not (tag == "a" and
                                     href.startswith(("http://", "https://"))):
            self.problems.append(f"<{tag} href={href!r}>")
        if tag in ("script", "link", "base", "iframe", "object") or \
                LOADS & attr.keys() or any(a.startswith("on") for a in attr):
            self.problems.append(f"<{tag}> loads or runs something: {attr}")
        if tag == "svg" and not attr.get("aria-label"):
            self.problems.append("a chart without words")
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.levels.append(int(tag[1]))
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            self.tables[-1][-1].append((int(attr.get("rowspan", 1)),
                                        int(attr.get("colspan", 1))))
            if tag == "th" and attr.get("scope") not in ("row", "col"):
                self.problems.append("a <th> without its scope")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> in {self.open[-3:]}")
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if "article" in self.open and "nav" not in self.open:
            self.text.append(data)
        if "style" in self.open and ("url(" in data or "@import" in data):
            self.problems.append("the style loads something")


def table_problems(rows):
    taken = set()
    for r, row in enumerate(rows):
        c = 0
        for down, right in row:
            while (r, c) in taken:
                c += 1
            cells = {(r + y, c + x) for y in range(down) for x in range(right)}
            if cells & taken:
                yield f"row {r + 1}: cells overlap"
            taken |= cells
    width = max((c for _, c in taken), default=-1) + 1
    if len(taken) != len(rows) * width:
        yield f"{len(rows)} rows of {width} columns, {len(taken)} places"


def page_problems(page):
    yield from page.problems
    if page.open:
        yield f"not closed: {page.open}"
    yield from (f"id {i} {n} times" for i, n in page.ids.items() if n > 1)
    yield from (f"#{t} is nowhere" for t in page.targets
                if t not in page.ids)
    if page.levels[:1] != [1] or page.levels.count(1) != 1:
        yield f"not one h1 at the beginning: {page.levels[:9]}"
    for a, b in zip(page.levels, page.levels[1:]):
        if b > a + 1:
            yield f"h{b} behind h{a}"
    for rows in page.tables:
        yield from table_problems(rows)


def solid(text):
    return "".join(text.split())


def difference(want, got):
    if want == got:
        return []
    i = next((i for i, (a, b) in enumerate(zip(want, got)) if a != b),
             min(len(want), len(got)))
    return [f"at {i}: …{want[max(i - 20, 0):i + 20]}… became "
            f"…{got[max(i - 20, 0):i + 20]}…"]


class Tool:
    def __init__(self, nianbao, folder):
        self.nianbao, self.folder = nianbao, folder

    def run(self, *args, good=(0, 1)):
        done = subprocess.run([self.nianbao, *map(str, args)],
                              capture_output=True, text=True, timeout=60)
        assert done.returncode in good, done.stderr
        return done.stdout

    def render(self, path, to):
        return self.run("render", path, f"--to={to}", "--out=-")

    def declassified(self, path):
        """The same without 密级: what has one is never a page."""
        text = path.read_text(encoding="utf-8")
        copy = pathlib.Path(self.folder) / path.parent.name / path.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(re.sub(r"(?m)^ *密级: .*\n", "", text), "utf-8")
        return copy

    def back(self, page):
        """The text of what import makes of a page."""
        path = pathlib.Path(self.folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        yaml = path.with_suffix(".yaml")
        self.run("import", path, "-o", yaml)
        return self.render(yaml, "txt")


def check(tap, tool, path, returns):
    text = tool.render(path, "html")
    words = solid(tool.render(path, "txt"))
    page = Page()
    page.feed(text)
    page.close()
    name = f"{path.parent.name}/{path.name}"
    tap.check(f"{name}: structure", list(page_problems(page)))
    got = solid("".join(page.text))
    if "横排: 是" in path.read_text(encoding="utf-8"):
        words, got = sorted(words), sorted(got)  # turned tables come last
    tap.check(f"{name}: words", difference(words, got))
    if returns:
        tap.check(f"{name}: import gives it back",
                  difference(words, solid(tool.back(text))))


def main():
    tap = Tap()
    if not has_fonts():
        tap.skip("web pages", "no fonts: run ./setup.sh")
        tap.done()
    seeds = sorted(SEEDS.glob("*.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        tool = Tool(str(pathlib.Path(sys.argv[1]).resolve()), folder)
        for path in SHOWN:
            check(tap, tool, tool.declassified(path), False)
        for path in [*sorted((ROOT / "examples").glob("*.yaml")), *seeds]:
            check(tap, tool, path, True)
    if not seeds:
        tap.skip("the real documents", "not at hand: $NIANBAO_SEEDS")
    tap.done()


if __name__ == "__main__":
    main()
