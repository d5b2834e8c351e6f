/*
 * The lines of Word documents that are made here, part by part.
 */
#include "import/raw.h"

#include <glib.h>
#include <string.h>

#include "docx_pack.h"
#include "raw_dump.h"

#define W \
	"xmlns:w=\"http://schemas.openxmlformats.org/" \
	"wordprocessingml/2006/main\""
#define REL \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
/* A paragraph with these properties and one run. */
#define P(properties, text) \
	"<w:p><w:pPr>" properties "</w:pPr><w:r><w:t>" text "</w:t></w:r></" \
	"w:p>"
#define STYLE(id) "<w:pStyle w:val=\"" id "\"/>"
#define NUM(level, id) \
	"<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" id \
	"\"/></w:numPr>"
#define LVL(level, start, format, text) \
	"<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"" start \
	"\"/><w:numFmt w:val=\"" format "\"/><w:lvlText w:val=\"" text \
	"\"/></w:lvl>"
#define TC(properties, text) \
	"<w:tc><w:tcPr>" properties "</w:tcPr>" P("", text) "</w:tc>"

static const char root_rels[] =
    "<Relationships><Relationship Type=\"" REL
    "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
static const char body_rels[] =
    "<Relationships>"
    "<Relationship Type=\"" REL "/styles\" Target=\"styles.xml\"/>"
    "<Relationship Type=\"" REL "/numbering\" Target=\"/word/numbering.xml\"/>"
    "<Relationship Type=\"" REL "/footnotes\" Target=\"./footnotes.xml\"/>"
    "<Relationship Type=\"" REL "/header\" Target=\"header1.xml\"/>"
    "</Relationships>";

static char *
read_parts(const char *text)
{
	g_autoptr(GString) zip = docx_pack(nb_str_z(text), true);

	return raw_dump(&nb_reader_docx, NB_S("t.docx"),
	    (struct nb_str){ zip->str, zip->len });
}

static const char styles[] =
    "<w:styles " W ">"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\">"
    "<w:name w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"1\">"
    "<w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"2\">"
    "<w:name w:val=\"小标题\"/><w:basedOn w:val=\"1\"/><w:pPr>"
    "<w:jc w:val=\"center\"/><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"3\">"
    "<w:name w:val=\"小小标题\"/><w:basedOn w:val=\"2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"x\">"
    "<w:name w:val=\"环\"/><w:basedOn w:val=\"y\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"y\">"
    "<w:name w:val=\"环\"/><w:basedOn w:val=\"x\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"n\">"
    "<w:name w:val=\"编号二\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
    "</w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"t\">"
    "<w:name w:val=\"toc 1\"/></w:style>"
    "<w:style w:type=\"numbering\" w:styleId=\"ns\"><w:name w:val=\"表\"/>"
    "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "</w:styles>";

