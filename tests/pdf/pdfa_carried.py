"""PDF/A-2 and PDF/A-3: embedded files (ISO 19005-2, 6.8; ISO 19005-3, 6.8)."""

import hashlib
import re

from pdf_file import REF, text_of
from pdfa_metadata import PDFA, value
from pdfa_rule import rule

RELATIONS = {"/Source", "/Data", "/Alternative", "/Supplement",
             "/EncryptedPayload", "/FormData", "/Schema", "/Unspecified"}
MIME = re.compile(r"/[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+", re.I)


def specifications(file):
    return [(id, d) for id, d in file.dicts() if "/EF" in d]


def part(file):
    return value(file, PDFA + "id/", "part")


def streams(file):
    for id, d in specifications(file):
        yield id, file.get(d, "/EF", "/F")


@rule("6.8")
def embedded_files(file):
    for id, d in specifications(file):
        if not {"/F", "/UF"} <= set(d):
            yield f"{id}: a file without /F or /UF"
        if not text_of(d.get("/Desc")):
            yield f"{id}: a file of which nothing is said"
        if part(file) != "3":
            yield f"{id}: a file in PDF/A-2 that may be no PDF/A"


@rule("6.8")
def relationships(file):
    if part(file) != "3":
        return
    listed = file.list(file.root, "/AF")
    for id, d in specifications(file):
        if d.get("/AFRelationship") not in RELATIONS:
            yield f"{id}: a file of no relationship"
        if not any(x is d for x in listed):
            yield f"{id}: a file of no part of the document"
    if any(not isinstance(x, dict) or "/EF" not in x for x in listed):
        yield "/AF lists what is no file"


@rule("6.8")
def mime_types(file):
    for id, stream in streams(file):
        if not stream or not MIME.fullmatch(stream.dict.get("/Subtype", "")):
            yield f"{id}: no MIME type"


@rule("PDF 7.11.4.1")
def file_parameters(file):
    for id, stream in streams(file):
        if not stream:
            continue
        data = stream.bytes()
        params = file.get(stream.dict, "/Params") or {}
        if params.get("/Size", len(data)) != len(data):
            yield f"{id}: /Size is {params['/Size']}, not {len(data)}"
        sum_ = params.get("/CheckSum")
        own = hashlib.md5(data).hexdigest()
        if sum_ is not None and checksum(sum_) != own:
            yield f"{id}: /CheckSum is {sum_}, not {own}"


def checksum(value):
    """Hexadecimal, however qpdf shows the string."""
    return value[2:].lower() if value[:2] == "b:" else \
        value[2:].encode("latin-1", "replace").hex()


def leaves(file, node):
    yield from zip(*[iter(file.get(node, "/Names") or [])] * 2)
    for kid in file.get(node, "/Kids") or []:
        yield from leaves(file, kid)


@rule("PDF 7.7.4, 7.9.6")
def named_files(file):
    """Every file is in the tree that viewers list, in the order of names."""
    rows = list(leaves(file, file.get(file.root, "/Names", "/EmbeddedFiles")))
    names = [name for name, _ in rows]
    if names != sorted(set(names)):
        yield f"the names are out of order: {names}"
    shown = [ref for _, ref in rows if isinstance(ref, str) and REF.match(ref)]
    for id, d in specifications(file):
        if id not in shown and not any(ref is d for _, ref in rows):
            yield f"{id}: a file that is not listed"
