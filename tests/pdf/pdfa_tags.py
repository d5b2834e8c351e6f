"""PDF/A-2a and PDF/UA-1: the logical structure (ISO 19005-2, 6.7; ISO 14289-1,
7; ISO 32000-1, 14.7, 14.8)."""

import re

from pdf_file import text_of
from pdfa_rule import rule

HEADINGS = {f"/H{i}": i for i in range(1, 7)}
BLOCKS = {"/P", "/L", "/Table", "/Figure", "/Caption", "/Note", "/TOC",
          "/Link", "/BlockQuote", "/Formula", "/Form", "/H"} | set(HEADINGS)
GROUPS = {"/Document", "/Part", "/Art", "/Sect", "/Div"}
INLINE = {"/Span", "/Quote", "/Reference", "/Code", "/Link", "/Annot",
          "/Ruby", "/Warichu", "/BibEntry", "/Note"}
STANDARD = BLOCKS | GROUPS | INLINE | {
    "/LI", "/Lbl", "/LBody", "/TR", "/TH", "/TD", "/THead", "/TBody",
    "/TFoot", "/TOCI", "/Index", "/NonStruct", "/Private", "/RB", "/RT",
    "/RP", "/WT", "/WP"}
ROWS = {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"}
# Who may stand in whom, where it matters
INSIDE = {"/Document": BLOCKS | GROUPS, "/Table": ROWS, "/THead": {"/TR"},
          "/TBody": {"/TR"}, "/TFoot": {"/TR"}, "/TR": {"/TH", "/TD"},
          "/L": {"/L", "/LI", "/Caption"}, "/LI": {"/Lbl", "/LBody"},
          "/TOC": {"/TOC", "/TOCI", "/Caption"}}
ONLY_IN = {"/TR": {"/Table", "/THead", "/TBody", "/TFoot"}, "/TH": {"/TR"},
           "/TD": {"/TR"}, "/LI": {"/L"}, "/LBody": {"/LI"},
           "/TOCI": {"/TOC"}, "/THead": {"/Table"}, "/TBody": {"/Table"},
           "/TFoot": {"/Table"}}
# What paints: none of it may stand outside of marked content
PAINT = set("f F f* B B* b b* S s sh Do EI Tj TJ ' \"".split())
NUMBERED = {"/Decimal", "/UpperRoman", "/LowerRoman", "/UpperAlpha",
            "/LowerAlpha"}
NUMBERING = NUMBERED | {"/None", "/Disc", "/Circle", "/Square"}
TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z]{4})?(-[A-Za-z]{2}|-\d{3})?"
                 r"(-[A-Za-z0-9]{5,8}|-[0-9][A-Za-z0-9]{3})*"
                 r"(-[a-wyz]-[A-Za-z0-9-]+)?(-x-[A-Za-z0-9-]+)?")


class Element:
    def __init__(self, file, ref, parent, page):
        self.ref, self.parent = ref, parent
        self.dict = file.get(ref)
        self.type = self.dict.get("/S")
        self.page = self.dict.get("/Pg", page)
        self.kids = []     # elements
        self.content = []  # (page, MCID)
        self.objects = []  # (page, reference)

    def attributes(self, file, owner):
        return next((a for a in file.list(self.dict, "/A")
                     if isinstance(a, dict) and a.get("/O") == owner), {})

    def walk(self):
        yield self
        for kid in self.kids:
            yield from kid.walk()


def grow(file, ref, parent, page, depth=0):
    e = Element(file, ref, parent, page)
    kids = e.dict.get("/K", [])
    resolved = file.get(kids) if isinstance(kids, str) else kids
    for kid in resolved if isinstance(resolved, list) else [kids]:
        x = file.get(kid)
        if isinstance(x, int):
            e.content.append((e.page, x))
        elif x.get("/Type") == "/MCR":
            e.content.append((x.get("/Pg", e.page), x["/MCID"]))
        elif x.get("/Type") == "/OBJR":
            e.objects.append((x.get("/Pg", e.page), x["/Obj"]))
        elif depth < 100:
            e.kids.append(grow(file, kid, ref, e.page, depth + 1))
    return e


def roots(file):
    """The elements at the top."""
    if not hasattr(file, "structure"):
        ref = file.root.get("/StructTreeRoot")
        kids = file.get(ref, "/K")
        refs = file.get(ref)["/K"] if file.get(ref) else []
        if isinstance(kids, list):
            refs = kids
        else:
            refs = [refs] if refs else []
        file.structure = [grow(file, kid, ref, None) for kid in refs]
    return file.structure


def elements(file):
    return [e for root in roots(file) for e in root.walk()]


