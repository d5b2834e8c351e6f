#!/usr/bin/env python3
"""Nothing that happens to the program leaves half a file: killed, no room,
broken fonts, no input, no folder.  Each ends with status 2 and a word of
Chinese on standard error.

usage: robust.py NIANBAO
"""

import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap, data_dir, examples, has_fonts

KILLS = 20
REPEAT = 30  # makes a document long enough to be killed in the middle of it
HAN = re.compile(r"[\u4e00-\u9fff]")


def run(nianbao, *args, **more):
    return subprocess.run([nianbao, *map(str, args)], timeout=60,
                          stdin=subprocess.DEVNULL,
                          **{"capture_output": True, **more})


def listing(folder):
    return sorted(p.name for p in folder.iterdir())


def failed_well(done, status=2):
    """Problems with how a run failed."""
    said = (done.stderr or b"").decode(errors="replace")
    if done.returncode != status:
        yield f"exit status {done.returncode}, not {status}"
    if not HAN.search(said):
        yield f"no Chinese on standard error: {said!r}"


def only(folder, *names):
    if listing(folder) != sorted(names):
        yield f"in the folder: {listing(folder)}, not {sorted(names)}"


def long_document(folder):
    text = examples()[0].read_text(encoding="utf-8")
    head, body = text.split("\n章节:\n")
    sections = re.split(r"\n(?=[^\s#-])", body, maxsplit=1)[0]
    path = folder / "long.yaml"
    path.write_text(head + "\n章节:\n" + (sections + "\n") * REPEAT,
                    encoding="utf-8")
    return path


def killed(nianbao, folder):
    """kill -9 at any moment leaves the old file or the new one."""
    source, out = long_document(folder), folder / "out"
    rand = random.Random(9704)
    out.mkdir()
    target = out / "x.pdf"
    began = time.monotonic()
    run(nianbao, "render", source, "-o", target)
    took = time.monotonic() - began
    whole = target.read_bytes()
    for n in range(KILLS):
        old = b"old" if n % 2 else None
        target.unlink(missing_ok=True)
        if old:
            target.write_bytes(old)
        work = subprocess.Popen([nianbao, "render", source, "-o", target],
                                stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)
        time.sleep(rand.uniform(0, took * 1.1))
        work.send_signal(signal.SIGKILL)
        work.wait()
        left = {p.name: p.read_bytes() for p in out.iterdir()}
        if left.pop("x.pdf", None) not in (old, whole):
            yield f"kill {n}: x.pdf is neither the old nor the new file"
        if left:
            yield f"kill {n}: left behind: {sorted(left)}"


def no_room(nianbao, folder):
    """A file may not grow beyond 4 KiB, as on a full disk."""
    old = folder / "x.pdf"
    old.write_bytes(b"old")
    done = run(nianbao, "render", examples()[0], "-o", old,
               preexec_fn=lambda: resource.setrlimit(
                   resource.RLIMIT_FSIZE, (4096, 4096)))
    yield from failed_well(done)
    yield from only(folder, "x.pdf")
    if old.read_bytes() != b"old":
        yield "the old file is gone"


def full_stdout(nianbao, folder):
    for args in (["check"], ["render", "--out=-"]):
        with open("/dev/full", "wb") as full:
            done = run(nianbao, *args, examples()[0], capture_output=False,
                       stdout=full, stderr=subprocess.PIPE)
        yield from failed_well(done)


