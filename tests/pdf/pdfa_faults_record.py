"""What the rules of the record and of files must find."""

from pdfa_faults import carried_fault, fault
from pdfa_record import RECORD

TITLE = "<pdfaProperty:name>标题</pdfaProperty:name>" \
    "<pdfaProperty:valueType>"
ORGANS = "<gbt33480:发文机关或签发人署名><rdf:Seq>"
SPACE = f'xmlns:gbt33480="{RECORD}"'


@fault("described", "a field of the record that is not described")
def _(d):
    d.xmp("<pdfaProperty:name>标题<", "<pdfaProperty:name>题目<")


@fault("idle_schemas", "a field that is described, and not there")
def _(d):
    d.xmp("<gbt33480:标题>", "<dc:source>")
    d.xmp("</gbt33480:标题>", "</dc:source>")


@fault("idle_schemas", "a name that XML has not")
def _(d):
    d.xmp("<pdfaProperty:name>标题<", "<pdfaProperty:name>1 题<")


@fault("value_types", "a title that is said to be a date")
def _(d):
    d.xmp(TITLE + "Text", TITLE + "Date")


@fault("value_types", "a title that is said to be a list")
def _(d):
    d.xmp(TITLE + "Text", TITLE + "seq Text")


@fault("value_types", "a list of another kind")
def _(d):
    d.xmp(ORGANS, ORGANS.replace("Seq", "Bag"))
    d.xmp("</rdf:Seq></gbt33480:发文", "</rdf:Bag></gbt33480:发文")


@fault("value_types", "a field that is blank")
def _(d):
    d.xmp("<gbt33480:文种>报告", "<gbt33480:文种>")


@fault("extensions", "a value type that there is not")
def _(d):
    d.xmp(TITLE + "Text", TITLE + "Words")


@fault("extensions", "a category that there is not")
def _(d):
    d.xmp("<pdfaProperty:category>external", "<pdfaProperty:category>ours")


@fault("extensions", "a schema of no namespace")
def _(d):
    d.xmp(f"<pdfaSchema:namespaceURI>{RECORD}</pdfaSchema:namespaceURI>", "")


@fault("schema_prefixes", "another prefix than the schema says")
def _(d):
    d.xmp("<pdfaSchema:prefix>gbt33480", "<pdfaSchema:prefix>gbt")


@fault("schema_prefixes", "another namespace than the schema says")
def _(d):
    d.xmp(SPACE, SPACE.replace("2016", "2017"))


@fault("container_prefixes", "another prefix for the container")
def _(d):
    d.edit(d.root["/Metadata"],
           lambda data: data.replace(b"pdfaProperty", b"pp"))


@fault("record", "another title")
def _(d):
    d.xmp("<gbt33480:标题>", "<gbt33480:标题>关于")


@fault("record", "another date")
def _(d):
    d.xmp("<gbt33480:成文日期>2", "<gbt33480:成文日期>1")


@fault("record", "another keyword")
def _(d):
    d.xmp("<dc:subject><rdf:Bag><rdf:li>", "<dc:subject><rdf:Bag><rdf:li>非")


@fault("record", "another summary")
def _(d):
    d.xmp("<dat46:摘要>", "<dat46:摘要>非")


@fault("info", "other keywords in XMP")
def _(d):
    d.xmp("<pdf:Keywords>", "<pdf:Keywords>非")


@fault("embedded_files", "any file in PDF/A-2")
def _(d):
    data = d.add_stream({"/Type": "/EmbeddedFile"}, b"x")
    d.root["/Names"] = {"/EmbeddedFiles": {"/Names": [
        "u:x", {"/Type": "/Filespec", "/F": "u:x", "/EF": {"/F": data}}]}}


def specification(d, n=0):
    return d.find("/Type", "/Filespec", n)


def embedded(d):
    return d.find("/Type", "/EmbeddedFile")


@carried_fault("embedded_files", "said to be PDF/A-2")
def _(d):
    d.xmp("<pdfaid:part>3", "<pdfaid:part>2")


@carried_fault("identification", "said to be PDF/A-4")
def _(d):
    d.xmp("<pdfaid:part>3", "<pdfaid:part>4")


@carried_fault("embedded_files", "no name in Unicode")
def _(d):
    del specification(d)["/UF"]


@carried_fault("embedded_files", "nothing said of it")
def _(d):
    del specification(d)["/Desc"]


@carried_fault("relationships", "none")
def _(d):
    del specification(d)["/AFRelationship"]


@carried_fault("relationships", "one that there is not")
def _(d):
    specification(d)["/AFRelationship"] = "/Origin"


@carried_fault("relationships", "a file that belongs to nothing")
def _(d):
    del d.root["/AF"][0]


@carried_fault("relationships", "what is no file")
def _(d):
    d.root["/AF"].append(d.root["/Pages"])


@carried_fault("mime_types", "none")
def _(d):
    del embedded(d)["/Subtype"]


@carried_fault("mime_types", "half of one")
def _(d):
    embedded(d)["/Subtype"] = "/yaml"


@carried_fault("file_parameters", "another size")
def _(d):
    embedded(d)["/Params"]["/Size"] += 1


@carried_fault("file_parameters", "another sum")
def _(d):
    embedded(d)["/Params"]["/CheckSum"] = "b:" + "00" * 16


@carried_fault("named_files", "a file that no viewer lists")
def _(d):
    del d.root["/Names"]["/EmbeddedFiles"]["/Names"][:2]


@carried_fault("named_files", "names out of order")
def _(d):
    rows = d.root["/Names"]["/EmbeddedFiles"]["/Names"]
    rows[:2], rows[2:4] = rows[2:4], rows[:2]
