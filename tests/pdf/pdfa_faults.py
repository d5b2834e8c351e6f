"""What each rule must find: a good PDF with one thing wrong.

Faults of the bytes are made in a copy by qpdf, whose table and objects are
lines, and in the file itself, where both are streams."""

import base64
import copy
import json
import re
import subprocess
import zlib

from pdfa_table import GROUPED, PLAIN, Packed

# (rule, what is wrong, how it is made); of a file that carries others; of one
# that is packed
DRAWN, BYTES, CARRIED, PACKED = [], [], [], []


def fault(rule, what):
    """The function changes a Draft."""
    return lambda make: DRAWN.append((rule, what, make)) or make


def carried_fault(rule, what):
    """The same for a PDF/A-3."""
    return lambda make: CARRIED.append((rule, what, make)) or make


def bytes_fault(rule, what, old, new):
    BYTES.append((rule, what, lambda raw: re.sub(old, new, raw, count=1)))


def packed_fault(rule, what):
    """The function makes bytes of a Packed."""
    return lambda make: PACKED.append((rule, what, make)) or make


class Draft:
    """The objects of a file as qpdf reads and writes them, to be changed."""

    def __init__(self, file):
        self.json = copy.deepcopy(file.json)
        self.objects = self.json["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]
        self.root = self.at(self.trailer["/Root"])

    def at(self, ref):
        body = self.objects[f"obj:{ref}"]
        return body["stream"]["dict"] if "stream" in body else body["value"]

    def find(self, key, value, n=0):
        """The n-th dictionary of an object in which key is value."""
        found = [self.at(id[4:]) for id in self.objects if id[:4] == "obj:"]
        return [x for x in found
                if isinstance(x, dict) and x.get(key) == value][n]

    def tag(self, kind, n=0):
        return self.find("/S", kind, n)

    def add(self, value):
        n = 1 + max(int(id[4:].split()[0]) for id in self.objects
                    if id[:4] == "obj:")
        self.objects[f"obj:{n} 0 R"] = {"value": value}
        return f"{n} 0 R"

    def add_stream(self, dictionary, data):
        ref = self.add(None)
        self.objects[f"obj:{ref}"] = {"stream": {
            "dict": dictionary, "data": base64.b64encode(data).decode()}}
        return ref

    def edit(self, ref, change):
        """The bytes of a stream, unpacked."""
        stream = self.objects[f"obj:{ref}"]["stream"]
        data = base64.b64decode(stream["data"])
        if stream["dict"].pop("/Filter", None):
            data = zlib.decompress(data)
        new = change(data)
        assert new != data, "nothing has changed"
        stream["data"] = base64.b64encode(new).decode()

    def draw(self, operators, page=0):
        """Adds operators to a page."""
        self.edit(self.page(page)["/Contents"],
                  lambda data: data + operators)

    def page(self, n=0):
        return self.find("/Type", "/Page", n)

    def resources(self):
        x = self.page()["/Resources"]
        return self.at(x) if isinstance(x, str) else x

    def xmp(self, old, new):
        self.edit(self.root["/Metadata"], lambda data: data.replace(
            old.encode(), new.encode(), 1))

    def write(self, path):
        source = path.with_suffix(".json")
        source.write_text(json.dumps(self.json))
        return subprocess.run(
            ["qpdf", "--json-input", "--stream-data=preserve",
             "--newline-before-endstream", source, path],
            capture_output=True, timeout=60, check=False)


def drawn(file, folder, faults):
    """Yields the rule, what is wrong, and the file with it."""
    for rule, what, make in faults:
        draft, path = Draft(file), folder / "fault.pdf"
        make(draft)
        draft.write(path)
        yield rule, what, path


def broken(file, folder):
    yield from drawn(file, folder, DRAWN)
    path, plain = folder / "fault.pdf", folder / "copy.pdf"
    Draft(file).write(plain)
    whole = plain.read_bytes()
    for rule, what, make in BYTES:
        raw = make(whole)
        assert raw != whole, what
        path.write_bytes(raw)
        yield rule, what, path
    whole = Packed(file.raw).write()
    for rule, what, make in PACKED:
        raw = make(Packed(file.raw))
        assert raw != whole, what
        path.write_bytes(raw)
        yield rule, what, path


ARTIFACT = b"/Artifact BMC\n%s\nEMC\n"

# The file's bytes
bytes_fault("readable", "a table that begins elsewhere",
            rb"startxref\n\d", b"startxref\n9")
bytes_fault("header", "no high bytes in the second line",
            rb"\n%[\x80-\xff]{4}", rb"\n%abcd")
bytes_fault("header", "PDF 2.0", rb"%PDF-1\.7", b"%PDF-2.0")
bytes_fault("trailer", "no /ID", rb"/ID ?\[", b"/IX[")
bytes_fault("trailer", "bytes behind the end", rb"%%EOF\n?$", b"%%EOF\n\n\n")
bytes_fault("table", "a tab in its head", rb"xref\n0 ", b"xref\n0\t")
bytes_fault("table", "a short entry", rb" 00000 n ?\r?\n", b" 00000 n\n")
bytes_fault("objects", "an entry that points beside the object",
            rb"\n(\d{9})(\d) 00000 n",
            lambda m: b"\n%s%d 00000 n" % (m[1], (int(m[2]) + 5) % 10))
bytes_fault("objects", "endobj behind a blank", rb"\nendobj", b" endobj")
bytes_fault("streams", "a length too large", rb"/Length [1-8](\d)",
            rb"/Length 9\1")
bytes_fault("streams", "CR alone behind “stream”", rb"stream\n", b"stream\r")
bytes_fault("names", "a name in Latin-1", rb"/Producer", b"/P#ffucer")
bytes_fault("strings", "an odd number of hexadecimal digits",
            rb"(/ID ?\[ ?<)[0-9a-fA-F]", rb"\1 ")


# The same, packed in streams
@packed_fault("table", "a row that is missing")
def _(p):
    return p.write(data=lambda rows: rows[:-7])


@packed_fault("table", "a kind that is none")
def _(p):
    return p.write(data=lambda rows: rows[:7] + b"\3" + rows[8:])


@packed_fault("objects", "a row that points beside the object")
def _(p):
    def move(rows):
        n = max(n for n, row in rows.items() if row[0] == PLAIN and n != p.own)
        return rows | {n: (PLAIN, rows[n][1] + 1, 0)}
    return p.write(rows=move)


@packed_fault("objects", "a row that points to another object of a stream")
def _(p):
    def move(rows):
        n = max(n for n, row in rows.items() if row[0] == GROUPED)
        return rows | {n: (GROUPED, rows[n][1], 0)}
    return p.write(rows=move)


@packed_fault("objects", "fewer objects in a stream than are said")
def _(p):
    p.edit(p.group_with(b"/Catalog"), lambda data: data,
           lambda keys: re.sub(rb"/N \d+", b"/N 1", keys))
    return p.write()


def in_group(p, old, new):
    p.edit(p.group_with(old), lambda data: data.replace(old, new, 1))
    return p.write()


@packed_fault("names", "a name in Latin-1")
def _(p):
    return in_group(p, b"/Title", b"/T#fft")


@packed_fault("references", "an object that is not there")
def _(p):
    return in_group(p, b"/Metadata ", b"/Metadata 9")


@packed_fault("strings", "an odd number of hexadecimal digits")
def _(p):
    return in_group(p, b"/Producer", b"/P<123>/X")


@fault("strings", "a string too long")
def _(d):
    d.draw(ARTIFACT % (b"(" + b"a" * 32768 + b") pop"))


@fault("strings", "an integer too large")
def _(d):
    d.draw(ARTIFACT % b"2147483648 w")


@fault("strings", "a name too long")
def _(d):
    d.draw(b"/" + b"n" * 128 + b" MP\n")


@fault("filters", "LZW")
def _(d):
    d.root["/X"] = d.add_stream({"/Filter": "/LZWDecode"}, b"\x80\x0b`P")


@fault("streams", "a stream in another file")
def _(d):
    d.root["/X"] = d.add_stream({"/F": "u:other.bin"}, b"x")


@fault("permissions", "a permission of another kind")
def _(d):
    d.root["/Perms"] = {"/X": {}}


@fault("limits", "q nested 29 deep")
def _(d):
    d.draw(b"q " * 29 + b"Q " * 29)


@fault("limits", "a page too small")
def _(d):
    d.page()["/MediaBox"] = [0, 0, 2, 2]


@fault("resources", "a font that is not there")
def _(d):
    d.draw(b"BT /Fnone 1 Tf ET\n")


@fault("resources", "an operator that is none")
def _(d):
    d.draw(b"1 paint\n")


@fault("resources", "resources handed down")
def _(d):
    d.at(d.root["/Pages"])["/Resources"] = {}


@fault("output_intent", "none")
def _(d):
    del d.root["/OutputIntents"]


@fault("output_intent", "two profiles")
def _(d):
    first = d.root["/OutputIntents"][0]
    profile = d.at(first)["/DestOutputProfile"]
    other = d.add_stream(dict(d.at(profile)), base64.b64decode(
        d.objects[f"obj:{profile}"]["stream"]["data"]))
    d.root["/OutputIntents"].append(
        d.add(dict(d.at(first), **{"/DestOutputProfile": other})))


def profile_fault(d, at, byte):
    ref = d.at(d.root["/OutputIntents"][0])["/DestOutputProfile"]
    d.edit(ref, lambda data: data[:at] + byte + data[at + 1:])


@fault("output_intent", "the profile of a scanner")
def _(d):
    profile_fault(d, 12, b"s")


@fault("icc", "ICC version 5")
def _(d):
    profile_fault(d, 8, b"\5")


@fault("icc", "a profile cut short")
def _(d):
    profile_fault(d, 3, b"\0")


@fault("colours", "CMYK with an RGB intent")
def _(d):
    d.draw(b"0 0 0 1 k\n")


def graphics_state(d, **entries):
    d.resources()["/ExtGState"] = {"/G0": {
        "/Type": "/ExtGState", **{f"/{k}": v for k, v in entries.items()}}}


@fault("graphics_state", "a transfer function")
def _(d):
    graphics_state(d, TR="/Identity")


@fault("graphics_state", "an unknown rendering intent")
def _(d):
    d.draw(b"/Bright ri\n")


@fault("transparency", "an unknown blend mode")
def _(d):
    graphics_state(d, BM="/Bright")


@fault("xobjects", "an image that is interpolated")
def _(d):
    d.resources()["/XObject"] = {"/X0": d.add_stream(
        {"/Type": "/XObject", "/Subtype": "/Image", "/Width": 1, "/Height": 1,
         "/BitsPerComponent": 8, "/ColorSpace": "/DeviceGray",
         "/Interpolate": True}, b"\0")}


@fault("xobjects", "PostScript")
def _(d):
    d.resources()["/XObject"] = {"/X0": d.add_stream(
        {"/Type": "/XObject", "/Subtype": "/PS"}, b"")}