def of_type(file, kind):
    return [e for e in elements(file) if e.type == kind]


@rule("6.7.2, UA 7.1")
def marked(file):
    mark = file.get(file.root, "/MarkInfo") or {}
    if mark.get("/Marked") is not True:
        yield "/Marked is not true"
    if mark.get("/Suspects"):
        yield "/Suspects is true"


@rule("6.7.3.1")
def structure_tree(file):
    root = file.get(file.root, "/StructTreeRoot") or {}
    if root.get("/Type") != "/StructTreeRoot" or not root.get("/K"):
        yield "no structure"
    elif [e.type for e in roots(file)] != ["/Document"]:
        yield f"at the top: {[e.type for e in roots(file)]}"


@rule("6.7.3.4, UA 7.1")
def roles(file):
    mapped = file.get(file.root, "/StructTreeRoot", "/RoleMap") or {}
    for name, to in mapped.items():
        seen = [name]
        if name in STANDARD:
            yield f"{name} is remapped to {to}"
        while to in mapped and to not in seen:
            seen.append(to)
            to = mapped[to]
        if to not in STANDARD:
            yield f"{name} is nothing that is known"
    for e in elements(file):
        if e.type not in STANDARD and e.type not in mapped:
            yield f"{e.ref}: {e.type} is nothing that is known"


@rule("6.7.4, UA 7.2")
def language(file):
    if not text_of(file.root.get("/Lang")):
        yield "the document has no language"
    for id, d in file.dicts():
        tag = text_of(d.get("/Lang"))
        if tag and not TAG.fullmatch(tag):
            yield f"{id}: {tag} is no language"


def marks(file, page):
    """Walks the marked content of a page: operator, and what it is in from
    outside inwards: names and MCIDs."""
    properties = file.get(page.dict, "/Resources", "/Properties") or {}
    stack = []
    for op in file.contents(page):
        if op.name in ("BMC", "BDC"):
            what = op.args[1] if op.name == "BDC" else []
            if isinstance(what, str):
                d = file.get(properties.get(what)) or {}
                mcid = d.get("/MCID")
            else:
                pairs = dict(zip(map(str, what[::2]), what[1::2]))
                mcid = pairs.get("/MCID")
            stack.append((str(op.args[0]), mcid))
        yield op.name, list(stack)
        if op.name == "EMC" and stack:
            stack.pop()


def has_content(stack):
    return any(mcid is not None for _, mcid in stack)


@rule("UA 7.1")
def all_marked(file):
    for page in file.pages:
        depth = 0
        for name, stack in marks(file, page):
            depth += (name in ("BMC", "BDC")) - (name == "EMC")
            artifact = any(tag == "/Artifact" for tag, _ in stack)
            if name in PAINT and not artifact and not has_content(stack):
                yield f"page {page.number}: {name} is neither tagged nor " \
                      "artifact"
            if artifact and has_content(stack):
                yield f"page {page.number}: an artifact in tagged content"
        if depth != 0:
            yield f"page {page.number}: BDC and EMC do not match"


def page_mcids(file, page):
    return [stack[-1] for name, stack in marks(file, page)
            if name == "BDC" and stack[-1][1] is not None]


@rule("UA 7.1, PDF 14.7.4")
def content(file):
    """Every piece of marked content is of one element, that says so."""
    owner = {}
    for e in elements(file):
        for place in e.content:
            if place in owner:
                yield f"{e.ref}: {place} is of {owner[place].ref}, too"
            owner[place] = e
    for page in file.pages:
        seen = page_mcids(file, page)
        ids = [mcid for _, mcid in seen]
        if len(set(ids)) != len(ids):
            yield f"page {page.number}: an MCID twice"
        for tag, mcid in seen:
            e = owner.pop((page.id, mcid), None)
            if e is None:
                yield f"page {page.number}: {mcid} is of no element"
            elif tag not in (e.type, "/ReversedChars"):
                yield f"page {page.number}: {mcid} is {tag}, not {e.type}"
    for place, e in owner.items():
        yield f"{e.ref}: {place} is not on the page"


def number_tree(file, node):
    nums = file.get(node, "/Nums") or []
    out = dict(zip(nums[::2], nums[1::2]))
    for kid in file.get(node, "/Kids") or []:
        out.update(number_tree(file, kid))
    return out


