"""PDF/A-2 and PDF/UA-1: metadata, navigation, annotations, actions
(ISO 19005-2, 6.3-6.6, 6.9-6.11; ISO 14289-1, 5, 7.1, 7.17, 7.18)."""

import re
import xml.etree.ElementTree as tree

from pdf_file import Stream, text_of
from pdfa_rule import rule

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
META = "{adobe:ns:meta/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DC, XMP = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/"
PDF = "http://ns.adobe.com/pdf/1.3/"
PDFA = "http://www.aiim.org/pdfa/ns/"
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
# What XMP 2004 knows of the schemas that such files use; the container itself
PREDEFINED = {
    DC: "contributor coverage creator date description format identifier "
        "language publisher relation rights source subject title type",
    XMP: "Advisory BaseURL CreateDate CreatorTool Identifier Label "
         "MetadataDate ModifyDate Nickname Rating Thumbnails",
    PDF: "Keywords PDFVersion Producer Trapped",
    "http://ns.adobe.com/xap/1.0/mm/": "DocumentID InstanceID RenditionOf "
                                       "VersionID",
    PDFA + "id/": "part amd conformance corr rev",
    PDFA + "extension/": "schemas",
}
VALUES = {"Text", "Integer", "Date", "Boolean", "URI", "Real", "Lang Alt",
          "bag Text", "seq Text", "alt Text", "bag ProperName",
          "seq ProperName", "ProperName", "MIMEType", "seq Date", "URL"}
ANNOTATIONS = set(
    "/Text /Link /FreeText /Line /Square /Circle /Polygon /PolyLine "
    "/Highlight /Underline /Squiggly /StrikeOut /Stamp /Caret /Ink /Popup "
    "/FileAttachment /Widget /PrinterMark /TrapNet /Watermark".split())
ACTIONS = {"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named",
           "/SubmitForm"}
NAMED = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"}
PRINT, FORBIDDEN = 4, 1 | 2 | 32 | 256  # Invisible Hidden NoView Toggle…


def packet(file):
    stream = file.get(file.root, "/Metadata")
    return stream.bytes().decode("utf-8") if stream else ""


def descriptions(file):
    return tree.fromstring(packet(file)).findall(f"{RDF}RDF/{RDF}Description")


def properties(file):
    """{(namespace, name): element, or the text of an attribute}"""
    out = {}
    for d in descriptions(file):
        pairs = [(x.tag, x) for x in d] + list(d.attrib.items())
        for tag, x in pairs:
            space, _, name = tag[1:].partition("}")
            if space != RDF[1:-1]:
                out[space, name] = x
    return out


def plain(element):
    """The text of a property, or of the only item it has."""
    if element is None or isinstance(element, str):
        return element
    items = element.findall(f"*/{RDF}li")
    return (items[0].text if items else element.text) or ""


def value(file, space, name):
    return plain(properties(file).get((space, name)))


@rule("6.6.2.1")
def metadata_stream(file):
    stream = file.get(file.root, "/Metadata")
    if not isinstance(stream, Stream):
        yield "the catalog has no metadata"
        return
    if stream.dict.get("/Type") != "/Metadata" or \
            stream.dict.get("/Subtype") != "/XML":
        yield "the metadata are no XML stream"
    if stream.filters():
        yield "packed, so that no simple program finds it"
    head = re.match(r"\s*<\?xpacket ([^?]*)\?>", packet(file))
    if not head or not re.search(r"<\?xpacket end=[\"'][rw][\"']\?>\s*$",
                                 packet(file)):
        yield "no packet"
    elif re.search(r"\b(bytes|encoding)\s*=", head[1]):
        yield "the packet's header tells its bytes or its encoding"
    root = tree.fromstring(packet(file))
    if root.tag != f"{META}xmpmeta" or len(root.findall(f"{RDF}RDF")) != 1:
        yield "no RDF in the packet"


