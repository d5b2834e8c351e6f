"""PDF/A-2a and PDF/UA-1: annotations, their looks and their place in the
structure (ISO 19005-2, 6.3; ISO 14289-1, 7.18; ISO 32000-1, 12.5)."""

import collections

from pdf_file import Stream, text_of
from pdfa_metadata import annotations
from pdfa_rule import rule
from pdfa_tags import elements, number_tree

NEAR = 0.01  # [pt]


def references(file):
    for page in file.pages:
        refs = page.dict.get("/Annots") or []
        for ref in file.get(refs) if isinstance(refs, str) else refs:
            yield page, ref, file.get(ref)


@rule("UA 7.18.1, PDF 14.7.4.3")
def annotation_structure(file):
    """Each is in the element that the parent tree tells."""
    root = file.get(file.root, "/StructTreeRoot") or {}
    tree = number_tree(file, root.get("/ParentTree"))
    element = {e.ref: e for e in elements(file)}
    owned = set()
    for page, ref, x in references(file):
        kind = x.get("/Subtype")
        if kind == "/Popup":
            continue
        e = element.get(tree.get(x.get("/StructParent")))
        want = "/Link" if kind == "/Link" else "/Annot"
        if e is None:
            yield f"page {page.number}: {kind} is of no element"
            continue
        if e.type != want:
            yield f"page {page.number}: {kind} is in {e.type}"
        if (page.id, ref) not in e.objects:
            yield f"page {page.number}: {kind} is not in its element"
        owned.add((page.id, ref))
    for e in elements(file):
        for place in e.objects:
            if place not in owned:
                yield f"{e.ref}: {place} is no annotation of it"


@rule("UA 7.18.1")
def annotation_text(file):
    for page, x in annotations(file):
        if x.get("/Subtype") != "/Popup" and \
                not (text_of(x.get("/Contents")) or "").strip():
            yield f"page {page.number}: {x.get('/Subtype')} says nothing"


@rule("PDF 12.5.6.10, 12.5.6.5")
def quads(file):
    for page, x in annotations(file):
        where, q = f"page {page.number}", x.get("/QuadPoints")
        if q is None:
            if x.get("/Subtype") in ("/Highlight", "/Underline",
                                     "/StrikeOut", "/Squiggly"):
                yield f"{where}: {x['/Subtype']} without QuadPoints"
            continue
        left, bottom, right, top = x["/Rect"]
        if not q or len(q) % 8:
            yield f"{where}: {len(q)} numbers in QuadPoints"
        if not all(left - NEAR <= a <= right + NEAR for a in q[::2]) or \
                not all(bottom - NEAR <= a <= top + NEAR for a in q[1::2]):
            yield f"{where}: QuadPoints outside of Rect"


@rule("6.3.3")
def appearances(file):
    for page, x in annotations(file):
        look = file.get(x.get("/AP")) or {}
        form = file.get(look.get("/N"))
        where = f"page {page.number}: {x.get('/Subtype')}"
        if set(look) - {"/N"}:
            yield f"{where} has more looks than one"
        if "/N" in look and not (isinstance(form, Stream) and
                                 form.dict.get("/Subtype") == "/Form"):
            yield f"{where}: its look is no form"
        elif form and form.dict.get("/BBox") != x["/Rect"]:
            yield f"{where}: its look is drawn elsewhere"


@rule("PDF 12.5.2, 12.3.2")
def annotation_places(file):
    """Names differ, pages are theirs, links lead to pages."""
    ids = {page.id for page in file.pages}
    for page in file.pages:
        names = collections.Counter(
            text_of(x.get("/NM")) for p, x in annotations(file) if p is page)
        for name, n in names.items():
            if name and n > 1:
                yield f"page {page.number}: {name} {n} times"
    for page, x in annotations(file):
        if x.get("/P", page.id) != page.id:
            yield f"page {page.number}: {x.get('/Subtype')} of another page"
        dest = file.get(x.get("/Dest"))
        if x.get("/Subtype") == "/Link" and "/A" not in x and \
                not (isinstance(dest, list) and dest[0] in ids):
            yield f"page {page.number}: a link to nowhere"
