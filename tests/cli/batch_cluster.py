#!/usr/bin/env python3
"""nianbao batch on several machines: the parts of a list are disjoint and
make the whole; merge-reports says what is missing.  The examples of README.md
are run: GNU parallel's and Slurm's where these are installed.

usage: batch_cluster.py NIANBAO
"""

import getpass
import hashlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import reports
from tap import Tap, has_fonts, readme_blocks

NIANBAO = str(pathlib.Path(sys.argv[1]).resolve())
MANY, PARTS = 24, 5
SLURMD = ("slurmctld", "slurmd", "munged", "sbatch")


def run(folder, *args):
    return subprocess.run([NIANBAO, *map(str, args)], cwd=folder,
                          stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=600)


def outputs(folder):
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in pathlib.Path(folder).rglob("*")
            if p.is_file() and not p.name.startswith(".")}


def differ(a, b):
    return [f"{k}: {a.get(k)} and {b.get(k)}"
            for k in sorted(set(a) | set(b)) if a.get(k) != b.get(k)]


def lines(path):
    return [json.loads(x) for x in
            path.read_text(encoding="utf-8").splitlines()]


def part(name, n):
    """As the header of shard.h says it."""
    first = hashlib.sha256(name.encode()).digest()[:8]
    return int.from_bytes(first, "big") % n + 1


def whole(top):
    reports.make(top / "报告", MANY, reports.short)
    run(top, "batch", "报告", "-o", "whole", "--report", "whole.jsonl")


def merged(top, reported):
    done = run(top, "merge-reports", *reported, "-o", "全部.jsonl",
               "--index", "存档")
    if done.returncode != 0 or "没有缺漏" not in done.stderr:
        yield f"exit status {done.returncode}: {done.stderr}"
    yield from differ(outputs(top / "whole"), outputs(top / "存档"))
    one, all_ = lines(top / "whole.jsonl"), lines(top / "全部.jsonl")
    for a, b in zip(one, all_, strict=True):
        if a | {"ms": 0} != b | {"ms": 0}:
            yield f"{a} and {b}"


def parts(top):
    whole(top)
    seen = []
    for k in range(1, PARTS + 1):
        run(top, "batch", "报告", "-o", "存档", "--shard", f"{k}/{PARTS}",
            "--report", f"{k}.jsonl")
        names = [r["file"] for r in lines(top / f"{k}.jsonl")[1:]]
        seen += names
        yield from (f"{name} is not of part {k}" for name in names
                    if part(name, PARTS) != k)
    if len(seen) != MANY or len(set(seen)) != MANY:
        yield f"{len(seen)} documents, {len(set(seen))} different"
    yield from merged(top, [f"{k}.jsonl" for k in range(1, PARTS + 1)])


def faults(top):
    whole(top)
    for k in (1, 2, 3):
        run(top, "batch", "报告", "-o", "存档", "--shard", f"{k}/3",
            "--report", f"{k}.jsonl")
    (top / "word").write_text("{}\n")
    run(top, "batch", "报告/第1片", "-o", "x", "--report", "other.jsonl")
    run(top, "batch", "报告", "-o", "x", "--strict", "--shard", "1/3",
        "--report", "strict.jsonl")
    for args, code, said in [
            (["1.jsonl", "3.jsonl"], 1, "缺少分片 2 的报告"),
            (["1.jsonl", "3.jsonl"], 1, "不在任何一份报告里"),
            (["1.jsonl", "2.jsonl", "3.jsonl", "2.jsonl"], 1,
             "在不止一份报告里"),
            (["1.jsonl", "word"], 2, "不是 batch --report 写的报告"),
            (["1.jsonl", "nothing"], 2, "读不了"),
            (["1.jsonl", "other.jsonl"], 2, "不是同一个清单"),
            (["2.jsonl", "whole.jsonl"], 2, "分成"),
            (["2.jsonl", "strict.jsonl"], 2, "不一样")]:
        done = run(top, "merge-reports", *args, "-o", "all.jsonl")
        if done.returncode != code or said not in done.stderr:
            yield f"{args}: exit status {done.returncode}: {done.stderr}"


def readme(top, words):
    """The example of the README with these words; and where to run it."""
    (top / "bin").mkdir()
    (top / "bin" / "nianbao").symlink_to(NIANBAO)
    text, = (b for _, b in readme_blocks() if words in b)
    return text, os.environ | {"PATH": f"{top}/bin:{os.environ['PATH']}"}