def schemas(file):
    """The extension schemas: {namespace: {property: fields}} and faults."""
    box = properties(file).get((PDFA + "extension/", "schemas"))
    known, faults = {}, []
    for li in box.findall(f"{RDF}Bag/{RDF}li") if box is not None else []:
        s = {x.tag.split("}")[1]: x for x in li
             if x.tag.startswith(f"{{{PDFA}schema#}}")}
        missing = {"schema", "namespaceURI", "prefix", "property"} - set(s)
        if missing:
            faults.append(f"a schema without {sorted(missing)}")
            continue
        rows = known.setdefault(plain(s["namespaceURI"]), {})
        for p in s["property"].findall(f"{RDF}Seq/{RDF}li"):
            fields = {x.tag.split("}")[1]: x.text for x in p
                      if x.tag.startswith(f"{{{PDFA}property#}}")}
            rows[fields.get("name")] = fields
    return known, faults


@rule("6.6.2.3.1")
def described(file):
    known, _ = schemas(file)
    for space, name in properties(file):
        if name not in PREDEFINED.get(space, "").split() and \
                name not in known.get(space, ()):
            yield f"{name} of {space} is described nowhere"


@rule("6.6.2.3.2, 6.6.2.3.3")
def extensions(file):
    known, faults = schemas(file)
    yield from faults
    for space, rows in known.items():
        for name, fields in rows.items():
            missing = {"name", "valueType", "category",
                       "description"} - {k for k, v in fields.items() if v}
            if missing:
                yield f"{name} of {space} without {sorted(missing)}"
            elif fields["category"] not in ("internal", "external"):
                yield f"{name}: category {fields['category']}"
            elif fields["valueType"] not in VALUES:
                yield f"{name}: value type {fields['valueType']}"


@rule("6.6.4")
def identification(file):
    part = value(file, PDFA + "id/", "part")
    if part not in ("2", "3") or \
            value(file, PDFA + "id/", "conformance") != "A":
        yield "not identified as PDF/A-2a or 3a"
    if f'xmlns:pdfaid="{PDFA}id/"' not in packet(file):
        yield "the prefix is not pdfaid"


@rule("UA 5")
def identification_ua(file):
    if value(file, PDFUA, "part") != "1":
        yield "not identified as PDF/UA-1"
    if f'xmlns:pdfuaid="{PDFUA}"' not in packet(file):
        yield "the prefix is not pdfuaid"


@rule("6.6.3, practice")
def info(file):
    pairs = {"/Title": (DC, "title"), "/Author": (DC, "creator"),
             "/Subject": (DC, "description"), "/Keywords": (PDF, "Keywords"),
             "/Creator": (XMP, "CreatorTool"), "/Producer": (PDF, "Producer"),
             "/CreationDate": (XMP, "CreateDate"),
             "/ModDate": (XMP, "ModifyDate")}
    entries = file.get(file.trailer, "/Info") or {}
    for key, place in pairs.items():
        said, xmp = text_of(entries.get(key)), value(file, *place)
        if key.endswith("Date"):
            if said and not re.fullmatch(
                    r"D:\d{4}(\d\d){0,5}(Z|[+-]\d\d'\d\d'?)?", said):
                yield f"{key} is {said}"
            said = said and re.sub(r"\D", "", said)
            xmp = xmp and re.sub(r"\D", "", xmp)
        if said != xmp:
            yield f"{key} is {said}, in XMP {xmp}"


@rule("UA 7.1")
def title(file):
    element = properties(file).get((DC, "title"))
    if not (plain(element) or "").strip():
        yield "no dc:title"
    elif not any(x.get(LANG) == "x-default" for x in element.iter()):
        yield "dc:title has no x-default"
    if file.get(file.root, "/ViewerPreferences",
                "/DisplayDocTitle") is not True:
        yield "DisplayDocTitle is not true"


def annotations(file):
    for page in file.pages:
        for x in file.list(page.dict, "/Annots"):
            yield page, x


