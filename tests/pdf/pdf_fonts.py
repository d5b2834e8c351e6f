"""Fonts in a PDF: what the dictionary says of each code, and the program."""

import re
import struct

END_OF_WIDTH = {1: 0, 3: 0, 18: 0, 23: 0, 19: 0, 20: 0, 21: 2, 22: 1, 4: 1,
                14: 0}
EVEN = {1, 3, 18, 23, 19, 20}


class Cff:
    """A CIDFontType0C program: its CIDs and their widths."""

    def __init__(self, data):
        self.data = data
        at = data[2]
        _, at = self.index(at)
        tops, at = self.index(at)
        _, at = self.index(at)
        self.global_subrs, _ = self.index(at)
        top = self.dict(tops[0])
        self.is_cid = (12, 30) in top
        self.upem = round(1 / top.get((12, 7), [0.001])[0])
        self.charstrings, _ = self.index(top[17][0])
        self.n = len(self.charstrings)
        self.cids = self.charset(top.get(15, [0])[0])
        self.privates = [self.private(top)] if not self.is_cid else [
            self.private(self.dict(d))
            for d in self.index(top[(12, 36)][0])[0]]
        self.select = self.fd_select(top) if self.is_cid else [0] * self.n

    def number(self, at, size):
        return int.from_bytes(self.data[at:at + size], "big")

    def index(self, at):
        count = self.number(at, 2)
        if count == 0:
            return [], at + 2
        size = self.data[at + 2]
        offsets = [self.number(at + 3 + i * size, size)
                   for i in range(count + 1)]
        base = at + 2 + size * (count + 1)
        return [self.data[base + a:base + b] for a, b in
                zip(offsets, offsets[1:])], base + offsets[-1]

    @staticmethod
    def real(data, at):
        text, signs = "", "0123456789.EE -"
        while True:
            for nibble in (data[at] >> 4, data[at] & 15):
                if nibble == 15:
                    return float(text), at + 1
                text += "E-" if nibble == 12 else signs[nibble].strip() or "-"
            at += 1

    def dict(self, data):
        out, args, at = {}, [], 0
        while at < len(data):
            b = data[at]
            at += 1
            if b <= 21:
                key = b
                if b == 12:
                    key, at = (12, data[at]), at + 1
                out[key], args = args, []
            elif b == 28:
                args.append(struct.unpack_from(">h", data, at)[0])
                at += 2
            elif b == 29:
                args.append(struct.unpack_from(">i", data, at)[0])
                at += 4
            elif b == 30:
                value, at = self.real(data, at)
                args.append(value)
            elif b <= 246:
                args.append(b - 139)
            else:
                args.append(small(b, data[at]))
                at += 1
        return out

    def charset(self, at):
        if at <= 2:
            return list(range(self.n))
        form, at, cids = self.data[at], at + 1, [0]
        while len(cids) < self.n:
            first = self.number(at, 2)
            more = 0 if form == 0 else self.number(at + 2, form)
            cids += range(first, first + more + 1)
            at += 2 + form
        return cids[:self.n]

    def fd_select(self, top):
        at = top[(12, 37)][0]
        if self.data[at] == 0:
            return list(self.data[at + 1:at + 1 + self.n])
        out, count = [], self.number(at + 1, 2)
        for i in range(count):
            row = at + 3 + 3 * i
            out += [self.data[row + 2]] * (
                self.number(row + 3, 2) - self.number(row, 2))
        return out

    def private(self, font):
        if 18 not in font:
            return 0, 0, []
        size, at = (int(x) for x in font[18])
        d = self.dict(self.data[at:at + size])
        subrs = self.index(at + int(d[19][0]))[0] if 19 in d else []
        return d.get(20, [0])[0], d.get(21, [0])[0], subrs

    def width(self, gid):
        usual, nominal, subrs = self.privates[self.select[gid]]
        extra = self.extra(self.charstrings[gid], [], subrs)
        w = usual if extra is None else nominal + extra
        return w * 1000 / self.upem

    def extra(self, data, args, subrs):
        """The width that stands before the first operator's own arguments;
        None if there is none, or False while no operator has come."""
        at = 0
        while at < len(data):
            b = data[at]
            at += 1
            if b == 28:
                args.append(struct.unpack_from(">h", data, at)[0])
                at += 2
            elif b == 255:
                args.append(struct.unpack_from(">i", data, at)[0] / 65536)
                at += 4
            elif b >= 247:
                args.append(small(b, data[at]))
                at += 1
            elif b >= 32:
                args.append(b - 139)
            elif b in (10, 29):
                called = subrs if b == 10 else self.global_subrs
                found = self.extra(called[int(args.pop()) + bias(called)],
                                   args, subrs)
                if found is not False:
                    return found
            elif b == 11:
                return False
            else:
                return width_of(b, args)
        return None

    def widths(self):
        return {cid: self.width(gid) for gid, cid in enumerate(self.cids)}


