/*
 * import/read_docx.c - a Word document: a zip archive of XML parts
 * (ISO/IEC 29500, both editions of it).
 */
#include "import/raw.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "import/codes.h"
#include "import/docx.h"
#include "import/log.h"
#include "import/zip.h"
#include "source/decode.h"

#include <glib.h>
#include <string.h>

/* Of the file, most of which may be pictures; of the parts that are read, one
 * and all. [byte] */
enum { FILE_MAX = 64 << 20, PARTS_MAX = 64 << 20 };

static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", rtf[] = "{\\rtf";

/* A document while its parts are gathered. */
struct package {
	struct nb_arena *arena;
	struct nb_diags *d;
	const struct nb_text *text; /* stands for the file in findings */
	struct nb_str bytes;
	const char *body;             /* the name of the main part */
	const struct nb_markup *rels; /* of the main part, or NULL */
	size_t *left;                 /* of PARTS_MAX */
};

static bool
knows(struct nb_str name, struct nb_str bytes)
{
	(void)name;
	return nb_str_starts(bytes, NB_S("PK\3\4")) ||
	    nb_str_starts(bytes, NB_S("PK\5\6")) ||
	    nb_str_starts(bytes, nb_str_z(ole)) ||
	    nb_str_starts(bytes, nb_str_z(rtf));
}

static struct nb_diag *
report(const struct package *p, const struct nb_code *code, const char *what)
{
	return nb_diag_add(p->d, code, (struct nb_span){ p->text, 0, 0 },
	    "“" NB_FMT "”%s", NB_ARG(p->text->name), what);
}

/* The streams of OLE files are named in UTF-16. */
static enum nb_status
refuse_ole(const struct package *p)
{
	const struct nb_str locked =
	    NB_S("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");

	if (nb_str_has(p->bytes, locked))
		report(p, &nb_code_A61, "加了打开密码，读不出来");
	else
		report(p, &nb_code_A60,
		    "是旧版 Word 或 WPS 的文件（doc、wps），不能直接读");
	return NB_FAILED;
}

/* What an archive without a Word document is. */
static enum nb_status
refuse_other(const struct package *p)
{
	static const struct {
		const char *part, *what;
	} kin[] = {
		{ "xl/workbook.xml", "是 Excel 表格，不是 Word 文档" },
		{ "ppt/presentation.xml", "是 PPT 演示稿，不是 Word 文档" },
		{ "OFD.xml", "是 OFD 版式文件，不是 Word 文档" },
		{ "content.xml", "是 ODF（odt、ods）文件，不是 Word 文档" },
	};

	for (size_t i = 0; i < NB_COUNT(kin); i++)
		if (nb_zip_find(p->bytes, kin[i].part) == NB_ZIP_FINE) {
			report(p, &nb_code_A62, kin[i].what);
			return NB_FAILED;
		}
	report(p, &nb_code_A62, "是压缩文件，里面没有 Word 的正文");
	return NB_FAILED;
}

static enum nb_status
refuse_zip(const struct package *p, enum nb_zip_fault fault)
{
	switch (fault) {
	case NB_ZIP_FINE:
	case NB_ZIP_ABSENT:
		return refuse_other(p);
	case NB_ZIP_BROKEN:
		report(p, &nb_code_A63, "不完整或已损坏，打不开");
		return NB_FAILED;
	case NB_ZIP_BLOATED:
		report(p, &nb_code_A64, "展开后大得不像一份文档，没有读");
		return NB_FAILED;
	case NB_ZIP_LOCKED:
		report(p, &nb_code_A61, "加了压缩密码，读不出来");
		return NB_FAILED;
	}
	NB_UNREACHABLE();
}

static enum nb_status
refuse_markup(const struct package *p, enum nb_markup_fault fault)
{
	switch (fault) {
	case NB_MARKUP_FINE:
	case NB_MARKUP_BROKEN:
		report(p, &nb_code_A63, "的正文残缺不全（XML 不完整）");
		return NB_FAILED;
	case NB_MARKUP_ENTITIES:
		report(
		    p, &nb_code_A65, "里有文档类型定义（<!DOCTYPE），没有读");
		return NB_FAILED;
	case NB_MARKUP_DEEP:
		report(p, &nb_code_A66, "的标记套得太深，没有读");
		return NB_FAILED;
	case NB_MARKUP_CROWDED:
		report(p, &nb_code_A64, "里的标记超过100万个，没有读");
		return NB_FAILED;
	}
	NB_UNREACHABLE();
}

static enum nb_markup_fault
parse(struct nb_arena *a, struct nb_str bytes, const struct nb_markup **ret)
{
	struct nb_decoded utf8 = nb_decode(bytes);
	struct nb_markup_tree tree;
	const enum nb_markup_fault fault = nb_markup_xml(
	    a, (struct nb_str){ utf8.text->str, utf8.text->len }, &tree);

	nb_decoded_free(&utf8);
	*ret = tree.root;
	return fault;
}

/* The document element of a part, or NULL when there is no such part. */
static const struct nb_markup *
open_part(const struct package *p, const char *name, const char *what)
{
	const struct nb_markup *root = NULL;
	struct nb_str bytes;
	const enum nb_zip_fault fault =
	    nb_zip_read(p->arena, p->bytes, name, p->left, &bytes);

	if (fault == NB_ZIP_ABSENT)
		return NULL;
	if (fault == NB_ZIP_FINE &&
	    parse(p->arena, bytes, &root) == NB_MARKUP_FINE)
		return root->child;
	report(p, &nb_code_A68, what);
	return NULL;
}

/* A file named in the relations of another; NULL for one elsewhere. */
static const char *
resolve(const struct package *p, const struct nb_markup *rel, const char *from)
{
	const struct nb_str target = nb_markup_attr(rel, "Target");
	g_autofree char *folder = g_path_get_dirname(from);
	g_autofree char *root = g_strconcat("/", folder, NULL);
	g_autofree char *path = NULL;

	if (target.n == 0 ||
	    nb_str_eq(nb_markup_attr(rel, "TargetMode"), NB_S("External")))
		return NULL;
	path = g_canonicalize_filename(target.p, root);
	return nb_arena_str(p->arena, nb_str_z(path + 1)).p;
}

/* The next of the relations from `rel` on that is of this kind. */
static const struct nb_markup *
next_rel(const struct nb_markup *rel, const char *kind)
{
	while (rel != NULL &&
	    !nb_str_ends(nb_markup_attr(rel, "Type"), nb_str_z(kind)))
		rel = rel->next;
	return rel;
}

static const struct nb_markup *
open_related(const struct package *p, const char *kind, const char *what)
{
	const struct nb_markup *rel =
	    next_rel(p->rels == NULL ? NULL : p->rels->child, kind);
	const char *name = rel == NULL ? NULL : resolve(p, rel, p->body);

	return name == NULL ? NULL : open_part(p, name, what);
}

static void
find_body(struct package *p)
{
	static const char what[] = "的部件清单（_rels）读不了，按常规找正文";
	const struct nb_markup *rels = open_part(p, "_rels/.rels", what);
	const struct nb_markup *rel =
	    next_rel(rels == NULL ? NULL : rels->child, "/officeDocument");
	g_autofree char *folder = NULL, *file = NULL, *name = NULL;

	p->body = rel == NULL ? NULL : resolve(p, rel, "");
	if (p->body == NULL)
		p->body = "word/document.xml";
	folder = g_path_get_dirname(p->body);
	file = g_path_get_basename(p->body);
	name = g_strdup_printf("%s/_rels/%s.rels", folder, file);
	p->rels = open_part(p, name, what);
}

/* Headers and footers stand in no line. */
static void
leave_margin(
    const struct package *p, const char *name, struct nb_import_log *log)
{
	const struct nb_markup *part = open_part(p, name, "的页眉或页脚读不了");
	const struct nb_str was =
	    part == NULL ? NB_S("") : nb_docx_words(p->arena, part);

	if (was.n > 0)
		nb_log_add(log,
		    (struct nb_log_entry){ .what = NB_LOG_LEFT_OUT,
			.was = was,
			.now = NB_S(""),
			.rule = "page-margin",
			.why = "页眉、页脚，每页重复，不是正文" });
}

static void
leave_margins(const struct package *p, struct nb_import_log *log)
{
	static const char *const kinds[] = { "/header", "/footer" };
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; p->rels != NULL && i < NB_COUNT(kinds); i++) {
		const struct nb_markup *rel = p->rels->child;

		for (; (rel = next_rel(rel, kinds[i])) != NULL;
		     rel = rel->next) {
			const char *name = resolve(p, rel, p->body);

			if (name == NULL ||
			    !g_hash_table_add(seen, (char *)name))
				continue;
			if (*p->left == 0) {
				report(p, &nb_code_A68,
				    "的页眉、页脚太多，后面的没有读");
				return;
			}
			leave_margin(p, name, log);
		}
	}
}

