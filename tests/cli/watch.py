#!/usr/bin/env python3
"""nianbao render --watch: once at once, again after each change, to the end.

usage: watch.py NIANBAO
"""

import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import reports
from tap import Tap, has_fonts

NIANBAO = str(pathlib.Path(sys.argv[1]).resolve())


def until(job, words):
    """What is said until these words are."""
    said = ""
    for line in job.stderr:
        said += line
        if words in line:
            return said
    return said + "…and then it ended\n"


def watched(top):
    source, pdf = top / "年报.yaml", top / "年报.pdf"
    source.write_text(reports.short(1), encoding="utf-8")
    job = subprocess.Popen([NIANBAO, "render", "--watch", source.name], cwd=top,
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                           text=True)
    until(job, "Ctrl-C")
    first = pdf.read_bytes()
    (top / "new").write_text(reports.short(2), encoding="utf-8")
    (top / "new").rename(source)  # as editors do
    said = until(job, "已写出")
    if "“年报.yaml”改了" not in said:
        yield said
    if pdf.read_bytes() == first:
        yield "the PDF is as it was"
    source.write_text("章节: [", encoding="utf-8")
    said = until(job, "没有写出")  # and it goes on
    source.write_text(reports.short(1), encoding="utf-8")
    until(job, "已写出")
    if pdf.read_bytes() != first:
        yield "the same text is not the same PDF"
    job.send_signal(signal.SIGINT)
    job.communicate(timeout=60)
    if job.returncode != 0:
        yield f"exit status {job.returncode}"


def elsewhere(top):
    """A link to the draft; the draft's folder taken away and put back."""
    folder, link = top / "稿子", top / "链接.yaml"

    def put(n):
        folder.mkdir(exist_ok=True)
        (folder / "年报.yaml").write_text(reports.short(n), encoding="utf-8")

    put(1)
    link.symlink_to(folder / "年报.yaml")
    job = subprocess.Popen([NIANBAO, "render", "--watch", link.name], cwd=top,
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                           text=True)
    until(job, "Ctrl-C")
    put(2)
    said = until(job, "已写出")
    shutil.rmtree(folder)
    said += until(job, "改了")
    put(3)
    said += until(job, "已写出")
    if "…" in said:
        yield said
    job.send_signal(signal.SIGINT)
    job.communicate(timeout=60)


def main():
    tap = Tap()
    if not has_fonts():
        tap.skip("watched", "no fonts: run ./setup.sh")
        tap.done()
    with tempfile.TemporaryDirectory() as folder:
        for test in watched, elsewhere:
            tap.check(test.__name__, list(test(pathlib.Path(folder))))
    tap.done()


main()