static const char numbering[] =
    "<w:numbering " W ">"
    "<w:abstractNum w:abstractNumId=\"0\">" LVL("0", "1",
	"chineseCountingThousand",
	"%1、") "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/>"
		"<w:numFmt w:val=\"chineseCounting\"/>"
		"<w:pStyle w:val=\"n\"/>"
		"<w:lvlText w:val=\"（%2）\"/></w:lvl>" LVL("2", "1", "decimal",
		    "%3.") LVL("3", "1", "decimalEnclosedCircle",
		    "%4") "</w:abstractNum>"
			  "<w:abstractNum w:abstractNumId=\"1\">" LVL("0", "1",
			      "decimal",
			      "第%1章") "<w:lvl w:ilvl=\"1\"><w:start "
					"w:val=\"1\"/><w:numFmt "
					"w:val=\"upperRoman\"/><w:lvlRestart "
					"w:val=\"0\"/>"
					"<w:lvlText w:val=\"%1.%2\"/></w:lvl>"
					"<w:lvl w:ilvl=\"2\"><w:start "
					"w:val=\"5\"/><w:numFmt "
					"w:val=\"chineseCounting\"/><w:isLgl/"
					"><w:lvlText w:val=\"%1-%2-%3\"/>"
					"</w:lvl></w:abstractNum>"
					"<w:abstractNum "
					"w:abstractNumId=\"2\">" LVL("0", "1",
					    "bullet",
					    "l") "</w:abstractNum>"
						 "<w:abstractNum "
						 "w:abstractNumId=\"3\"><w:"
						 "numStyleLink w:val=\"ns\"/>"
						 "</w:abstractNum>"
						 "<w:num "
						 "w:numId=\"1\"><w:"
						 "abstractNumId "
						 "w:val=\"0\"/></w:num>"
						 "<w:num "
						 "w:numId=\"2\"><w:"
						 "abstractNumId "
						 "w:val=\"1\"/></w:num>"
						 "<w:num "
						 "w:numId=\"3\"><w:"
						 "abstractNumId "
						 "w:val=\"2\"/></w:num>"
						 "<w:num "
						 "w:numId=\"4\"><w:"
						 "abstractNumId "
						 "w:val=\"3\"/></w:num>"
						 "<w:num "
						 "w:numId=\"5\"><w:"
						 "abstractNumId w:val=\"0\"/>"
						 "<w:lvlOverride "
						 "w:ilvl=\"0\"><w:"
						 "startOverride w:val=\"7\"/>"
						 "</w:lvlOverride></w:num>"
						 "<w:num "
						 "w:numId=\"6\"><w:"
						 "abstractNumId w:val=\"1\"/>"
						 "<w:lvlOverride "
						 "w:ilvl=\"0\">" LVL("0", "3",
						     "ideographTraditional",
						     "%1.") "</w:lvlOverride></"
							    "w:num>"
							    "</w:numbering>";