static struct nb_str
title_of(const struct package *p)
{
	const struct nb_markup *core =
	    open_part(p, "docProps/core.xml", "的文档属性读不了");
	const struct nb_markup *title = nb_markup_child(core, "dc:title");

	return title == NULL || title->child == NULL
	    ? NB_S("")
	    : nb_str_trim(title->child->text);
}

static void
read_parts(const struct package *p, const struct nb_markup *body,
    struct nb_import_log *log, struct nb_raw *ret)
{
	struct nb_docx x = { .arena = p->arena, .log = log };
	struct nb_lines lines = { .arena = p->arena };

	x.styles = nb_docx_styles(p->arena,
	    open_related(p, "/styles", "的样式读不了，不知道哪些是标题"));
	x.numbering = nb_docx_numbering(p->arena,
	    open_related(p, "/numbering", "的编号读不了，自动生成的序号丢失"),
	    &x.styles);
	x.footnotes = open_related(p, "/footnotes", "的脚注读不了");
	x.endnotes = open_related(p, "/endnotes", "的尾注读不了");
	x.comments = open_related(p, "/comments", "的批注读不了");
	nb_docx_blocks(&x, body, &lines);
	ret->title = title_of(p);
	leave_margins(p, log);
	ret->line = lines.line;
	ret->n = lines.n;
}

