"""PDF/A-2: the fields of the record in XMP, and the extension schemas that
describe them (ISO 19005-2, 6.6.2.3)."""

import re

from pdf_file import text_of
from pdfa_metadata import (DC, PDF, PDFA, PREDEFINED, RDF, XMP, packet, plain,
                           properties, schemas, value)
from pdfa_rule import rule

RECORD = "urn:x-nianbao:gbt33480-2016:"
ARCHIVED = "urn:x-nianbao:dat46-2009:"
SAID_AGAIN = {"主题词": (DC, "subject"), "摘要": (DC, "description")}
# The prefixes that the container must have (6.6.2.3.3)
PREFIXES = {"pdfaExtension": PDFA + "extension/", "pdfaSchema": PDFA + "schema#",
            "pdfaProperty": PDFA + "property#"}
SHAPES = {"Integer": r"[+-]?\d+", "Real": r"[+-]?\d*\.?\d+",
          "Boolean": "True|False",
          "Date": r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?"
                  r"(Z|[+-]\d\d:\d\d))?)?)?"}
ARRAYS = {"seq": "Seq", "bag": "Bag", "alt": "Alt"}
NAME = re.compile(r"[A-Z_a-z\u00c0-\u02ff\u3007\u4e00-\u9fff]"
                  r"[\w.\-\u3007\u4e00-\u9fff]*")


def declared(file):
    """{prefix: namespaces} of the packet."""
    found = {}
    for prefix, space in re.findall(r'xmlns:([^=\s]+)="([^"]*)"', packet(file)):
        found.setdefault(prefix, set()).add(space)
    return found


@rule("6.6.2.3.3")
def container_prefixes(file):
    spaces = declared(file)
    for prefix, space in PREFIXES.items():
        if spaces.get(prefix, {space}) != {space}:
            yield f"the prefix {prefix} is for {spaces[prefix]}"
        if space in packet(file) and prefix not in spaces:
            yield f"{space} has another prefix than {prefix}"


@rule("6.6.2.3.2")
def schema_prefixes(file):
    """The prefix that a schema names is the one that is used."""
    spaces = declared(file)
    box = properties(file).get((PDFA + "extension/", "schemas"))
    if box is None:
        return
    if [x.tag for x in box] != [f"{RDF}Bag"]:
        yield "the schemas are no bag"
    for li in box.iter(f"{RDF}li"):
        s = {x.tag.split("}")[1]: x for x in li
             if x.tag.startswith(f"{{{PDFA}schema#}}")}
        if not {"namespaceURI", "prefix", "property"} <= set(s):
            continue
        prefix, space = plain(s["prefix"]), plain(s["namespaceURI"])
        if spaces.get(prefix) != {space}:
            yield f"{space} is said to be {prefix}, and is not"
        if [x.tag for x in s["property"]] != [f"{RDF}Seq"]:
            yield f"the properties of {prefix} are no sequence"


def wrong_value(kind, element):
    """What is wrong with a value of that type, or None."""
    array = ARRAYS.get(kind.split()[0])
    if array:
        lists = [x.tag for x in element]
        items = element.findall(f"{RDF}{array}/{RDF}li")
        if lists != [f"{RDF}{array}"] or not items:
            return f"is no {kind}"
        return None if all((x.text or "").strip() for x in items) else "blank"
    if len(element):
        return f"is a list, and no {kind}"
    text = element.text or ""
    if not text.strip():
        return "is blank"
    if not re.fullmatch(SHAPES.get(kind, ".*"), text, re.S):
        return f"is “{text}”, and no {kind}"
    return None


@rule("6.6.2.3.3")
def value_types(file):
    known, _ = schemas(file)
    for (space, name), x in properties(file).items():
        kind = known.get(space, {}).get(name, {}).get("valueType")
        if not kind or isinstance(x, str):
            continue
        wrong = wrong_value(kind, x)
        if wrong:
            yield f"{name} {wrong}"


@rule("6.6.2.3.1, practice")
def idle_schemas(file):
    """No property is described that is not there, none is described again."""
    used = properties(file)
    for space, rows in schemas(file)[0].items():
        for name in rows:
            if (space, name) not in used:
                yield f"{name} of {space} is described, but not used"
            if name in PREDEFINED.get(space, "").split():
                yield f"{name} of {space} is known already"
            if not NAME.fullmatch(name or ""):
                yield f"{name} is no name in XML"


def items(file, space, name):
    """All texts of a property, of a list or not; none when it is absent."""
    x = properties(file).get((space, name))
    if x is None:
        return []
    return [li.text for li in x.iter(f"{RDF}li")] or [x.text]


@rule("6.6.3, practice")
def record(file):
    """What the record says twice is the same."""
    title, date = (value(file, RECORD, x) for x in ("标题", "成文日期"))
    if title is not None and title != value(file, DC, "title"):
        yield f"标题 is {title}, dc:title another"
    made = value(file, XMP, "CreateDate")
    if date is not None and made is not None and not made.startswith(date):
        yield f"成文日期 is {date}, xmp:CreateDate {made}"
    if title is not None and text_of(
            (file.get(file.trailer, "/Info") or {}).get("/Title")) != title:
        yield f"标题 is {title}, /Title another"
    for name, place in SAID_AGAIN.items():
        fields, again = (items(file, *x) for x in ((ARCHIVED, name), place))
        if fields != again:
            yield f"{name} is {fields}, {place[1]} {again}"
    words = ", ".join(items(file, DC, "subject"))
    if words != (value(file, PDF, "Keywords") or ""):
        yield f"dc:subject is {words}, pdf:Keywords another"