static const struct {
	const char *name, *body, *lines;
} rows[] = {
	{ "paragraphs", P("", "甲") P("", "") P("", "乙"), "1 甲\n3+ 乙\n" },
	{ "runs",
	    "<w:p><w:r><w:t>一、</w:t></w:r><w:r><w:tab/><w:t>甲</w:t>"
	    "<w:noBreakHyphen/><w:t>乙</w:t></w:r></w:p>",
	    "1 一、⇥甲-乙\n" },
	{ "breaks",
	    "<w:p><w:pPr>" NUM(
		"0", "1") "</w:pPr><w:r><w:t>甲</w:t><w:br/>"
			  "<w:t>乙</w:t><w:br w:type=\"page\"/></w:r></w:p>" P(
			      "", "丙"),
	    "1 【一、】甲\n1 乙\n2+ 丙\n" },
	{ "align",
	    P("<w:jc w:val=\"center\"/>", "甲") P("<w:jc w:val=\"right\"/>",
		"乙") P("<w:jc w:val=\"both\"/>", "丙") P(STYLE("2"), "丁"),
	    "1= 甲\n2> 乙\n3 丙\n4#2= 丁\n" },
	{ "headings",
	    P(STYLE("1"), "甲") P(STYLE("3"), "乙")
		P("<w:outlineLvl w:val=\"2\"/>", "丙")
		    P(STYLE("1") "<w:outlineLvl w:val=\"9\"/>", "丁")
			P(STYLE("x"), "戊") P(STYLE("none"), "己"),
	    "1#1 甲\n2#2= 乙\n3#3 丙\n4 丁\n5 戊\n6 己\n" },
	{ "numbers",
	    P(NUM("0", "1"), "甲") P(NUM("1", "1"), "乙") P(NUM("1", "1"), "丙")
		P(NUM("2", "1"), "丁") P(NUM("3", "1"), "戊") P(NUM("0", "1"),
		    "己") P(NUM("1", "1"), "庚") P(NUM("0", "0"), "辛"),
	    "1 【一、】甲\n2 【（一）】乙\n3 【（二）】丙\n4 【1.】丁\n"
	    "5 【①】戊\n6 【二、】己\n7 【（一）】庚\n8 辛\n" },
	{ "numbers-by-style",
	    P(NUM("0", "1"), "甲") P(STYLE("n"), "乙") P(STYLE("n"), "丙"),
	    "1 【一、】甲\n2 【（一）】乙\n3 【（二）】丙\n" },
	{ "numbers-by-link", P(NUM("0", "4"), "甲") P(NUM("0", "1"), "乙"),
	    "1 【一、】甲\n2 【二、】乙\n" },
	{ "numbers-override",
	    P(NUM("0", "1"), "甲") P(NUM("0", "5"), "乙") P(NUM("0", "5"), "丙")
		P(NUM("0", "6"), "丁") P(NUM("0", "6"), "戊"),
	    "1 【一、】甲\n2 【七、】乙\n3 【八、】丙\n4 【丙.】丁\n"
	    "5 【丁.】戊\n" },
	{ "numbers-restart",
	    P(NUM("0", "2"), "甲") P(NUM("1", "2"), "乙") P(NUM("0", "2"), "丙")
		P(NUM("1", "2"), "丁") P(NUM("2", "2"), "戊"),
	    "1 【第1章】甲\n2 【1.I】乙\n3 【第2章】丙\n4 【2.II】丁\n"
	    "5 【2-2-5】戊\n" },
	{ "bullets", P(NUM("0", "3"), "甲") P(NUM("0", "99"), "乙"),
	    "1 甲\n2 乙\n" },
	{ "revisions",
	    "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙"
	    "</w:delText></w:r></w:del><w:ins><w:r><w:t>丙</w:t></w:r>"
	    "</w:ins><w:moveFrom><w:r><w:t>丁</w:t></w:r></w:moveFrom>"
	    "</w:p>",
	    "1 甲丙\n- 1 deleted: 乙\n- 1 deleted: 丁\n" },
	{ "revision-joins",
	    P(NUM("0", "1") "<w:rPr><w:del/></w:rPr>", "甲")
		P(NUM("0", "1"), "乙") P(NUM("0", "1"), "丙"),
	    "1 【一、】甲乙\n3 【二、】丙\n" },
	{ "hidden",
	    "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>"
	    "<w:t>乙</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr>"
	    "<w:t>丙</w:t></w:r></w:p>",
	    "1 甲丙\n- 1 hidden: 乙\n" },
	{ "struck-out",
	    "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr>"
	    "<w:t>乙</w:t><w:br/></w:r><w:r><w:rPr><w:dstrike "
	    "w:val=\"false\"/></w:rPr><w:t>丙</w:t></w:r></w:p>",
	    "1 甲乙\n1 丙\n? 1 struck-out: 乙\n" },
	{ "fields",
	    "<w:p><w:r><w:t>第</w:t><w:fldChar w:fldCharType=\"begin\"/>"
	    "<w:instrText>PAGE</w:instrText><w:t>码</w:t>"
	    "<w:fldChar w:fldCharType=\"separate\"/><w:t>3</w:t>"
	    "<w:fldChar w:fldCharType=\"end\"/><w:t>页</w:t></w:r>"
	    "<w:fldSimple w:instr=\"X\"><w:r><w:t>甲</w:t></w:r>"
	    "</w:fldSimple><w:hyperlink><w:r><w:t>乙</w:t></w:r>"
	    "</w:hyperlink></w:p>",
	    "1 第3页甲乙\n" },
	{ "footnote",
	    "<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id=\"2\"/>"
	    "</w:r></w:p>",
	    "1 甲\n- 1 footnote: 脚注二\n? 1 footnote: 脚注二\n" },
	{ "ruby",
	    "<w:p><w:r><w:ruby><w:rt><w:r><w:t>fù</w:t></w:r></w:rt>"
	    "<w:rubyBase><w:r><w:t>复</w:t></w:r></w:rubyBase></w:ruby>"
	    "</w:r></w:p>",
	    "1 复\n- 1 ruby: fù\n" },
	{ "symbols",
	    "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>"
	    "<w:sym w:char=\"2460\"/><w:sym w:char=\"FFFFFFFFF\"/></w:r>"
	    "</w:p>",
	    "1 \uFFFD①\uFFFD\n? 1 symbol-font: \n? 1 symbol-font: \n" },
	{ "text-box",
	    "<w:p><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>"
	    "<w:txbxContent>" P(
		"", "丙") "</w:txbxContent></mc:Choice>"
			  "<mc:Fallback><w:txbxContent>" P(
			      "", "丙") "</w:txbxContent></mc:Fallback></"
					"mc:AlternateContent>"
					"<w:t>甲</w:t></w:r></w:p>" P("", "乙"),
	    "1 甲\n2 丙\n3 乙\n? 1 text-box: \n" },
	{ "contents",
	    P(STYLE("t"),
		"一、甲") "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery "
			  "w:val=\"Table of "
			  "Contents\"/></w:docPartObj></w:sdtPr>"
			  "<w:sdtContent>" P(
			      "", "目录") "</w:sdtContent></w:sdt>"
					  "<w:sdt><w:sdtContent>" P("",
					      "乙") "</w:sdtContent></w:sdt>",
	    "3 乙\n- 1 contents: 一、甲\n- 2 contents: 目录\n" },
	{ "table",
	    "<w:tbl><w:tr>" TC("<w:vMerge w:val=\"restart\"/>", "甲")
		TC("<w:gridSpan w:val=\"2\"/>", "乙") "</w:tr><w:tr>" TC(
		    "<w:vMerge/>", "") TC("", "丙")
		    TC("", "丁") "</w:tr></w:tbl>" P("", "戊"),
	    "1 表 2 行\n    | 甲 <2×1> | 乙 <1×2> |\n    | 丙 | 丁 |\n"
	    "6 戊\n" },
	{ "table-gap",
	    "<w:tbl><w:tr>" TC("", "甲")
		TC("", "乙") "</w:tr><w:tr><w:trPr><w:gridBefore "
			     "w:val=\"1\"/></w:trPr>" TC(
				 "<w:vMerge/>", "丙") "</w:tr></w:tbl>",
	    "1 表 2 行\n    | 甲 | 乙 <2×1> |\n    |  |\n"
	    "- 3 merged-cell: 丙\n" },
	{ "table-numbers",
	    "<w:tbl><w:tr><w:tc>" P(NUM("2", "1"), "") P(NUM("2", "1"),
		"甲") "</w:tc><w:sdt><w:sdtContent><w:tc>" P("", "乙")
		P("", "丙") "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
	    "1 表 1 行\n    | 2.甲 | 乙⏎丙 |\n" },
	{ "table-nested",
	    "<w:tbl><w:tr><w:tc><w:tbl><w:tr>" TC("", "甲")
		TC("", "乙") "</w:tr></w:tbl></w:tc></w:tr></w:tbl>",
	    "1 表 1 行\n    | 甲⏎乙 |\n? 1 nested-table: \n" },
	{ "table-row-deleted",
	    "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" TC(
		"", "甲") "</w:tr><w:tr>" TC("", "乙") "</w:tr></w:tbl>",
	    "1 表 1 行\n    | 乙 |\n- 1 deleted: 甲\n" },
	{ "empty", P("", ""), "! A67 “t.docx”里没有可以读的文字\n" },
};

