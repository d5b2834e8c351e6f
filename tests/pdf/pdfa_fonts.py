"""PDF/A-2: fonts (ISO 19005-2, 6.2.11), level A: every code has its text."""

import re

from pdf_fonts import Cff, Font, TrueType, shown
from pdfa_rule import rule

PREDEFINED = {"/Identity-H", "/Identity-V"}  # of those of table 118


def fonts(file):
    """Every font that the file has, and those of Type0 taken apart."""
    if not hasattr(file, "fonts"):
        refs = sorted({ref for page in file.pages for ref in
                       (file.get(page.dict, "/Resources", "/Font")
                        or {}).values()})
        file.fonts = {ref: Font(file, ref) for ref in refs}
    return file.fonts


def codes(file):
    """Font, code, whether ActualText is beside it, page: each once."""
    if not hasattr(file, "codes"):
        known = fonts(file)
        file.codes = [(known[ref], code, actual, page) for ref, code, actual,
                      page in sorted(set(shown(file)))]
    return file.codes


@rule("6.2.11.2")
def font_dictionaries(file):
    for ref, font in fonts(file).items():
        base = font.cid.get("/BaseFont")
        if font.dict.get("/Type") != "/Font" or \
                font.dict.get("/Subtype") != "/Type0" or \
                font.cid.get("/Type") != "/Font" or \
                font.cid.get("/Subtype") not in ("/CIDFontType0",
                                                 "/CIDFontType2"):
            yield f"{ref}: a font of no or another type"
        if not base or font.descriptor.get("/FontName") != base or \
                font.dict.get("/BaseFont") not in (
                    base, f"{base}-{str(font.dict.get('/Encoding'))[1:]}"):
            yield f"{ref}: its names differ"
        if not re.match(r"/[A-Z]{6}\+", base or ""):
            yield f"{ref}: no subset's name"


@rule("6.2.11.3")
def cid_fonts(file):
    for ref, font in fonts(file).items():
        info = file.get(font.cid, "/CIDSystemInfo") or {}
        if not {"/Registry", "/Ordering", "/Supplement"} <= set(info):
            yield f"{ref}: no CIDSystemInfo"
        if font.cid.get("/Subtype") == "/CIDFontType2" and \
                not font.cid.get("/CIDToGIDMap"):
            yield f"{ref}: no CIDToGIDMap"
        if font.dict.get("/Encoding") not in PREDEFINED:
            yield f"{ref}: its CMap is not embedded"


@rule("6.2.11.4.1")
def embedded(file):
    wants = {"/CIDFontType0": Cff, "/CIDFontType2": TrueType}
    for ref, font in fonts(file).items():
        wanted = wants.get(font.cid.get("/Subtype"), type(None))
        if not isinstance(font.program, wanted):
            yield f"{ref}: not embedded, or as another kind of font"
        stream = file.get(font.descriptor, "/FontFile3")
        if stream and stream.dict.get("/Subtype") != "/CIDFontType0C":
            yield f"{ref}: {stream.dict.get('/Subtype')}"
    for font, code, _, page in codes(file):
        if code not in font.program_widths:
            yield f"page {page}: {font.ref} has no glyph for {code}"


@rule("6.2.11.4.2")
def cid_sets(file):
    for id, d in file.dicts():
        if {"/CIDSet", "/CharSet"} & set(d):
            yield f"{id}: a list of glyphs, which need not be there"


@rule("6.2.11.5")
def widths(file):
    for font, code, _, page in codes(file):
        said = font.width.get(code, font.default)
        is_ = font.program_widths.get(code, said)
        if abs(said - is_) > 1:
            yield f"page {page}: {font.ref} {code}: {said}, not {is_:.1f}"


@rule("6.2.11.7.2")
def unicode(file):
    for ref, font in fonts(file).items():
        for code, text in font.unicode.items():
            if not text or set(text) & set("\0\ufeff\ufffe"):
                yield f"{ref}: {code} is {text!r}"
    for font, code, _, page in codes(file):
        if code not in font.unicode:
            yield f"page {page}: {font.ref} {code} is no text"


def is_private(text):
    return any("\ue000" <= c <= "\uf8ff" or c >= "\U000f0000" for c in text)


@rule("6.2.11.7.3")
def private_use(file):
    for font, code, actual, page in codes(file):
        if is_private(font.unicode.get(code, "")) and not actual:
            yield f"page {page}: {font.ref} {code} has no ActualText"


@rule("6.2.11.8")
def notdef(file):
    for font, code, _, page in codes(file):
        if code == 0:
            yield f"page {page}: {font.ref} shows .notdef"