@rule("PDF 14.7.4.4")
def parent_tree(file):
    root = file.get(file.root, "/StructTreeRoot") or {}
    tree = number_tree(file, root.get("/ParentTree"))
    owner = {place: e.ref for e in elements(file) for place in e.content}
    if list(tree) != sorted(tree):
        yield "the numbers do not ascend"
    if root.get("/ParentTreeNextKey", 0) <= max(tree, default=-1):
        yield "ParentTreeNextKey is in use"
    for page in file.pages:
        key = page.dict.get("/StructParents")
        row = file.get(tree.get(key))
        ids = [mcid for _, mcid in page_mcids(file, page)]
        if row is None:
            if ids:
                yield f"page {page.number}: not in the tree"
            continue
        for mcid in ids:
            if mcid >= len(row) or row[mcid] != owner.get((page.id, mcid)):
                yield f"page {page.number}: {mcid} leads elsewhere"
        if len(row) != max(ids, default=-1) + 1:
            yield f"page {page.number}: {len(row)} entries"


@rule("PDF 14.7.2")
def parents(file):
    for e in elements(file):
        if e.dict.get("/P") != e.parent:
            yield f"{e.ref}: its parent is another"
        if not e.kids and not e.content and not e.objects and \
                e.type not in ("/TD", "/TH", "/TR"):
            yield f"{e.ref}: {e.type} is empty"


@rule("UA 7.1, PDF 14.8.4")
def nesting(file):
    kind = {e.ref: e.type for e in elements(file)}
    for e in elements(file):
        above = kind.get(e.parent)
        if e.type in ONLY_IN and above not in ONLY_IN[e.type]:
            yield f"{e.ref}: {e.type} in {above}"
        if above in INSIDE and e.type not in INSIDE[above]:
            yield f"{e.ref}: {e.type} in {above}"
        if e.content and e.type in INSIDE:
            yield f"{e.ref}: {e.type} has text of its own"


@rule("UA 7.3")
def figures(file):
    for e in of_type(file, "/Figure"):
        alt = text_of(e.dict.get("/Alt")) or \
            text_of(e.dict.get("/ActualText"))
        box = e.attributes(file, "/Layout").get("/BBox")
        media = file.get(e.page, "/MediaBox")
        if not (alt or "").strip():
            yield f"{e.ref}: a figure without Alt"
        if not box or not media:
            yield f"{e.ref}: a figure without BBox"
        elif not (media[0] <= box[0] < box[2] <= media[2] and
                  media[1] <= box[1] < box[3] <= media[3]):
            yield f"{e.ref}: {box} is not on the page"


@rule("UA 7.4")
def headings(file):
    last = 0
    for e in elements(file):
        if e.type == "/H":
            yield f"{e.ref}: H beside H1"
        if e.type not in HEADINGS:
            continue
        level = HEADINGS[e.type]
        if level > last + 1:
            yield f"{e.ref}: {e.type} behind H{last}"
        last = level


def rows_of(table):
    return [e for e in table.walk() if e.type == "/TR"]


@rule("UA 7.5")
def tables(file):
    for table in of_type(file, "/Table"):
        taken, widths = {}, set()
        rows = rows_of(table)
        for r, row in enumerate(rows):
            column = 0
            for cell in row.kids:
                a = cell.attributes(file, "/Table")
                while (r, column) in taken:
                    column += 1
                for place in [(r + i, column + k)
                              for i in range(a.get("/RowSpan", 1))
                              for k in range(a.get("/ColSpan", 1))]:
                    if place in taken:
                        yield f"{cell.ref}: runs into another cell"
                    taken[place] = cell
            widths.add(sum(1 for at in taken if at[0] == r))
        if len(widths) != 1 or 0 in widths:
            yield f"{table.ref}: rows of {sorted(widths)} columns"
        if any(at[0] >= len(rows) for at in taken):
            yield f"{table.ref}: a cell runs out of it"


@rule("UA 7.5")
def table_heads(file):
    for table in of_type(file, "/Table"):
        for cell in (e for row in rows_of(table) for e in row.kids):
            scope = cell.attributes(file, "/Table").get("/Scope")
            if cell.type == "/TH" and scope not in ("/Row", "/Column",
                                                    "/Both"):
                yield f"{cell.ref}: TH with Scope {scope}"
            if cell.type == "/TD" and scope:
                yield f"{cell.ref}: TD with Scope"


@rule("UA 7.6")
def lists(file):
    for e in of_type(file, "/L"):
        numbering = e.attributes(file, "/List").get("/ListNumbering")
        items = [kid for kid in e.kids if kid.type == "/LI"]
        labelled = any(x.type == "/Lbl" for li in items for x in li.kids)
        if numbering not in NUMBERING and labelled:
            yield f"{e.ref}: a list with labels, not said of what kind"
        if not items:
            yield f"{e.ref}: a list without items"
        for li in items:
            if [x.type for x in li.kids] not in (["/Lbl", "/LBody"],
                                                 ["/LBody"]):
                yield f"{li.ref}: {[x.type for x in li.kids]}"
