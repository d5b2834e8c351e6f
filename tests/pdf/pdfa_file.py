"""PDF/A-2: the file and what is drawn (ISO 19005-2, 6.1, 6.2.2-6.2.10)."""

import re

from pdf_file import Stream, tokens
from pdfa_rule import rule

# ISO 32000-1, table 6, without LZW (and Crypt, which needs encryption)
FILTERS = {"/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode",
           "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode",
           "/DCTDecode", "/JPXDecode"}
# ISO 32000-1, annex A
OPERATORS = set(
    "b B b* B* BDC BI BMC BT BX c cm cs CS d d0 d1 Do DP EI EMC ET EX f F f* G "
    "g gs h i ID j J K k l m M MP n q Q re RG rg ri s S sc SC scn SCN sh T* Tc "
    "Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split())
RGB, CMYK, GREY = {"rg", "RG"}, {"k", "K"}, {"g", "G"}
BLENDS = {"/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay",
          "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn", "/HardLight",
          "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation",
          "/Color", "/Luminosity"}
INTENTS = {"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual",
           "/Saturation"}
SPACE_OF = {"/DeviceRGB": b"RGB ", "/DeviceCMYK": b"CMYK", "/DeviceGray": None}


@rule("PDF 7")
def readable(file):
    yield from file.warnings.splitlines()


@rule("6.1.2")
def header(file):
    m = re.match(rb"%PDF-1\.[0-7](\r\n|\n|\r)%([^\r\n]*)", file.raw)
    if not m:
        yield "the file does not begin with %PDF-1.n and a comment"
    elif len(m[2]) < 4 or min(m[2][:4]) < 128:
        yield "the second line has no four bytes above 127"


@rule("6.1.3")
def trailer(file):
    ids = file.get(file.trailer, "/ID")
    if not isinstance(ids, list) or len(ids) != 2 or \
            any(len(x) <= 2 for x in ids):
        yield "/ID is missing or empty"
    if "/Encrypt" in file.trailer:
        yield "encrypted"
    if not re.search(rb"%%EOF(\r\n|\n|\r)?$", file.raw):
        yield "something stands behind %%EOF"


@rule("6.1.4")
def table(file):
    yield from file.table.problems


@rule("6.1.9")
def objects(file):
    yield from file.table.misplaced()
    if re.search(rb"[^\r\n]endobj|endobj[^\r\n]", file.raw):
        yield "endobj is not on a line of its own"


@rule("PDF 7.3.10, practice")
def references(file):
    for body in file.table.bodies():
        for number in re.findall(rb"\b(\d+) \d+ R\b", body):
            if int(number) not in file.table.rows:
                yield f"{int(number)} 0 R is nothing"


@rule("6.1.6, 6.1.13")
def strings(file):
    parts = list(file.table.bodies()) + [x.bytes() for page in file.pages
                                  for x in file.list(page.dict, "/Contents")]
    for part in parts:
        for kind, text in tokens(part):
            if kind == "bad":
                yield f"odd or wrong hexadecimal digits: {text[:20]!r}"
            elif kind in ("string", "hex") and len(text) > 32767:
                yield f"a string of {len(text)} bytes"
            elif kind == "name" and len(text) > 128:
                yield f"a name of {len(text) - 1} bytes"
            elif kind == "number" and b"." not in text and \
                    not -2 ** 31 <= int(text) < 2 ** 31:
                yield f"the integer {text.decode()}"
            elif kind == "number" and abs(float(text)) > 3.403e38:
                yield f"the real {text.decode()}"


@rule("6.1.7.1")
def streams(file):
    for number, at in file.table.places():
        head = file.raw[at:at + 4000].split(b"endobj")[0]
        m = re.search(rb"\bstream(\r\n|\n)", head)
        x = file.objects.get(f"{number} 0 R")
        if not isinstance(x, Stream):
            continue
        if not m:
            yield f"{number}: no end of line behind “stream”"
            continue
        length = re.search(rb"/Length (\d+)(?! \d+ R)", head)
        size = int(length[1]) if length else len(x.raw)
        tail = file.raw[at + m.end() + size:][:12]
        if not re.match(rb"(\r\n|\n|\r)endstream", tail):
            yield f"{number}: /Length is not its length"
        if {"/F", "/FFilter", "/FDecodeParms"} & set(x.dict):
            yield f"{number}: its data are elsewhere"


@rule("6.1.7.2, 6.1.10")
def filters(file):
    for id, x in file.streams():
        for name in x.filters():
            if name not in FILTERS:
                yield f"{id}: {name}"


@rule("6.1.8")
def names(file):
    for body in file.table.bodies():
        for kind, text in tokens(body):
            if kind != "name":
                continue
            raw = re.sub(rb"#([0-9A-Fa-f]{2})",
                         lambda m: bytes.fromhex(m[1].decode()), text)
            try:
                raw.decode("utf-8")
            except UnicodeDecodeError:
                yield f"{text!r} is not UTF-8"


@rule("6.1.12")
def permissions(file):
    if set(file.get(file.root, "/Perms") or ()) - {"/UR3", "/DocMDP"}:
        yield "/Perms has other keys than UR3 and DocMDP"


@rule("6.1.13")
def limits(file):
    if len(file.objects) > 8388607:
        yield f"{len(file.objects)} objects"
    for page in file.pages:
        for key in ("/MediaBox", "/CropBox"):
            box = file.list(page.dict, key)
            if box and not all(3 <= abs(box[i + 2] - box[i]) <= 14400
                               for i in (0, 1)):
                yield f"page {page.number}: {key} {box}"
        depth = 0
        for op in file.contents(page):
            depth += (op.name == "q") - (op.name == "Q")
            if not 0 <= depth <= 28:
                yield f"page {page.number}: q and Q are {depth} deep"
                break


@rule("6.2.2")
def resources(file):
    used = {"Tf": "/Font", "Do": "/XObject", "gs": "/ExtGState",
            "sh": "/Shading"}
    for page in file.pages:
        own = file.get(page.dict, "/Resources") or {}
        for op in file.contents(page):
            kind = used.get(op.name)
            if op.name not in OPERATORS:
                yield f"page {page.number}: {op.name} is no operator"
            elif kind and op.args[0] not in (file.get(own, kind) or {}):
                yield f"page {page.number}: no {kind} {op.args[0]}"
    for id, d in file.dicts():
        if d.get("/Type") == "/Pages" and "/Resources" in d:
            yield f"{id}: resources are handed down"


def intents(file):
    return [x for x in file.list(file.root, "/OutputIntents")
            if x.get("/S") == "/GTS_PDFA1"]


def profile(file):
    """The bytes of the output intent's profile."""
    for x in intents(file):
        stream = file.get(x, "/DestOutputProfile")
        return stream.bytes() if stream else b""
    return b""


@rule("6.2.3")
def output_intent(file):
    every = file.list(file.root, "/OutputIntents")
    refs = {x.get("/DestOutputProfile") for x in every}
    icc = profile(file)
    if not intents(file):
        yield "no output intent of PDF/A"
    elif len(refs) > 1:
        yield "intents have several profiles"
    elif icc[12:16] not in (b"prtr", b"mntr") or \
            icc[16:20] not in (b"GRAY", b"RGB ", b"CMYK"):
        yield f"a profile of class {icc[12:16]}, space {icc[16:20]}"
    if any(not x.get("/OutputConditionIdentifier") for x in every):
        yield "an intent without OutputConditionIdentifier"


@rule("6.2.4.2")
def icc(file):
    parts = {b"GRAY": 1, b"RGB ": 3, b"Lab ": 3, b"CMYK": 4}
    refs = [x.get("/DestOutputProfile") for x in intents(file)]
    for ref in refs:
        stream = file.get(ref)
        data = stream.bytes()
        if data[36:40] != b"acsp" or \
                int.from_bytes(data[:4], "big") != len(data):
            yield f"{ref}: no ICC profile"
        if not (2, 0) <= (data[8], data[9] >> 4) < (4, 4):
            yield f"{ref}: version {data[8]}.{data[9] >> 4}"
        if stream.dict.get("/N") != parts.get(data[16:20]):
            yield f"{ref}: /N is {stream.dict.get('/N')}"


@rule("6.2.4.3")
def colours(file):
    space = profile(file)[16:20]
    for page in file.pages:
        ops = {op.name for op in file.contents(page)}
        for kind, wants in ((RGB, b"RGB "), (CMYK, b"CMYK")):
            if ops & kind and space != wants:
                yield f"page {page.number}: {sorted(ops & kind)}"
        if ops & GREY and not space:
            yield f"page {page.number}: {sorted(ops & GREY)}"
    for id, d in file.dicts():
        for key in ("/ColorSpace", "/CS"):
            name = d.get(key)
            if isinstance(name, str) and name in SPACE_OF and \
                    SPACE_OF[name] not in (None, space):
                yield f"{id}: {name}"


@rule("6.2.5, 6.2.6")
def graphics_state(file):
    for id, d in file.dicts():
        if {"/HTP", "/TR"} & set(d) and d.get("/Type") == "/ExtGState" or \
                d.get("/TR2", "/Default") != "/Default":
            yield f"{id}: transfer function or halftone phase"
        if d.get("/RI", "/Perceptual") not in INTENTS:
            yield f"{id}: rendering intent {d['/RI']}"
    for page in file.pages:
        for op in file.contents(page):
            if op.name == "ri" and op.args[0] not in INTENTS:
                yield f"page {page.number}: rendering intent {op.args[0]}"


@rule("6.2.8, 6.2.9")
def xobjects(file):
    for id, x in file.streams():
        d, kind = x.dict, x.dict.get("/Subtype")
        if kind == "/Image" and (
                {"/Alternates", "/OPI"} & set(d) or d.get("/Interpolate") or
                d.get("/BitsPerComponent", 1) not in (1, 2, 4, 8, 16)):
            yield f"{id}: an image with what none may have"
        if kind == "/PS" or kind == "/Form" and (
                {"/OPI", "/PS", "/Ref"} & set(d) or
                d.get("/Subtype2") == "/PS"):
            yield f"{id}: PostScript, OPI or a reference"


@rule("6.2.10")
def transparency(file):
    for id, d in file.dicts():
        for mode in file.list(d, "/BM"):
            if mode not in BLENDS:
                yield f"{id}: blend mode {mode}"
        if d.get("/S") == "/Transparency" and "/CS" not in d and \
                not intents(file):
            yield f"{id}: a group without colour space"
