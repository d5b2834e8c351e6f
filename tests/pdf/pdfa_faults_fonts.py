"""Faults of fonts, metadata and navigation."""

import re

from pdfa_faults import ARTIFACT, fault


def font(d):
    return d.find("/Subtype", "/Type0")


def cid_font(d):
    return d.at(font(d)["/DescendantFonts"][0])


def descriptor(d):
    return d.at(cid_font(d)["/FontDescriptor"])


@fault("font_dictionaries", "names that differ")
def _(d):
    descriptor(d)["/FontName"] = "/ABCDEF+Other"


@fault("font_dictionaries", "no subset's name")
def _(d):
    font(d)["/BaseFont"] = cid_font(d)["/BaseFont"] = \
        descriptor(d)["/FontName"] = "/Plain"


@fault("cid_fonts", "no Registry")
def _(d):
    del cid_font(d)["/CIDSystemInfo"]["/Registry"]


@fault("cid_fonts", "a CMap that is not embedded")
def _(d):
    font(d)["/Encoding"] = "/MyOwn-H"


@fault("embedded", "no program")
def _(d):
    for key in ("/FontFile2", "/FontFile3"):
        descriptor(d).pop(key, None)


@fault("embedded", "a glyph that the program lacks")
def _(d):
    name = next(iter(d.resources()["/Font"])).encode()
    d.draw(ARTIFACT % (b"BT " + name + b" 1 Tf <fffe> Tj ET"))


@fault("cid_sets", "a CIDSet")
def _(d):
    descriptor(d)["/CIDSet"] = d.add_stream({}, b"\xff")


@fault("widths", "another width than the program's")
def _(d):
    # the default, and all that are listed
    cid_font(d)["/DW"] = 333
    cid_font(d)["/W"] = []


def cmap(d, old, new):
    for ref in {x["/ToUnicode"] for n in range(9) for x in maybe_font(d, n)}:
        d.edit(ref, lambda data: re.sub(old, new, data))


def maybe_font(d, n):
    try:
        return [d.find("/Subtype", "/Type0", n)]
    except IndexError:
        return []


@fault("unicode", "codes without text")
def _(d):
    cmap(d, rb"(?s)\d+ beginbf(char|range).*endbf(char|range)", b"")


@fault("unicode", "U+0000")
def _(d):
    cmap(d, rb"\[<[0-9A-Fa-f]{4}", b"[<0000")


@fault("private_use", "a character of the private use area")
def _(d):
    cmap(d, rb"\[<[0-9A-Fa-f]{4}", b"[<E123")


@fault("notdef", ".notdef is shown")
def _(d):
    name = next(iter(d.resources()["/Font"])).encode()
    d.draw(ARTIFACT % (b"BT " + name + b" 1 Tf <0000> Tj ET"))


@fault("metadata_stream", "none")
def _(d):
    del d.root["/Metadata"]


@fault("metadata_stream", "an encoding in the packet's header")
def _(d):
    d.xmp('id="W5M0', 'encoding="UTF-8" id="W5M0')


@fault("metadata_stream", "no XML")
def _(d):
    d.xmp("</rdf:RDF>", "")


@fault("described", "a property that no schema has")
def _(d):
    d.xmp("<dc:title>", "<xmp:Mood>glad</xmp:Mood><dc:title>")


@fault("extensions", "a property without a type")
def _(d):
    d.xmp("<pdfaProperty:valueType>Integer</pdfaProperty:valueType>", "")


@fault("extensions", "a schema without a prefix")
def _(d):
    d.xmp("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "")


@fault("identification", "level B")
def _(d):
    d.xmp("<pdfaid:conformance>A", "<pdfaid:conformance>B")


@fault("identification_ua", "part 2")
def _(d):
    d.xmp("<pdfuaid:part>1", "<pdfuaid:part>2")


@fault("info", "another title")
def _(d):
    d.at(d.trailer["/Info"])["/Title"] = "u:Other"


@fault("info", "a date without D:")
def _(d):
    d.at(d.trailer["/Info"])["/CreationDate"] = "u:20240320"


@fault("title", "none")
def _(d):
    d.xmp("<dc:title>", "<dc:subject>")
    d.xmp("</dc:title>", "</dc:subject>")


@fault("title", "the file's name is shown")
def _(d):
    d.root["/ViewerPreferences"] = {"/DisplayDocTitle": False}


def annotation(d, **entries):
    d.page()["/Annots"] = [{"/Type": "/Annot", "/Rect": [0, 0, 9, 9],
                            **{f"/{k}": v for k, v in entries.items()}}]


@fault("annotation", "a film")
def _(d):
    annotation(d, Subtype="/Movie", F=4)


@fault("annotation", "a link that is not printed")
def _(d):
    annotation(d, Subtype="/Link", Contents="u:x")


@fault("annotation", "a note without appearance")
def _(d):
    annotation(d, Subtype="/Text", F=4)


@fault("actions", "a script")
def _(d):
    d.root["/OpenAction"] = {"/S": "/JavaScript", "/JS": "u:1"}


@fault("actions", "actions of a page")
def _(d):
    d.page()["/AA"] = {}


@fault("elsewhere", "requirements")
def _(d):
    d.root["/Requirements"] = [{"/S": "/EnableJavaScripts"}]


@fault("elsewhere", "steps of a presentation")
def _(d):
    d.page()["/PresSteps"] = {}


def bookmark(d):
    return d.at(d.at(d.root["/Outlines"])["/First"])


@fault("outlines", "a wrong count")
def _(d):
    d.at(d.root["/Outlines"])["/Count"] += 1


@fault("outlines", "a bookmark of no page")
def _(d):
    bookmark(d)["/Dest"][0] = d.root["/Pages"]


@fault("outlines", "a bookmark that hangs elsewhere")
def _(d):
    bookmark(d)["/Parent"] = d.root["/Pages"]


@fault("page_labels", "none for the first page")
def _(d):
    d.root["/PageLabels"] = {"/Nums": [1, {"/S": "/D"}]}
