"""A PDF as objects, read by qpdf, and as the bytes that it is made of.

A value is what qpdf's JSON makes of it: names "/X", text strings "u:…", others
"b:hex", references "12 0 R", numbers, lists, dictionaries; a stream is a Stream.
"""

import base64
import collections
import json
import re
import subprocess
import zlib

from pdfa_table import Table

REF = re.compile(r"^(\d+) (\d+) R$")
# ISO 32000-1, 7.8.2: a content stream's tokens
TOKEN = re.compile(
    rb"(?P<skip>[\x00\t\n\f\r ]+|%[^\r\n]*)"
    rb"|(?P<string>\()"
    rb"|(?P<dict><<|>>)|(?P<hex><[^>]*>)|(?P<array>[\[\]])"
    rb"|(?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$))"
    rb"|(?P<word>[^\x00\t\n\f\r ()<>\[\]{}/%]+)|(?P<bad>.)", re.S)
PART = re.compile(rb"[\\()]")
ESCAPE = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

Operation = collections.namedtuple("Operation", "name args")
Page = collections.namedtuple("Page", "number id dict")


class Name(str):
    """A name in a content stream."""


class Stream:
    def __init__(self, dictionary, raw):
        self.dict, self.raw = dictionary, raw

    def bytes(self):
        return zlib.decompress(self.raw) if self.filters() else self.raw

    def filters(self):
        names = self.dict.get("/Filter") or []
        return [names] if isinstance(names, str) else names


def read_string(data, at):
    """The bytes of a literal string that begins behind “(”, and its end."""
    out, depth = [], 1
    while True:
        m = PART.search(data, at)
        out.append(data[at:m.start()])
        at = m.end()
        if m.group() == b"\\":
            octal = re.compile(rb"[0-7]{1,3}").match(data, at)
            if octal:
                out.append(bytes([int(octal.group(), 8) & 255]))
                at = octal.end()
                continue
            c = data[at:at + 1]
            out.append(ESCAPE.get(c, b"" if c in b"\r\n" else c))
            at += 1
            continue
        depth += 1 if m.group() == b"(" else -1
        if depth == 0:
            return b"".join(out), at
        out.append(m.group())


def tokens(data):
    """Yields kind and value: string and hex give bytes."""
    at = 0
    while at < len(data):
        m = TOKEN.match(data, at)
        kind, text, at = m.lastgroup, m.group(), m.end()
        if kind == "string":
            text, at = read_string(data, at)
        elif kind == "hex":
            digits = re.sub(rb"\s", b"", text[1:-1])
            if len(digits) % 2 or not re.fullmatch(rb"[0-9A-Fa-f]*", digits):
                kind = "bad"
            else:
                text = bytes.fromhex(digits.decode())
        if kind != "skip":
            yield kind, text


def value_of(kind, text):
    if kind == "number":
        return float(text) if b"." in text else int(text)
    return Name(text.decode("latin-1")) if kind == "name" else text


def operations(data):
    """The operators of a content stream with what stands before them; arrays
    are lists, dictionaries flat lists."""
    stack = [[]]
    for kind, text in tokens(data):
        if kind == "word" and text not in (b"true", b"false", b"null"):
            yield Operation(text.decode("latin-1"), stack[0])
            stack = [[]]
        elif text in (b"[", b"<<") and kind in ("array", "dict"):
            stack.append([])
            stack[-2].append(stack[-1])
        elif text in (b"]", b">>") and kind in ("array", "dict"):
            stack.pop()
        else:
            stack[-1].append(value_of(kind, text))


def text_of(value):
    """A text string as such; None for what is none."""
    if not isinstance(value, str) or value[:2] not in ("u:", "b:"):
        return None
    if value[0] == "u":
        return value[2:]
    return bytes.fromhex(value[2:]).decode("latin-1")


def read_json(path):
    done = subprocess.run(
        ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
         "--decode-level=none", path], capture_output=True, timeout=60)
    if done.returncode not in (0, 3):
        raise ValueError(done.stderr.decode())
    return json.loads(done.stdout.decode("utf-8", "replace")), \
        done.stderr.decode()


class File:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.raw = file.read()
        self.table = Table(self.raw)
        self.json, self.warnings = read_json(path)
        self.objects, self.trailer = {}, {}
        for key, body in self.json["qpdf"][1].items():
            if key == "trailer":
                self.trailer = body["value"]
            else:
                self.objects[key[4:]] = self._object(body)
        self.root = self.get(self.trailer.get("/Root")) or {}
        self._operations = {}
        self._pages = None

    @staticmethod
    def _object(body):
        if "stream" not in body:
            return body["value"]
        stream = body["stream"]
        return Stream(stream["dict"], base64.b64decode(stream["data"]))

    def get(self, value, *keys):
        """What a reference stands for, and of that the value of a key …"""
        while isinstance(value, str) and REF.match(value):
            value = self.objects.get(value)
        for key in keys:
            if isinstance(value, Stream):
                value = value.dict
            if not isinstance(value, dict):
                return None
            value = self.get(value.get(key))
        return value

    def list(self, value, *keys):
        """The same as a list, of one where it is none."""
        value = self.get(value, *keys)
        if value is None:
            return []
        return [self.get(x) for x in value] if isinstance(value, list) \
            else [value]

    def dicts(self):
        """Every dictionary, wherever it stands, with its object."""
        stack = [(id, x) for id, x in self.objects.items()]
        stack.append(("trailer", self.trailer))
        while stack:
            id, x = stack.pop()
            x = x.dict if isinstance(x, Stream) else x
            if isinstance(x, dict):
                yield id, x
                stack += [(id, y) for y in x.values()]
            elif isinstance(x, list):
                stack += [(id, y) for y in x]

    def streams(self):
        return [(id, x) for id, x in self.objects.items()
                if isinstance(x, Stream)]

    @property
    def pages(self):
        if self._pages is None:
            self._pages = []
            self._walk_pages(self.root.get("/Pages"))
        return self._pages

    def _walk_pages(self, ref):
        node = self.get(ref)
        if not isinstance(node, dict):
            return
        if node.get("/Type") == "/Page":
            self._pages.append(Page(len(self._pages) + 1, ref, node))
        for kid in node.get("/Kids", []):
            self._walk_pages(kid)

    def contents(self, page):
        """The operations of a page."""
        if page.number not in self._operations:
            data = b"\n".join(x.bytes() for x in
                              self.list(page.dict, "/Contents"))
            self._operations[page.number] = list(operations(data))
        return self._operations[page.number]
