"""Where the objects of a file are, by its table: one of lines, or a stream, by
which objects may also stand in streams of objects (ISO 32000-1, 7.5.4, 7.5.7,
7.5.8)."""

import re
import zlib

OBJECT = re.compile(rb"(\d+) (\d+) obj(\r\n|\n|\r)?")
FREE, PLAIN, GROUPED = 0, 1, 2


def stream_at(raw, at):
    """The dictionary's bytes of the object there, and its data unpacked; None
    where there is no stream."""
    m = re.compile(rb"\d+ \d+ obj\s*(<<.*?>>)\s*stream\r?\n", re.S).match(
        raw, at)
    length = re.search(rb"/Length (\d+)", m[1]) if m else None
    if not length:
        return None
    data = raw[m.end():m.end() + int(length[1])]
    return m[1], zlib.decompress(data) if b"/FlateDecode" in m[1] else data


def number_of(keys, name):
    return int(re.search(rb"/%s (\d+)" % name, keys)[1])


class Group:
    """A stream of objects: (number, bytes) of each, as it says they are."""

    def __init__(self, keys, data):
        self.n, first = number_of(keys, b"N"), number_of(keys, b"First")
        self.is_one = re.search(rb"/Type ?/ObjStm", keys) is not None
        self.head = [int(x) for x in data[:first].split()]
        places = [first + x for x in self.head[1::2]]
        self.objects = [
            (number, data[at:end]) for number, at, end in
            zip(self.head[::2], places, places[1:] + [len(data)])]


class Table:
    def __init__(self, raw):
        self.raw, self.rows, self.keys = raw, {}, None
        self.problems, self._groups = [], {}
        self.at = int(re.findall(rb"startxref\s+(\d+)", raw)[-1])
        if raw[self.at:self.at + 4] == b"xref":
            self._read_lines()
        else:
            self._read_stream()

    def _read_lines(self):
        text = self.raw[self.at:self.raw.rfind(b"trailer")]
        m = re.match(rb"xref(\r\n|\n|\r)(\d+) (\d+)(\r\n|\n|\r)", text)
        if not m:
            self.problems.append("xref or its first line is malformed")
            return
        first, count = int(m[2]), int(m[3])
        lines = text[m.end():]
        if not re.fullmatch(rb"(\d{10} \d{5} [nf]( \r| \n|\r\n)){%d}" % count,
                            lines):
            self.problems.append("an entry is malformed, or they are not as "
                                 "many as is said")
        for i in range(count):
            line = lines[20 * i:20 * i + 20]
            if line[17:18] == b"n":
                self.rows[first + i] = (PLAIN, int(line[:10]), 0)

    def _read_stream(self):
        found = stream_at(self.raw, self.at)
        if not found or not re.search(rb"/Type ?/XRef", found[0]):
            self.problems.append("there is no table where the file says")
            return
        self.keys, data = found
        widths = [int(x) for x in re.search(rb"/W ?\[([\d ]*)\]",
                                            self.keys)[1].split()]
        size = number_of(self.keys, b"Size")
        if len(widths) != 3 or b"/Index" in self.keys or \
                len(data) != size * sum(widths):
            self.problems.append(f"{len(data)} bytes are not {size} rows of "
                                 f"{widths}")
            return
        for i in range(size):
            row = data[i * sum(widths):]
            a, b, c = widths
            self._add(i, int.from_bytes(row[:a], "big"),
                      int.from_bytes(row[a:a + b], "big"),
                      int.from_bytes(row[a + b:a + b + c], "big"))

    def _add(self, number, kind, first, second):
        if kind > GROUPED or (number == 0) != (kind == FREE):
            self.problems.append(f"{number} is of kind {kind}")
        if kind in (PLAIN, GROUPED):
            self.rows[number] = (kind, first, second)

    def group(self, number):
        """The stream of objects with a number; None where there is none."""
        if number not in self._groups:
            kind, at, _ = self.rows.get(number, (FREE, 0, 0))
            found = stream_at(self.raw, at) if kind == PLAIN else None
            self._groups[number] = Group(*found) if found else None
        return self._groups[number]

    def places(self):
        """Where objects begin that stand in the file: (number, place)."""
        return [(number, first) for number, (kind, first, _) in
                self.rows.items() if kind == PLAIN]

    def bodies(self):
        """Each object's own bytes, without those of its stream, and the
        trailer's."""
        places = sorted(at for _, at in self.places())
        end = self.raw.rfind(b"startxref")
        if not self.keys:
            yield self.raw[self.raw.rfind(b"trailer"):end]
        for at, end in zip(places, places[1:] + [end]):
            body = self.raw[at:end]
            stream = re.search(rb"\bstream\r?\n", body)
            yield body[:stream.start()] if stream else body
        for number in sorted({first for kind, first, _ in self.rows.values()
                              if kind == GROUPED}):
            group = self.group(number)
            yield from (body for _, body in group.objects) if group else ()

    def misplaced(self):
        """What is not where the table says."""
        for number, (kind, first, second) in self.rows.items():
            if kind == PLAIN:
                m = OBJECT.match(self.raw, first)
                if not m or int(m[1]) != number or not m[3]:
                    yield f"object {number} does not begin where it says"
                continue
            group = self.group(first)
            if not group or second >= len(group.objects) or \
                    group.objects[second][0] != number:
                yield f"object {number} is not the {second}th of {first}"
        for number in sorted({first for kind, first, _ in self.rows.values()
                              if kind == GROUPED}):
            yield from self._group_problems(number)

    def _group_problems(self, number):
        group = self.group(number)
        if not group:
            return
        if not group.is_one or len(group.head) != 2 * group.n:
            yield f"{number} has not {group.n} objects"
        for inner, body in group.objects:
            if re.search(rb"\b(obj|endobj|stream)\b", body):
                yield f"{inner} in {number} is more than a value"


