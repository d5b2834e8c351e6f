"""A Word document as ISO/IEC 29500 has it: its parts, the order of elements
that Word insists on, and the text as a reader sees it, numbers included."""

import io
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = ("{http://schemas.openxmlformats.org/officeDocument/2006/"
     "relationships}")

# The children of an element in the order of its schema (17.3 - 17.15), those
# that we write; a * may be there more than once.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl "
           "numPr pBdr tabs overflowPunct autoSpaceDE autoSpaceDN snapToGrid "
           "spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs color spacing w sz szCs lang",
    "numPr": "ilvl numId",
    "pBdr": "top left bottom right between",
    "tblPr": "tblStyle tblpPr tblW jc tblInd tblBorders tblLayout tblCellMar "
             "tblCaption",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tbl": "tblPr tblGrid tr*",
    "tr": "trPr tc*",
    "trPr": "cantSplit trHeight tblHeader",
    "tc": "tcPr p*",
    "tcPr": "tcW gridSpan vMerge textDirection vAlign",
    "sectPr": "footerReference* type pgSz pgMar titlePg docGrid",
    "style": "name aliases basedOn next link qFormat pPr rPr tblPr",
    "styles": "docDefaults style*",
    "docDefaults": "rPrDefault pPrDefault",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "abstractNum": "multiLevelType lvl*",
    "num": "abstractNumId lvlOverride*",
    "numbering": "abstractNum* num*",
    "font": "altName charset family pitch",
    "settings": "evenAndOddHeaders characterSpacingControl compat",
    "compat": "spaceForUL balanceSingleByteDoubleByteWidth "
              "doNotExpandShiftReturn adjustLineHeightInTable useFELayout "
              "compatSetting",
}


def local(e):
    return e.tag.rpartition("}")[2]


def order_problems(root):
    """Children that are unknown, twice, or before one that goes first."""
    for e in root.iter():
        if not e.tag.startswith(W) or local(e) not in ORDER:
            continue
        order = ORDER[local(e)].split()
        names = [name.rstrip("*") for name in order]
        last = -1
        for child in e:
            if local(child) not in names:
                yield f"{local(child)} in {local(e)} is not in the table"
                continue
            at = names.index(local(child))
            if at < last or (at == last and not order[at].endswith("*")):
                yield f"{local(child)} stands too late in {local(e)}"
            last = max(last, at)


class Word:
    def __init__(self, data):
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.archive.namelist()
        self.root = {name: ET.fromstring(self.archive.read(name))
                     for name in self.names if not name.endswith(".png")}
        self.body = self.root["word/document.xml"][0]

    def problems(self):
        if self.names[0] != "[Content_Types].xml":
            yield f"{self.names[0]} comes first"
        if any(i.date_time != (1980, 1, 1, 0, 0, 0)
               for i in self.archive.infolist()):
            yield "a part has a time"
        yield from self.relation_problems()
        for name, root in self.root.items():
            yield from (f"{name}: {p}" for p in order_problems(root))
        yield from self.reference_problems()

    def relation_problems(self):
        types = self.root["[Content_Types].xml"]
        known = {e.get("PartName", "").lstrip("/") for e in types}
        suffixes = {e.get("Extension") for e in types}
        used = set()
        for name in (n for n in self.names if n.endswith(".rels")):
            base = posixpath.dirname(posixpath.dirname(name))
            used |= {posixpath.join(base, e.get("Target"))
                     for e in self.root[name]}
        for name in self.names[1:]:
            if name not in known and name.rpartition(".")[2] not in suffixes:
                yield f"{name} has no type"
            if name not in used and not name.endswith(".rels"):
                yield f"nothing is related to {name}"
        yield from (f"{name} is missing" for name in used - set(self.names))

    def reference_problems(self):
        """Styles, numbers and relations that are used are there."""
        styles = {e.get(W + "styleId")
                  for e in self.root["word/styles.xml"].iter(W + "style")}
        numbers = {e.get(W + "numId")
                   for e in self.root["word/numbering.xml"].iter(W + "num")}
        related = {e.get("Id")
                   for e in self.root["word/_rels/document.xml.rels"]}
        for root in self.root.values():
            for e in root.iter():
                value = e.get(W + "val")
                if local(e) in ("pStyle", "rStyle", "tblStyle", "basedOn",
                                "next", "link") and value not in styles:
                    yield f"no style {value}"
                if local(e) == "numId" and value not in numbers:
                    yield f"no number {value}"
        for e in self.body.iter():
            for name in (R + "id", R + "embed"):
                if e.get(name) and e.get(name) not in related:
                    yield f"no relation {e.get(name)}"
        for e in self.body.iter():
            if local(e) == "docPr" and not e.get("descr"):
                yield "a picture without words"

    def paragraphs(self):
        """What they say, in their order."""
        label = Labels(self.root["word/numbering.xml"])
        for p in self.body.iter(W + "p"):
            text = label.of(p)
            for e in p.iter():
                if e.tag == W + "t":
                    text += e.text or ""
                elif e.tag in (W + "tab", W + "br"):
                    text += " "
            yield text


def han(n):
    digit = "零一二三四五六七八九"
    if n < 10:
        return digit[n]
    ten = ("" if n < 20 else digit[n // 10]) + "十"
    return ten + (digit[n % 10] if n % 10 else "")


class Labels:
    """Counts as 17.9 says: a level anew behind one above it in its list."""

    def __init__(self, numbering):
        self.level, self.list, self.start, self.count = {}, {}, {}, {}
        for abstract in numbering.iter(W + "abstractNum"):
            for e in abstract.iter(W + "lvl"):
                place = (abstract.get(W + "abstractNumId"),
                         int(e.get(W + "ilvl")))
                self.level[place] = {local(c): c.get(W + "val") for c in e}
        for num in numbering.iter(W + "num"):
            name = num.get(W + "numId")
            self.list[name] = num[0].get(W + "val")
            for o in num.iter(W + "lvlOverride"):
                self.start[name, int(o.get(W + "ilvl"))] = int(
                    o[0].get(W + "val"))

    def of(self, p):
        found = p.find(f"{W}pPr/{W}numPr")
        if found is None:
            return ""
        at, num = (int(found[0].get(W + "val")), found[1].get(W + "val"))
        name = self.list[num]
        self.count[name, at] = self.start.pop(
            (num, at), self.count.get((name, at), 0) + 1)
        for place in [p for p in self.count if p[0] == name and p[1] > at]:
            del self.count[place]
        get = self.level[name, at]
        number = (han if get["numFmt"] == "chineseCounting"
                  else str)(self.count[name, at])
        return re.sub(r"%\d", number, get["lvlText"])