/* Packed with the parts above. */
static char *
read_body(const char *body)
{
	static const char footnotes[] =
	    "<w:footnotes " W "><w:footnote w:id=\"1\">" P(
		"", "脚注一") "</w:footnote><w:footnote w:id=\"2\">" P("",
		"脚注二") "</w:footnote></w:footnotes>";
	g_autofree char *text = g_strdup_printf(
	    "=== _rels/.rels\n%s\n=== word/document.xml\n"
	    "<?xml version=\"1.0\"?><w:document " W "><w:body>%s</w:body>"
	    "</w:document>\n=== word/_rels/document.xml.rels\n%s\n"
	    "=== word/styles.xml\n%s\n=== word/numbering.xml\n%s\n"
	    "=== word/footnotes.xml\n%s\n",
	    root_rels, body, body_rels, styles, numbering, footnotes);

	return read_parts(text);
}

static void
test_row(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *got = read_body(rows[i].body);

	g_assert_cmpstr(got, ==, rows[i].lines);
}

#define DOCUMENT(body) \
	"<w:document " W "><w:body>" body "</w:body></w:document>"

/* Whole packages. */
static const struct {
	const char *name, *parts, *lines;
} packages[] = {
	{ "plain", DOCUMENT(P("", "甲")), "1 甲\n" },
	{ "other-place",
	    "=== _rels/.rels\n"
	    "<Relationships><Relationship Type=\"x/officeDocument\" "
	    "Target=\"/a/b.xml\"/></Relationships>\n"
	    "=== a/b.xml\n" DOCUMENT(
		P("", "甲")) "\n"
			     "=== a/_rels/b.xml.rels\n"
			     "<Relationships><Relationship Type=\"x/header\" "
			     "Target=\"../h.xml\"/></Relationships>\n"
			     "=== h.xml\n<w:hdr " W ">" P("", "乙") "</w:hdr>",
	    "1 甲\n- 0 page-margin: 乙\n" },
	{ "title",
	    "=== word/document.xml\n" DOCUMENT(
		P("", "甲")) "\n"
			     "=== docProps/core.xml\n"
			     "<p xmlns:dc=\"d\"><dc:title>乙</dc:title></p>",
	    "《乙》\n1 甲\n" },
	{ "strict",
	    "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/"
	    "wordprocessingml/main\"><x:body><x:p><x:r><x:t>甲</x:t>"
	    "</x:r></x:p></x:body></x:document>",
	    "1 甲\n" },
	{ "part-broken",
	    "=== word/document.xml\n" DOCUMENT(P(NUM("0", "1"),
		"甲")) "\n"
		       "=== word/_rels/document.xml.rels\n"
		       "<Relationships><Relationship Type=\"x/numbering\" "
		       "Target=\"numbering.xml\"/></Relationships>\n"
		       "=== word/numbering.xml\n<w:numbering",
	    "1 甲\n! A68 “t.docx”的编号读不了，自动生成的序号丢失\n" },
	{ "xml-broken", "<w:document " W "><w:body>",
	    "! A63 “t.docx”的正文残缺不全（XML 不完整）\n" },
	{ "no-body", "<html/>",
	    "! A62 “t.docx”是压缩文件，里面没有 Word 的正文\n" },
	{ "entity-bomb",
	    "<!DOCTYPE a [<!ENTITY b \"哈\"><!ENTITY c \"&b;&b;\">]>"
	    "<a>&c;</a>",
	    "! A65 “t.docx”里有文档类型定义（<!DOCTYPE），没有读\n" },
	{ "excel", "=== xl/workbook.xml\n<a/>",
	    "! A62 “t.docx”是 Excel 表格，不是 Word 文档\n" },
	{ "zip", "=== a.txt\n甲",
	    "! A62 “t.docx”是压缩文件，里面没有 Word 的正文\n" },
};