def reader_gone(nianbao, folder):
    """The other end of a pipe is closed: no word, and the work is done."""
    read, write = os.pipe()
    os.close(read)
    done = run(nianbao, "render", examples()[0], "-o", folder / "x.pdf",
               capture_output=False, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    if done.returncode not in (0, 1):
        yield f"exit status {done.returncode}"
    yield from only(folder, "x.pdf")
    if "写不进去" in done.stderr.decode():
        yield "it complains"


def no_stdout(nianbao, folder):
    done = run(nianbao, "render", examples()[0], "-o", folder / "x.pdf",
               preexec_fn=lambda: [os.close(fd) for fd in (0, 1, 2)],
               capture_output=False)
    if done.returncode not in (0, 1):
        yield f"exit status {done.returncode}"
    yield from only(folder, "x.pdf")
    if not (folder / "x.pdf").read_bytes().startswith(b"%PDF"):
        yield "what was said is in the PDF"


def with_fonts(nianbao, folder, spoil, *args):
    """A run with faces that spoil has been at."""
    data = data_dir(folder)
    for face in (data / "fonts" / "files").iterdir():
        spoil(face)
    return run(nianbao, *args, env={**os.environ, "NIANBAO_DATADIR": data})


def truncate(face):
    start = face.read_bytes()[:1000]
    face.unlink()
    face.write_bytes(start)


def scramble(face):
    """The table directory is sound, the tables are noise."""
    whole = face.read_bytes()
    face.unlink()
    face.write_bytes(whole[:600] + random.Random(1).randbytes(200000))


def damaged_fonts(nianbao, folder):
    done = with_fonts(nianbao, folder, truncate, "render", examples()[0],
                      "-o", folder / "x.pdf")
    yield from failed_well(done)
    yield from only(folder, "data")


def scrambled_fonts(nianbao, folder):
    done = with_fonts(nianbao, folder, scramble, "render", examples()[0],
                      "-o", folder / "x.pdf")
    yield from failed_well(done)
    yield from only(folder, "data")


def no_fonts(nianbao, folder):
    done = with_fonts(nianbao, folder, pathlib.Path.unlink, "render",
                      examples()[0], "-o", folder / "x.pdf")
    yield from failed_well(done)
    yield from only(folder, "data")


def check_without_fonts(nianbao, folder):
    done = with_fonts(nianbao, folder, pathlib.Path.unlink, "check",
                      examples()[0])
    yield from failed_well(done, status=0)
    if not done.stdout:
        yield "nothing on standard output"


def installed(nianbao, folder):
    """Beside its bin/ the program finds share/nianbao."""
    data_dir(folder).rename(folder / "nianbao")
    for name in ("bin", "share"):
        (folder / name).mkdir()
    (folder / "nianbao").rename(folder / "share" / "nianbao")
    shutil.copy(nianbao, folder / "bin")
    done = run(folder / "bin" / "nianbao", "fonts")
    if f"{folder}/share/nianbao/fonts" not in done.stdout.decode():
        yield "it did not look there"


def no_templates(nianbao, folder):
    done = run(nianbao, "check", examples()[0],
               env={**os.environ, "NIANBAO_DATADIR": folder})
    yield from failed_well(done)


def no_input(nianbao, folder):
    for path in (folder / "没有.yaml", folder, folder / "x" / "y.yaml"):
        for args in (["check", path],
                     ["render", path, "-o", folder / "x.pdf"]):
            yield from failed_well(run(nianbao, *args))
            yield from only(folder)


def locked_input(nianbao, folder):
    path = folder / "锁.yaml"
    path.write_bytes(b"")
    path.chmod(0)
    yield from failed_well(run(nianbao, "check", path))


def others_go_on(nianbao, folder):
    """A file that cannot be read does not stop the next."""
    done = run(nianbao, "check", "--format=full", folder / "没有.yaml",
               examples()[0])
    yield from failed_well(done)
    if not done.stdout:
        yield "the next file was not checked"


def no_folder(nianbao, folder):
    yield from failed_well(run(nianbao, "render", examples()[0],
                               "-o", folder / "没有" / "x.pdf"))
    yield from only(folder)


def locked_folder(nianbao, folder):
    locked = folder / "锁"
    locked.mkdir(mode=0o500)
    yield from failed_well(run(nianbao, "render", examples()[0],
                               "-o", locked / "x.pdf"))
    yield from only(locked)


def input_kept(nianbao, folder):
    path = folder / "x.pdf"
    shutil.copy(examples()[0], path)
    before = path.read_bytes()
    for out in ([], ["-o", path], ["-o", folder]):
        yield from failed_well(run(nianbao, "render", path, *out))
    if path.read_bytes() != before:
        yield "the input was overwritten"


def broken_keeps_old(nianbao, folder):
    """Of a file without any text nothing is written over the old one."""
    source = folder / "x.yaml"
    source.write_text("章节: [", encoding="utf-8")
    (folder / "x.pdf").write_bytes(b"old")
    done = run(nianbao, "render", source)
    yield from failed_well(done, status=1)
    if (folder / "x.pdf").read_bytes() != b"old":
        yield "the old file was overwritten"


NOT_AS_ROOT = {locked_input, locked_folder}
CASES = [killed, no_room, full_stdout, reader_gone, no_stdout, damaged_fonts,
         scrambled_fonts, no_fonts, check_without_fonts, installed,
         no_templates, no_input, locked_input, others_go_on, no_folder,
         locked_folder, input_kept, broken_keeps_old]


def main():
    tap = Tap()
    nianbao = str(pathlib.Path(sys.argv[1]).resolve())
    if not has_fonts():
        tap.skip("robust", "no fonts: run ./setup.sh")
        tap.done()
    for case in CASES:
        if case in NOT_AS_ROOT and os.geteuid() == 0:
            tap.skip(case.__name__, "root may read and write everything")
            continue
        with tempfile.TemporaryDirectory() as top:
            tap.check(case.__name__, list(case(nianbao, pathlib.Path(top))))
    tap.done()


main()
