"""Faults of annotations."""

from pdfa_faults import fault


def highlight(d):
    return d.find("/Subtype", "/Highlight")


def link(d):
    return d.find("/Subtype", "/Link")


@fault("annotation_structure", "a highlight of no element")
def _(d):
    del highlight(d)["/StructParent"]


@fault("annotation_structure", "a link in Annot")
def _(d):
    x, y = link(d), highlight(d)
    x["/StructParent"], y["/StructParent"] = \
        y["/StructParent"], x["/StructParent"]


@fault("annotation_structure", "an element of another object")
def _(d):
    d.tag("/Annot")["/K"][0]["/Obj"] = d.page()["/Contents"]


@fault("annotation_text", "a highlight that says nothing")
def _(d):
    highlight(d)["/Contents"] = "u: "


@fault("quads", "none")
def _(d):
    del highlight(d)["/QuadPoints"]


@fault("quads", "seven numbers")
def _(d):
    highlight(d)["/QuadPoints"].pop()


@fault("quads", "outside of Rect")
def _(d):
    highlight(d)["/QuadPoints"][0] -= 1


@fault("appearances", "one for the mouse, too")
def _(d):
    look = highlight(d)["/AP"]
    look["/R"] = look["/N"]


@fault("appearances", "no form")
def _(d):
    highlight(d)["/AP"]["/N"] = d.page()["/Contents"]


@fault("appearances", "drawn elsewhere")
def _(d):
    highlight(d)["/Rect"][0] -= 5


@fault("annotation_places", "a name twice")
def _(d):
    for x in ("/Highlight", "/Link"):
        d.find("/Subtype", x)["/NM"] = "u:same"


@fault("annotation_places", "of another page")
def _(d):
    highlight(d)["/P"] = "1 0 R"


@fault("annotation_places", "a link to nowhere")
def _(d):
    link(d)["/Dest"][0] = "1 0 R"