static void
test_package(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *got = read_parts(packages[i].parts);

	g_assert_cmpstr(got, ==, packages[i].lines);
}

/* Files that are no archives. */
static const struct {
	const char *name;
	struct nb_str bytes;
	const char *lines;
} files[] = {
	{ "doc", { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d", 16 },
	    "! A60 “t.docx”是旧版 Word 或 WPS 的文件（doc、wps），"
	    "不能直接读\n" },
	{ "locked",
	    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	      "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
		40 },
	    "! A61 “t.docx”加了打开密码，读不出来\n" },
	{ "rtf", { "{\\rtf1 }", 8 },
	    "! A60 “t.docx”是 RTF 文件，不能直接读\n" },
	{ "cut", { "PK\3\4 ", 5 }, "! A63 “t.docx”不完整或已损坏，打不开\n" },
};

static void
test_file(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *got =
	    raw_dump(&nb_reader_docx, NB_S("t.docx"), files[i].bytes);

	g_assert_true(nb_reader_docx.knows(NB_S(""), files[i].bytes));
	g_assert_cmpstr(got, ==, files[i].lines);
}

/* 20 MB of blanks are 20 KB in the archive. */
static void
test_bomb(void)
{
	g_autofree char *blanks = g_strnfill(20 << 20, ' ');
	g_autofree char *got = read_parts(blanks);

	g_assert_cmpstr(
	    got, ==, "! A64 “t.docx”展开后大得不像一份文档，没有读\n");
}