@rule("6.3, UA 7.18")
def annotation(file):
    for page, x in annotations(file):
        kind, flags = x.get("/Subtype"), x.get("/F", 0)
        where = f"page {page.number}: {kind}"
        if kind not in ANNOTATIONS:
            yield f"{where} is not allowed"
        if kind != "/Popup" and (not flags & PRINT or flags & FORBIDDEN):
            yield f"{where}: /F is {flags}"
        if kind not in ("/Popup", "/Link") and \
                not file.get(x, "/AP", "/N"):
            yield f"{where} has no appearance"
        if kind == "/Link" and not x.get("/Contents"):
            yield f"{where} has no Contents"
        if page.dict.get("/Tabs") != "/S":
            yield f"{where}: /Tabs is not /S"


@rule("6.4, 6.5")
def actions(file):
    form = file.get(file.root, "/AcroForm") or {}
    if "/XFA" in form or form.get("/NeedAppearances"):
        yield "a form that is drawn elsewhere"
    for id, d in file.dicts():
        if "/AA" in d:
            yield f"{id}: /AA"
        kind = d.get("/S")
        if kind not in ACTIONS and (
                d.get("/Type") == "/Action" or
                kind in ("/JavaScript", "/Launch", "/Sound", "/Movie",
                         "/ResetForm", "/ImportData", "/Hide",
                         "/SetOCGState", "/Rendition", "/Trans",
                         "/GoTo3DView")):
            yield f"{id}: action {kind}"
        if kind == "/Named" and d.get("/N") not in NAMED:
            yield f"{id}: named action {d.get('/N')}"


@rule("6.9-6.11")
def elsewhere(file):
    names = file.get(file.root, "/Names") or {}
    if "/AlternatePresentations" in names or "/Requirements" in file.root:
        yield "alternate presentations or requirements"
    if any("/PresSteps" in page.dict for page in file.pages):
        yield "presentation steps"
    layers = file.get(file.root, "/OCProperties") or {}
    for d in file.list(layers, "/D") + file.list(layers, "/Configs"):
        if not d.get("/Name") or "/AS" in d:
            yield "a configuration of layers without name, or with /AS"


def outline(file, ref, parent, seen):
    """Walks one level; yields faults, and how many open ones there are."""
    before, node = None, file.get(parent)
    while ref is not None:
        x = file.get(ref)
        if ref in seen or x is None:
            yield f"{ref}: no outline, or a circle"
            return
        seen.append(ref)
        if x.get("/Parent") != parent or x.get("/Prev") != before:
            yield f"{ref}: hangs at another place"
        if not (text_of(x.get("/Title")) or "").strip():
            yield f"{ref}: no title"
        place = file.list(x, "/Dest") or file.list(x, "/A", "/D")
        if not place or not any(p.dict is place[0] for p in file.pages):
            yield f"{ref}: leads to no page"
        if "/First" in x:
            yield from outline(file, x["/First"], ref, seen)
        before, ref = ref, x.get("/Next")
    if node.get("/Last") != before:
        yield f"{parent}: /Last is not the last"


@rule("PDF 12.3.3")
def outlines(file):
    ref = file.root.get("/Outlines")
    if ref is None:
        return
    seen = []
    yield from outline(file, file.get(ref, "/First") and
                       file.get(ref)["/First"], ref, seen)
    if file.get(ref, "/Count") != len(seen):
        yield f"/Count is {file.get(ref, '/Count')}, not {len(seen)}"


@rule("PDF 12.4.2")
def page_labels(file):
    nums = file.list(file.root, "/PageLabels", "/Nums")
    keys = nums[::2]
    if not nums or keys[0] != 0 or keys != sorted(set(keys)) or \
            keys[-1] >= len(file.pages):
        yield f"the pages' labels are {keys}"
    for x in nums[1::2]:
        if x.get("/S", "/D") not in ("/D", "/R", "/r", "/A", "/a") or \
                x.get("/St", 1) < 1:
            yield f"a label {x}"