class Packed:
    """A file with a stream for a table, to be changed byte by byte."""

    def __init__(self, raw):
        self.table = Table(raw)
        places = sorted((at, n) for n, at in self.table.places())
        self.head = raw[:places[0][0]]
        self.bodies = {
            number: raw[at:end] for (at, number), (end, _) in
            zip(places, places[1:])}  # the last is the table
        self.own = places[-1][1]

    def group_with(self, text):
        """The number of the stream of objects in which text stands."""
        for number in self.bodies:
            found = stream_at(self.bodies[number], 0)
            if found and b"/ObjStm" in found[0] and text in found[1]:
                return number
        raise KeyError(text)

    def edit(self, number, change, keys=lambda x: x):
        old, data = stream_at(self.bodies[number], 0)
        new = change(data)
        self.bodies[number] = self._stream(number, keys(old), new)

    @staticmethod
    def _stream(number, keys, data):
        keys = re.sub(rb"/Filter ?/FlateDecode|/Length \d+", b"", keys)
        return b"%d 0 obj\n%s/Length %d>>stream\n%s\nendstream\nendobj\n" % (
            number, keys[:-2], len(data), data)

    def write(self, rows=lambda x: x, data=lambda x: x, keys=lambda x: x):
        """The file; its table's rows, their bytes, its keys are changed."""
        out, kept = self.head, dict(self.table.rows)
        for number, body in self.bodies.items():
            kept[number] = (PLAIN, len(out), 0)
            out += body
        kept[self.own] = (PLAIN, len(out), 0)
        packed = b"\0\0\0\0\0\xff\xff" + b"".join(
            bytes([kind]) + first.to_bytes(4, "big") +
            second.to_bytes(2, "big")
            for _, (kind, first, second) in sorted(rows(kept).items()))
        at = len(out)
        out += self._stream(self.own, keys(self.table.keys), data(packed))
        return out + b"startxref\n%d\n%%%%EOF\n" % at
