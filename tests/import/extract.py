"""The words of an old document, row by row, by other means than the program's
own: html.parser, zipfile and ElementTree.  A row is what the log counts: a
line of a text or a web page, a paragraph of a Word document; 0 is beside them.
A NUL stands where one cell, line or note ends and another begins.
"""

import html.parser
import io
import re
import xml.etree.ElementTree as ET
import zipfile

FFFD = "\ufffd"
BREAK = "\0"


# --- text ------------------------------------------------------------------

def decode(data):
    """A text of any encoding that the cases are in."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"),
                       (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark):].decode(name)
    said = re.search(rb"charset=.?big5", data[:2000], re.I)
    for name in ("big5hkscs",) if said else ("utf-8", "gb18030", "big5hkscs"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            pass
    # One U+FFFD for bytes in a row that are no text.
    return re.sub(FFFD + "+", FFFD, data.decode("utf-8", "replace"))


def text_rows(data):
    text = re.sub("\r\n?", "\n", decode(data))
    return dict(enumerate(text.split("\n"), 1))


# --- web pages -------------------------------------------------------------

class Page(html.parser.HTMLParser):
    """Every text but of scripts and styles, by the line it begins on."""

    UNSEEN = {"script", "style", "title"}
    INLINE = {"a", "b", "em", "font", "i", "o:p", "ruby", "span", "st1:chsdate",
              "strong", "sub", "sup", "u"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.rows, self.open, self.made = {}, "", set()

    def add(self, words):
        row = self.getpos()[0]
        for offset, line in enumerate(words.split("\n")):
            self.rows[row + offset] = self.rows.get(row + offset, "") + line

    def handle_starttag(self, tag, attrs):
        if tag in self.UNSEEN:
            self.open = tag
        if tag == "li":
            self.made.add(self.getpos()[0])
        if tag not in self.INLINE:
            self.add(BREAK)
        if tag == "img":
            self.add((dict(attrs).get("alt") or "") + BREAK)

    def handle_endtag(self, tag):
        if tag == self.open:
            self.open = ""
        if tag not in self.INLINE:
            self.add(BREAK)

    def handle_data(self, data):
        if not self.open:
            self.add(data)

    def unknown_decl(self, data):
        """<![if …]>, as Word writes it, says nothing."""


def html_rows(data):
    page = Page()
    page.feed(re.sub("\r\n?", "\n", decode(data)))
    page.close()
    return page.rows, page.made


# --- Word documents --------------------------------------------------------

def local(e):
    return e.tag.rpartition("}")[2]


def attribute(e, name):
    return next((v for k, v in e.attrib.items()
                 if k.rpartition("}")[2] == name), "")


class Body:
    """Paragraphs in their order; those of a text box follow the one it hangs
    on; notes stand where they are referred to."""

    def __init__(self, notes, styles):
        self.rows, self.row, self.notes = {}, 0, notes
        self.styles, self.made = styles, set()

    def add(self, words):
        self.rows[self.row] = self.rows.get(self.row, "") + words

    def paragraph(self, p):
        self.row += 1
        if any(local(x) == "numPr" or (
                local(x) == "pStyle" and attribute(x, "val") in self.styles)
               for x in p.iter()):
            self.made.add(self.row)
        boxes = []
        self.inside(p, boxes)
        for box in boxes:
            self.blocks(box)

    def inside(self, e, boxes):
        for c in e:
            name = local(c)
            if name in ("t", "delText"):
                self.add(c.text or "")
            elif name == "sym":
                code = int(attribute(c, "char") or "0", 16)
                own = 0xE000 <= code < 0xF900
                self.add(FFFD if own else chr(code))
            elif name == "noBreakHyphen":
                self.add("-")
            elif name == "docPr":
                self.add(BREAK + attribute(c, "descr") + BREAK)
            elif name in ("br", "cr"):
                self.add(BREAK)
            elif name in ("footnoteReference", "endnoteReference",
                          "commentReference"):
                note = self.notes.get((name, attribute(c, "id")), "")
                self.add(BREAK + note + BREAK)
            elif name == "txbxContent":
                boxes.append(c)
            elif name not in ("Fallback", "instrText"):
                self.inside(c, boxes)

    def blocks(self, e):
        for c in e:
            if local(c) == "p":
                self.paragraph(c)
            else:
                self.blocks(c)


def words(e):
    return "".join(x.text or "" for x in e.iter()
                   if local(x) in ("t", "delText"))


def numbered_styles(styles):
    return {attribute(e, "styleId") for e in styles
            if any(local(x) == "numPr" for x in e.iter())}


def docx_rows(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    part = {name: ET.fromstring(archive.read(name))
            for name in archive.namelist() if name.endswith(".xml")}
    notes = {}
    for kind in ("footnote", "endnote", "comment"):
        for note in part.get(f"word/{kind}s.xml", ()):
            notes[kind + "Reference", attribute(note, "id")] = words(note)
    body = Body(notes, numbered_styles(part.get("word/styles.xml", ())))
    body.blocks(part["word/document.xml"])
    margins = [words(root) for name, root in sorted(part.items())
               if re.match(r"word/(header|footer)\d*\.xml$", name)]
    return {0: BREAK.join(margins), **body.rows}, body.made


def rows(name, data):
    """({row: text}, rows whose ordinal the format makes: none of its words)"""
    if name.endswith(".docx"):
        return docx_rows(data)
    if name.endswith(".html"):
        return html_rows(data)
    return text_rows(data), set()
