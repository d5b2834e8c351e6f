#!/usr/bin/env python3
"""nianbao preview answers a browser on this machine and nobody else, whatever
is asked and however slowly; many at once do not fell it.

usage: preview.py NIANBAO
"""

import http.client
import json
import pathlib
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import ROOT, Tap, has_fonts

NIANBAO = str(pathlib.Path(sys.argv[1]).resolve())
EXAMPLE = ROOT / "examples" / "qinghe-2024.yaml"
MANY = 1000
HEADERS = {"content-security-policy", "cross-origin-resource-policy",
           "referrer-policy", "x-content-type-options"}


class Preview:
    """The program at work."""

    def __init__(self, what, *options, cwd=None):
        self.job = subprocess.Popen(
            [NIANBAO, "preview", *options, what], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, cwd=cwd)
        self.address = self.job.stdout.readline().strip()
        m = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([0-9a-f]{32})/",
                         self.address)
        self.port, self.token = int(m[1]), m[2]

    def ask(self, path, method="GET", body=None, **headers):
        """Status, headers, bytes; path is behind the token."""
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        c.putrequest(method, f"/{self.token}/{path}", skip_host=True)
        headers.setdefault("Host", f"127.0.0.1:{self.port}")
        for key, value in headers.items():
            c.putheader(key.replace("_", "-"), value)
        if body:
            c.putheader("Content-Length", str(len(body)))
        c.endheaders(body)
        r = c.getresponse()
        return r.status, r.headers, r.read()

    def get_json(self, path):
        return json.loads(self.ask(path)[2])

    def socket(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def stop(self):
        self.job.send_signal(signal.SIGINT)
        _, said = self.job.communicate(timeout=60)
        return [] if self.job.returncode == 0 else \
            [f"exit status {self.job.returncode}: {said}"]


def expect(want, got, what):
    return [] if want == got else [f"{what}: {got}, not {want}"]


def pieces(p):
    """All that the page asks for."""
    for path, kind in (("", "text/html"), ("preview.css", "text/css"),
                       ("main.mjs", "text/javascript"),
                       ("documents", "application/json"),
                       ("doc/0", "application/json"),
                       ("page/0/0.svg", "image/svg+xml")):
        status, headers, body = p.ask(path)
        yield from expect(200, status, path)
        yield from expect(kind, headers["Content-Type"].split(";")[0], path)
        missing = HEADERS - {key.lower() for key in headers}
        if missing or not body:
            yield f"{path}: {missing} {len(body)} bytes"
    doc = p.get_json("doc/0")
    yield from expect("read", doc["state"], "state")
    yield from expect(10, len(doc["pages"]), "pages")
    yield from expect(b"", p.ask("", method="HEAD")[2], "HEAD")


def kept(p):
    """A browser keeps its connection, and pages by what they show."""
    pages = p.get_json("doc/0")["pages"]
    yield from expect(len(pages), len({key for *_, key in pages}), "keys")
    for query, want in (("", (200, "no-store")), ("?shows=0", (404, "no-store")),
                        (f"?shows={pages[1][2]}",
                         (200, "private, max-age=3600, immutable"))):
        status, headers, _ = p.ask(f"page/0/1.svg{query}")
        yield from expect(want, (status, headers["Cache-Control"]), query)
    said = b""
    with p.socket() as s:
        s.sendall(f"GET /{p.token}/dom.mjs HTTP/1.1\r\n"
                  f"Host: 127.0.0.1:{p.port}\r\n\r\n".encode() * 20)
        while said.count(b"HTTP/1.1 200 OK") < 20 and (more := s.recv(65536)):
            said += more
    yield from expect(20, said.count(b"HTTP/1.1 200 OK"), "one after another")


def strangers(p):
    """Other hosts, other pages, wrong tokens, other methods."""
    token = p.token
    for host in ("example.com", f"example.com:{p.port}", "127.0.0.1",
                 f"127.0.0.1:{p.port}.example.com", ""):
        yield from expect(403, p.ask("", Host=host)[0], host)
    yield from expect(200, p.ask("", Host=f"localhost:{p.port}")[0], "localhost")
    for site in "cross-site", "same-site":
        yield from expect(403, p.ask("doc/0", Sec_Fetch_Site=site)[0], site)
    for wrong in ("0" * 32, token[:-1], token + "0", token.upper() + "x", "",
                  token[::-1] if token[::-1] != token else "x"):
        p.token = wrong
        yield from expect(404, p.ask("doc/0")[0], f"token {wrong}")
    p.token = token
    for method in "POST", "PUT", "DELETE", "OPTIONS":
        yield from expect(405, p.ask("doc/0", method, b"x")[0], method)


def paths(p):
    """No path becomes that of a file."""
    for path in ("../", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd",
                 "//etc/passwd", "preview.css/..",
                 "index.html", "doc/", "doc/1", "doc/-1", "doc/0x",
                 "doc/99999999999999999999", "doc/0/../0", "page/0/99.svg",
                 "page/0/0", "page/0/0.svgz", "page/0/-1.svg", "page/1/0.svg",
                 "page/0/4294967296.svg", "documents/", "x" * 5000):
        yield from expect(404, p.ask(path)[0], path[:40])


def nonsense(p):
    """Bytes that are no request, and a request that is let hang."""
    for said in (b"\0" * 4096, b"GET\r\n\r\n", b"\xff" * 100 + b"\r\n\r\n",
                 b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"x" * 200000):
        with p.socket() as s:
            s.settimeout(1)  # some it would hear out for longer
            try:
                s.sendall(said)
                s.shutdown(socket.SHUT_WR)
                s.recv(4096)
            except OSError:
                pass  # it is let go at once
    yield from expect(200, p.ask("doc/0")[0], "afterwards")


def crowd(p):
    """Many who connect and say nothing; the one who asks is answered."""
    idle = []
    for _ in range(MANY):
        s = p.socket()
        s.sendall(b"GET /")
        idle.append(s)
    begun = time.monotonic()
    yield from expect(200, p.ask("doc/0")[0], "among them")
    if time.monotonic() - begun > 30:
        yield "too slow"
    for s in idle:
        s.close()
    yield from expect(200, p.ask("doc/0")[0], "afterwards")


def events(p, top):
    """Who listens is told, also when others listen and do not read."""
    lazy = [p.socket() for _ in range(70)]
    for s in lazy:
        s.sendall(f"GET /{p.token}/events HTTP/1.1\r\n"
                  f"Host: 127.0.0.1:{p.port}\r\n\r\n".encode())
    lazy.pop(0).close()
    path = top / "a.yaml"
    with lazy.pop(0) as s:
        s.settimeout(60)
        said = b""
        while b"retry" not in said:
            said += s.recv(4096)
        path.write_text(path.read_text(encoding="utf-8") + "\n# 改了\n",
                        encoding="utf-8")
        while p.get_json("doc/0")["changes"] == 0:
            pass  # who asks meanwhile does not take the news from others
        while b'"changes":1' not in said:
            said += s.recv(4096)
    for s in lazy:
        s.close()
    yield from expect(1, p.get_json("doc/0")["changes"], "changes")


def saved(p, top):
    """However an editor saves; and when last year's file is saved."""
    path, last = top / "a.yaml", top / "qinghe-2023.yaml"
    text = path.read_bytes()

    def put_in_place():
        (top / "b.tmp").write_bytes(text)
        (top / "b.tmp").rename(path)

    def changed(before):
        for _ in range(1000):
            doc = p.get_json("doc/0")
            if doc["changes"] > before:
                return doc
            time.sleep(0.02)
        return {"state": "as it was"}

    sheet = top / "a.审核.yaml"
    for way, state in ((lambda: path.write_bytes(text), "read"),
                       (lambda: sheet.write_text("意见: []\n",
                                                 encoding="utf-8"), "read"),
                       (put_in_place, "read"),
                       (lambda: last.write_bytes(last.read_bytes()), "read"),
                       (path.unlink, "gone"), (put_in_place, "read")):
        before = p.get_json("doc/0")["changes"]
        way()
        yield from expect(state, changed(before)["state"], "state")


def wait_for(what, true):
    """Until something is true."""
    end = time.monotonic() + 20
    while not true():
        if time.monotonic() > end:
            return [f"{what} is not seen"]
        time.sleep(0.02)
    return []


def folders(top):
    """What comes and goes in a folder, and the folder itself; links."""
    here, text = top / "各街道", (top / "a.yaml").read_bytes()
    here.mkdir()
    (here / "1.yaml").write_bytes(text)
    (here / "2.yaml").symlink_to(top / "a.yaml")
    p = Preview(here)

    def row(name):
        return next((d for d in p.get_json("documents")["documents"]
                     if d["name"] == name), {"state": "", "changes": 0})

    def is_there(name):
        return lambda: row(name)["state"] == "read"

    def is_gone(name):
        return lambda: row(name)["state"] == "gone"

    def move_away():
        here.rename(top / "旧")
        here.mkdir()
        (here / "4.yaml").write_bytes(text)

    for what, way, seen in (
            ("a link", lambda: (top / "a.yaml").write_bytes(text),
             lambda: row("2.yaml")["changes"] > 0),
            ("a folder", (here / "甲").mkdir, lambda: True),
            ("a file in it", lambda: (here / "甲" / "3.yaml").write_bytes(text),
             is_there("甲/3.yaml")),
            ("no folder", lambda: shutil.rmtree(here / "甲"),
             is_gone("甲/3.yaml")),
            ("a draft that is broken", lambda:
             (here / "1.yaml").write_bytes(b"\0"), is_there("1.yaml")),
            ("another folder", move_away, is_there("4.yaml")),
            ("no file", lambda: None, is_gone("1.yaml"))):
        way()
        yield from wait_for(what, seen)
    yield from p.stop()


def named(top):
    """By whatever name the file or its folder is called, a change is seen."""
    path = top / "a.yaml"
    for name in "a.yaml", "./a.yaml", ".", f"{top}//":
        p = Preview(name, cwd=top)
        p.get_json("doc/0")
        path.write_bytes(path.read_bytes())
        yield from wait_for(
            name, lambda: p.get_json("doc/0")["changes"] > 0)
        yield from p.stop()


def reviewed(top):
    """What people say stands beside a finding; what they reject is counted."""
    folder = top / "reviewed"
    shutil.copytree(ROOT / "tests" / "cases" / "cli" / "sheet", folder)
    p = Preview(folder / "draft.yaml")
    doc = p.get_json("doc/0")
    hidden = {"errors": 1, "warnings": 0, "notes": 0}
    said = {f["finding"]["code"]: f["finding"]["review"]["text"]
            for f in doc["findings"] if "review" in f["finding"]}
    yield from expect({"Y01": "采纳，还没有改——张三"}, said, "review")
    yield from expect([], [f["finding"]["code"] for f in doc["findings"]
                           if f["whole"] and f["places"] and not f["near"]],
                      "of the whole, and marked as the title's words")
    for of, row in ("doc", doc), ("row", p.get_json("documents")["documents"][0]):
        yield from expect((hidden, 1), (row["hidden"], row["accepted"]), of)
    yield from p.stop()


def main():
    tap = Tap()
    if not has_fonts():
        tap.skip("preview", "no fonts: run ./setup.sh")
        tap.done()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        shutil.copy(EXAMPLE, top / "a.yaml")
        shutil.copy(EXAMPLE.with_name("qinghe-2023.yaml"), top)
        p = Preview(top / "a.yaml")
        for test in pieces, kept, strangers, paths, nonsense, crowd:
            tap.check(test.__name__, list(test(p)))
        for test in events, saved:
            tap.check(test.__name__, list(test(p, top)))
        tap.check("stopped", p.stop())
        for test in named, reviewed, folders:
            tap.check(test.__name__, list(test(top)))
    tap.done()


main()