static enum nb_status
read_package(struct package *p, struct nb_import_log *log, struct nb_raw *ret)
{
	const struct nb_markup *root, *body;
	struct nb_str bytes;
	enum nb_zip_fault broken;
	enum nb_markup_fault fault;

	broken = nb_zip_find(p->bytes, "");
	if (broken != NB_ZIP_ABSENT)
		return refuse_zip(p, broken);
	find_body(p);
	broken = nb_zip_read(p->arena, p->bytes, p->body, p->left, &bytes);
	if (broken != NB_ZIP_FINE)
		return refuse_zip(p, broken);
	fault = parse(p->arena, bytes, &root);
	body = nb_markup_child(nb_markup_child(root, "document"), "body");
	if (fault != NB_MARKUP_FINE)
		return refuse_markup(p, fault);
	if (body == NULL)
		return refuse_other(p);
	read_parts(p, body, log, ret);
	if (ret->n > 0)
		return NB_OK;
	report(p, &nb_code_A67, "里没有可以读的文字");
	return NB_FAILED;
}

static enum nb_status
read_docx(struct nb_arena *a, struct nb_str name, struct nb_str bytes,
    struct nb_import_log *log, struct nb_diags *d, struct nb_raw *ret)
{
	size_t left = PARTS_MAX;
	struct package p = { .arena = a,
		.d = d,
		.bytes = bytes,
		.left = &left,
		.text = nb_text_new(a, name, NB_S("")) };

	*ret = (struct nb_raw){ .name = name, .place = "段" };
	if (nb_str_starts(bytes, nb_str_z(ole)))
		return refuse_ole(&p);
	if (nb_str_starts(bytes, nb_str_z(rtf))) {
		report(&p, &nb_code_A60, "是 RTF 文件，不能直接读");
		return NB_FAILED;
	}
	return read_package(&p, log, ret);
}

const struct nb_reader nb_reader_docx = {
	.name = "docx",
	.title = "Word 文档",
	.most = FILE_MAX,
	.knows = knows,
	.read = read_docx,
};
