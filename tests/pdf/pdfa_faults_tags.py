"""Faults of the logical structure."""

from pdfa_faults import ARTIFACT, fault


@fault("marked", "not said to be tagged")
def _(d):
    del d.root["/MarkInfo"]


@fault("marked", "suspects")
def _(d):
    d.root["/MarkInfo"] = {"/Marked": True, "/Suspects": True}


@fault("structure_tree", "none")
def _(d):
    del d.root["/StructTreeRoot"]


@fault("structure_tree", "no Document at the top")
def _(d):
    d.tag("/Document")["/S"] = "/Sect"


@fault("roles", "an unknown type")
def _(d):
    d.tag("/P")["/S"] = "/Absatz"


@fault("roles", "a standard type remapped")
def _(d):
    d.at(d.root["/StructTreeRoot"])["/RoleMap"] = {"/P": "/Span"}


@fault("roles", "a circle")
def _(d):
    d.at(d.root["/StructTreeRoot"])["/RoleMap"] = {"/A": "/B", "/B": "/A"}


@fault("language", "none")
def _(d):
    del d.root["/Lang"]


@fault("language", "no tag of a language")
def _(d):
    d.root["/Lang"] = "u:中文"


@fault("all_marked", "a rule outside of marked content")
def _(d):
    d.draw(b"0 0 1 1 re f\n")


@fault("all_marked", "an artifact in a paragraph")
def _(d):
    d.draw(b"/P <</MCID 900>> BDC\n" + ARTIFACT % b"" + b"EMC\n")


@fault("all_marked", "EMC left out")
def _(d):
    d.draw(b"/Artifact BMC\n")


@fault("content", "a piece of no element")
def _(d):
    d.draw(b"/P <</MCID 900>> BDC\nEMC\n")


@fault("content", "an element whose piece is not there")
def _(d):
    d.tag("/P")["/K"] = [901]


@fault("content", "a number twice")
def _(d):
    d.draw(b"/H1 <</MCID 0>> BDC\nEMC\n")


@fault("content", "another tag than the element's")
def _(d):
    d.tag("/H1")["/S"] = "/P"


def parent_tree(d):
    x = d.at(d.root["/StructTreeRoot"])["/ParentTree"]
    return d.at(x) if isinstance(x, str) else x


@fault("parent_tree", "two entries change places")
def _(d):
    row = parent_tree(d)["/Nums"][1]
    row[0], row[1] = row[1], row[0]


@fault("parent_tree", "a page that is not in it")
def _(d):
    del d.page()["/StructParents"]


@fault("parent_tree", "the next key is in use")
def _(d):
    d.at(d.root["/StructTreeRoot"])["/ParentTreeNextKey"] = 0


@fault("parents", "a parent that is not it")
def _(d):
    d.tag("/P")["/P"] = d.root["/StructTreeRoot"]


@fault("parents", "an empty paragraph")
def _(d):
    d.tag("/P")["/K"] = []


@fault("nesting", "a paragraph among rows")
def _(d):
    d.tag("/TR")["/S"] = "/P"


@fault("nesting", "a cell in a list")
def _(d):
    d.tag("/LI")["/S"] = "/TD"


@fault("figures", "no Alt")
def _(d):
    del d.tag("/Figure")["/Alt"]


@fault("figures", "an empty Alt")
def _(d):
    d.tag("/Figure")["/Alt"] = "u: "


@fault("figures", "beside the page")
def _(d):
    d.tag("/Figure")["/A"]["/BBox"] = [700, 10, 800, 20]


@fault("figures", "no BBox")
def _(d):
    del d.tag("/Figure")["/A"]["/BBox"]


@fault("headings", "H1, then H3")
def _(d):
    d.tag("/H2")["/S"] = "/H3"


@fault("headings", "H among H1 …")
def _(d):
    d.tag("/H2")["/S"] = "/H"


@fault("tables", "a cell two columns wide")
def _(d):
    d.tag("/TD")["/A"] = {"/O": "/Table", "/ColSpan": 2}


@fault("tables", "a cell that runs out of the table")
def _(d):
    d.tag("/TD")["/A"] = {"/O": "/Table", "/RowSpan": 900}


@fault("tables", "a row without cells")
def _(d):
    d.tag("/TR")["/K"] = []


@fault("table_heads", "no Scope")
def _(d):
    del d.tag("/TH")["/A"]


@fault("lists", "labels of no kind")
def _(d):
    del d.tag("/L")["/A"]


@fault("lists", "an item that is no body")
def _(d):
    d.tag("/LBody")["/S"] = "/Lbl"
