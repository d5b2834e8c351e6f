#!/usr/bin/env python3
"""nianbao batch is stopped: by kill -9, by Ctrl-C, by a full disk.  What it
has written is whole, and --resume makes the rest.

usage: batch_stop.py NIANBAO [KILLS]
"""

import hashlib
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import reports
from tap import Tap, has_fonts

NIANBAO = str(pathlib.Path(sys.argv[1]).resolve())
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
MANY = 24


def start(folder, *args, **more):
    return subprocess.Popen([NIANBAO, "batch", *map(str, args)], cwd=folder,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, **more)


def run(folder, *args, **more):
    job = start(folder, *args, **more)
    out, err = job.communicate(timeout=600)
    return job.returncode, (out + err).decode()


def outputs(folder):
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in pathlib.Path(folder).rglob("*")
            if p.is_file() and not p.name.startswith(".")}


def differ(a, b):
    return [f"{k}: {a.get(k)} and {b.get(k)}"
            for k in sorted(set(a) | set(b)) if a.get(k) != b.get(k)]


def torn(folder, whole):
    """Outputs that are there and not right."""
    return [f"{name}: torn" for name, sum in outputs(folder).items()
            if whole.get(name) != sum]


def killed(top):
    """Each time a run has come some way further, it is killed."""
    reports.make(top / "in", MANY)
    begun = time.monotonic()
    run(top, "in", "-o", "whole")
    whole, took = outputs(top / "whole"), time.monotonic() - begun
    chance = random.Random(9704)
    interrupted = 0
    for i in range(KILLS):
        if i % 3 == 2:  # from the beginning again
            subprocess.run(["rm", "-rf", top / "out"], check=True)
        job = start(top, "in", "-o", "out", "--resume", "-j", 2)
        time.sleep(chance.uniform(took / 10, took / 3))
        job.kill()
        job.communicate()
        interrupted += job.returncode == -signal.SIGKILL
        yield from torn(top / "out", whole)
    manifest = top / "out" / ".nianbao-batch.jsonl"
    with manifest.open("ab") as f:  # as if a line had been torn, too
        f.write(b'{"type":"document","number":1,"file":"\xe7')
    run(top, "in", "-o", "out", "--resume")
    yield from differ(whole, outputs(top / "out"))
    code, said = run(top, "in", "-o", "out", "--resume")
    if f"没有变化 {MANY} 份" not in said:
        yield said
    if interrupted < KILLS // 3:
        yield f"only {interrupted} of {KILLS} runs were killed at work"


def asked(top, number, jobs):
    """What is in hand is finished, the rest is named and done later."""
    reports.make(top / "in", MANY)
    run(top, "in", "-o", "whole")
    job = start(top, "in", "-o", "out", "-j", jobs, "--report", "r.jsonl")
    manifest = top / "out" / ".nianbao-batch.jsonl"
    while not manifest.exists() or manifest.stat().st_size < 1000:
        time.sleep(0.005)
    job.send_signal(number)
    out, err = job.communicate(timeout=60)
    lines = (top / "r.jsonl").read_text(encoding="utf-8")
    left = lines.count('"status":"left"')
    if job.returncode != 2 or left == 0:
        yield f"exit status {job.returncode}, {left} left: {err.decode()}"
    if f"还有 {left} 份没有做" not in err.decode():
        yield err.decode()
    if lines.count('"status":"written"') != MANY - left:
        yield f"{left} left, {lines.count('written')} written"
    yield from (p for p in torn(top / "out", outputs(top / "whole"))
                if "index" not in p)
    run(top, "in", "-o", "out", "--resume")
    yield from differ(outputs(top / "whole"), outputs(top / "out"))


def interrupted(top):
    yield from asked(top, signal.SIGINT, 2)


def terminated(top):
    yield from asked(top, signal.SIGTERM, 1)


def full(top):
    """A limit on the size of files is as good as a full disk."""
    reports.make(top / "in", 12)
    run(top, "in", "-o", "whole")
    code, said = run(top, "in", "-o", "out", "-j", 2, preexec_fn=lambda:
                     resource.setrlimit(resource.RLIMIT_FSIZE, (9999, 9999)))
    if code != 2 or "磁盘已满" not in said or "没有做" not in said:
        yield f"exit status {code}: {said}"
    if any(name.endswith(".pdf") for name in outputs(top / "out")):
        yield f"{outputs(top / 'out')}"
    run(top, "in", "-o", "out", "--resume")
    yield from differ(outputs(top / "whole"), outputs(top / "out"))


def full_state(top):
    """The folder of the outputs itself takes nothing more."""
    reports.make(top / "in", 3)
    (top / "out").mkdir()
    (top / "out" / ".nianbao-batch.jsonl").symlink_to("/dev/full")
    code, said = run(top, "in", "-o", "out", "-j", 1, "--resume")
    if code != 2 or "磁盘已满" not in said:
        yield f"exit status {code}: {said}"


def full_report(top):
    reports.make(top / "in", 2)
    code, said = run(top, "in", "-o", "out", "--report", "/dev/full")
    if code != 2 or "磁盘已满" not in said:
        yield f"exit status {code}: {said}"


def together(top):
    """Two runs do not write one state."""
    reports.make(top / "in", MANY)
    first = start(top, "in", "-o", "out")
    manifest = top / "out" / ".nianbao-batch.jsonl"
    while not manifest.exists() or manifest.stat().st_size == 0:
        time.sleep(0.005)
    code, said = run(top, "in", "-o", "out")
    if code != 2 or "正在写" not in said:
        yield f"exit status {code}: {said}"
    first.communicate(timeout=60)
    if first.returncode != 0:
        yield f"the first ended with {first.returncode}"


def descriptors(top):
    """A run needs no more of them for more documents."""
    reports.make(top / "in", 200, reports.short)
    code, said = run(top, "in", "-o", "out", "-j", 2, preexec_fn=lambda:
                     resource.setrlimit(resource.RLIMIT_NOFILE, (48, 48)))
    if "写出 200 份" not in said:
        yield f"exit status {code}: {said[-500:]}"


def main():
    tap = Tap()
    if not has_fonts():
        tap.skip("batch", "the fonts are not there")
        tap.done()
    os.environ["NO_COLOR"] = "1"
    for test in (killed, interrupted, terminated, full, full_state,
                 full_report, together, descriptors):
        with tempfile.TemporaryDirectory() as top:
            tap.check(test.__name__, list(test(pathlib.Path(top))))
    tap.done()


main()