def small(b, next):
    return (b - 247) * 256 + next + 108 if b < 251 \
        else -(b - 251) * 256 - next - 108


def bias(subrs):
    return 107 if len(subrs) < 1240 else 1131 if len(subrs) < 33900 else 32768


def width_of(operator, args):
    own = END_OF_WIDTH[operator]
    has = len(args) % 2 if operator in EVEN else \
        len(args) in (1, 5) if operator == 14 else len(args) > own
    return args[0] if has else None


class TrueType:
    def __init__(self, data):
        self.tables = {}
        for i in range(struct.unpack_from(">H", data, 4)[0]):
            tag, _, at, n = struct.unpack_from(">4sIII", data, 12 + 16 * i)
            self.tables[tag.decode()] = data[at:at + n]
        self.upem = struct.unpack_from(">H", self.tables["head"], 18)[0]
        self.n = struct.unpack_from(">H", self.tables["maxp"], 4)[0]
        self.long = struct.unpack_from(">H", self.tables["hhea"], 34)[0]

    def widths(self):
        metrics = self.tables["hmtx"]
        return {gid: struct.unpack_from(
            ">H", metrics, 4 * min(gid, self.long - 1))[0] * 1000 / self.upem
            for gid in range(self.n)}


def unhex(text):
    return bytes.fromhex(text).decode("utf-16-be")


def to_unicode(data):
    """Codes of a ToUnicode CMap with their text."""
    text, out = data.decode("latin-1"), {}
    for body in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for code, to in re.findall(r"<(\w+)>\s*<(\w*)>", body):
            out[int(code, 16)] = unhex(to)
    for body in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        for low, high, to, several in re.findall(
                r"<(\w+)>\s*<(\w+)>\s*(?:<(\w*)>|\[([^\]]*)\])", body):
            codes = range(int(low, 16), int(high, 16) + 1)
            if to:
                first = unhex(to)
                for i, code in enumerate(codes):
                    out[code] = first[:-1] + chr(ord(first[-1]) + i)
            else:
                for code, x in zip(codes, re.findall(r"<(\w*)>", several)):
                    out[code] = unhex(x)
    return out


def dict_widths(array):
    """/W of a CIDFont: [1 [500 600] 7 9 1000]."""
    out, i = {}, 0
    while i < len(array):
        if isinstance(array[i + 1], list):
            out.update((array[i] + k, w) for k, w in enumerate(array[i + 1]))
            i += 2
        else:
            out.update((c, array[i + 2])
                       for c in range(array[i], array[i + 1] + 1))
            i += 3
    return out


class Font:
    """A Type0 font of a file."""

    def __init__(self, file, ref):
        self.ref, self.dict = ref, file.get(ref)
        self.cid = (file.list(self.dict, "/DescendantFonts") or [{}])[0]
        self.descriptor = file.get(self.cid, "/FontDescriptor") or {}
        self.default = self.cid.get("/DW", 1000)
        self.width = dict_widths(file.list(self.cid, "/W"))
        cmap = file.get(self.dict, "/ToUnicode")
        self.unicode = to_unicode(cmap.bytes()) if cmap else {}
        self.program = None
        cff = file.get(self.descriptor, "/FontFile3")
        truetype = file.get(self.descriptor, "/FontFile2")
        if cff:
            self.program = Cff(cff.bytes())
        elif truetype:
            self.program = TrueType(truetype.bytes())
        self.program_widths = self.program.widths() if self.program else {}


def shown(file):
    """Yields font (a reference), code, its ActualText and page of all codes
    that are shown."""
    for page in file.pages:
        fonts = file.get(page.dict, "/Resources", "/Font") or {}
        font, marks = None, []
        for op in file.contents(page):
            if op.name == "Tf":
                font = fonts.get(op.args[0])
            elif op.name in ("BDC", "BMC"):
                marks.append(op.name == "BDC" and
                             isinstance(op.args[1], list) and
                             "/ActualText" in op.args[1])
            elif op.name == "EMC" and marks:
                marks.pop()
            elif op.name in ("Tj", "TJ", "'", '"'):
                for text in strings(op.args):
                    for i in range(0, len(text) - 1, 2):
                        yield (font, text[i] << 8 | text[i + 1],
                               any(marks), page.number)


def strings(args):
    for x in args:
        if isinstance(x, bytes):
            yield x
        elif isinstance(x, list):
            yield from strings(x)