static void
test_deep(void)
{
	g_autoptr(GString) s = g_string_new(NULL);
	g_autofree char *got = NULL;

	for (unsigned i = 0; i < 1000; i++)
		g_string_append(s, "<a>");
	got = read_parts(s->str);
	g_assert_cmpstr(got, ==, "! A66 “t.docx”的标记套得太深，没有读\n");
}

/* Cut or scratched anywhere: read or refused, but never half of it. */
static void
test_damaged(void)
{
	static const char text[] = DOCUMENT(P("", "甲"));
	g_autoptr(GString) zip = docx_pack(nb_str_z(text), true);

	for (size_t i = 4; i < zip->len; i++) {
		g_autofree char *cut = raw_dump(&nb_reader_docx, NB_S("t.docx"),
		    (struct nb_str){ zip->str, i });
		g_autofree char *scratched = NULL;

		g_assert_true(g_str_has_prefix(cut, "! A6"));
		zip->str[i] ^= 0x55;
		scratched = raw_dump(&nb_reader_docx, NB_S("t.docx"),
		    (struct nb_str){ zip->str, zip->len });
		g_assert_true(g_str_has_prefix(scratched, "! A6") ||
		    g_str_equal(scratched, "1 甲\n"));
		zip->str[i] ^= 0x55;
	}
}

/* Documents that are kept as text, whole, with their lines beside them. */
static void
test_case(gconstpointer path)
{
	g_autofree char *stem =
	    g_strndup(path, strlen(path) - strlen(".docx.parts"));
	g_autofree char *lines = g_strconcat(stem, ".lines", NULL);
	g_autofree char *text = NULL, *dump = NULL;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	dump = read_parts(text);
	raw_expect(lines, dump);
}

static void
add_cases(void)
{
	g_autofree char *folder = g_build_filename(
	    g_getenv("NIANBAO_ROOT"), "tests", "cases", "import", NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	g_assert_nonnull(dir);
	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *row = g_strconcat("/case/", name, NULL);

		if (g_str_has_suffix(name, ".docx.parts"))
			g_test_add_data_func_full(row,
			    g_build_filename(folder, name, NULL), test_case,
			    g_free);
	}
}

#define ADD(folder, table, test) \
	for (size_t i = 0; i < NB_COUNT(table); i++) { \
		g_autofree char *name = \
		    g_strconcat(folder, table[i].name, NULL); \
\
		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test); \
	}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("/row/", rows, test_row)
	ADD("/package/", packages, test_package)
	ADD("/file/", files, test_file)
	add_cases();
	g_test_add_func("/bomb", test_bomb);
	g_test_add_func("/deep", test_deep);
	g_test_add_func("/damaged", test_damaged);
	return g_test_run();
}