def parallel(top):
    whole(top)
    text, env = readme(top, "seq 8")
    done = subprocess.run(["sh", "-c", text], cwd=top, env=env,
                          capture_output=True, text=True, timeout=600)
    if "没有缺漏" not in done.stderr:
        yield f"exit status {done.returncode}: {done.stderr}"
    yield from merged(top, [f"{k}.jsonl" for k in range(1, 9)])


def kubernetes(top):
    """What each Pod of the Job runs."""
    whole(top)
    text, env = readme(top, "kind: Job")
    for k in range(8):
        env["JOB_COMPLETION_INDEX"] = str(k)
        done = subprocess.run(["sh", "-c", text.split("args:\n        - ")[1]],
                              cwd=top, env=env, capture_output=True, text=True,
                              timeout=600)
        if done.returncode != 0:
            yield f"exit status {done.returncode}: {done.stderr}"
    yield from merged(top, [f"{k}.jsonl" for k in range(1, 9)])


def slurm_conf(top):
    host = socket.gethostname().split(".")[0]
    user = getpass.getuser()
    state = top / "slurm"
    state.mkdir()
    (state / "slurm.conf").write_text(
        f"ClusterName=test\nSlurmctldHost={host}(127.0.0.1)\n"
        f"SlurmUser={user}\nSlurmdUser={user}\nAuthType=auth/munge\n"
        f"AuthInfo=socket={state}/munge.sock\nCredType=cred/munge\n"
        "SlurmctldPort=26817\nSlurmdPort=26818\n"
        f"SlurmctldPidFile={state}/ctld.pid\nSlurmdPidFile={state}/d.pid\n"
        f"SlurmdSpoolDir={state}/spool\nStateSaveLocation={state}\n"
        f"SlurmctldLogFile={state}/ctld.log\nSlurmdLogFile={state}/d.log\n"
        "ProctrackType=proctrack/linuxproc\nTaskPlugin=task/none\n"
        "SelectType=select/cons_tres\nReturnToService=2\n"
        "MpiDefault=none\nSwitchType=switch/none\n"
        f"NodeName={host} NodeAddr=127.0.0.1 CPUs=1 State=UNKNOWN\n"
        f"PartitionName=all Nodes={host} Default=YES State=UP\n")
    (state / "munge.key").write_bytes(bytes(range(128)))
    (state / "munge.key").chmod(0o400)
    state.chmod(0o755)
    return state


def slurm_start(state, env):
    """The daemons of one node, in the foreground; ours to end."""
    munge = [f"--key-file={state}/munge.key", f"--socket={state}/munge.sock",
             f"--pid-file={state}/munge.pid", f"--log-file={state}/munge.log",
             f"--seed-file={state}/munge.seed", "--foreground", "--force"]
    host = socket.gethostname().split(".")[0]
    return [subprocess.Popen(words, env=env, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
            for words in (["munged", *munge], ["slurmctld", "-D"],
                          ["slurmd", "-D", "-N", host])]


def slurm(top):
    """The array job of the README, on one node."""
    whole(top)
    state = slurm_conf(top)
    job, env = readme(top, "SBATCH")
    env["SLURM_CONF"] = str(state / "slurm.conf")
    daemons = slurm_start(state, env)
    (top / "job.sh").write_text(job.replace(" --cpus-per-task=4", ""))
    try:
        for _ in range(30):
            time.sleep(1)
            done = subprocess.run(["sbatch", "--wait", "job.sh"], cwd=top,
                                  env=env, capture_output=True, text=True,
                                  timeout=120)
            if done.returncode == 0:
                break
        if done.returncode != 0:
            logs = "".join(p.read_text(errors="replace")[-2000:]
                           for p in state.glob("*.log"))
            yield f"sbatch: {done.stderr}{logs}"
            return
        yield from merged(top, [f"{k}.jsonl" for k in range(1, 9)])
    finally:
        for daemon in reversed(daemons):
            daemon.terminate()
            daemon.wait(timeout=30)


def main():
    tap = Tap()
    if not has_fonts():
        tap.skip("batch", "the fonts are not there")
        tap.done()
    os.environ["LC_ALL"] = "C.UTF-8"
    for test, needs in ((parts, ()), (faults, ()), (kubernetes, ()),
                        (parallel, ("parallel",)), (slurm, SLURMD)):
        missing = [name for name in needs if not shutil.which(name)]
        if missing or test is slurm and os.geteuid() != 0:
            tap.skip(test.__name__, f"{', '.join(missing)}: not installed"
                     if missing else "slurmd wants to be root")
            continue
        with tempfile.TemporaryDirectory() as top:
            tap.check(test.__name__, list(test(pathlib.Path(top))))
    tap.done()


main()
