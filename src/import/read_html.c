/*
 * import/read_html.c - a saved web page: the lines of its article.
 */
#include "import/raw.h"

#include "base/arena.h"
#include "base/word_list.h"
#include "diag/diag.h"
#include "import/codes.h"
#include "import/html_lines.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

/* Where a page says what it is, at the latest. [byte] */
enum { LOOK = 4096 };

/* The first bytes in small letters, without the NULs of UTF-16. */
static char *
beginning(struct nb_str bytes)
{
	GString *out = g_string_new(NULL);

	for (size_t i = 0; i < MIN(bytes.n, LOOK); i++)
		if (bytes.p[i] != '\0')
			g_string_append_c(out, g_ascii_tolower(bytes.p[i]));
	return g_string_free(out, FALSE);
}

/* A page with its pictures in one file, as Word and browsers save it. */
static bool
is_mhtml(const char *begin)
{
	return (g_str_has_prefix(begin, "mime-version:") ||
		   g_str_has_prefix(begin, "from: <saved by")) &&
	    strstr(begin, "multipart/related") != NULL;
}

static bool
knows(struct nb_str name, struct nb_str bytes)
{
	static const char *const suffixes[] = { ".html", ".htm", ".shtml",
		".xhtml", ".jhtml", NULL };
	g_autofree char *begin = beginning(bytes);
	const char *p = begin + strspn(begin, "\xEF\xBB\xBF\xFE\xFF \t\r\n");

	return (nb_word_ends(suffixes, name) > 0 &&
		   strchr(begin, '<') != NULL) ||
	    is_mhtml(begin) || g_str_has_prefix(p, "<!doctype html") ||
	    (*p == '<' && strstr(p, "<html") != NULL);
}

/* A page that says it is Big5, as UTF-8; others as they are. */
static struct nb_str
from_big5(struct nb_arena *a, struct nb_str bytes)
{
	g_autofree char *begin = beginning(bytes), *utf8 = NULL;
	const char *said = strstr(begin, "charset=");
	gsize n;

	if (said == NULL || g_utf8_validate_len(bytes.p, bytes.n, NULL))
		return bytes;
	said += strlen("charset=");
	if (!g_str_has_prefix(said + strspn(said, "\"' "), "big5"))
		return bytes;
	utf8 = g_convert_with_fallback(bytes.p, (gssize)bytes.n, "UTF-8",
	    "BIG5-HKSCS", "\uFFFD", NULL, &n, NULL);
	return utf8 == NULL ? bytes
			    : nb_arena_str(a, (struct nb_str){ utf8, n });
}

/*
 * 政府网站发展指引 (国办发〔2017〕47号) has the title of an article, its source
 * and its date in meta elements; <title> also names the site.
 */
static void
read_meta(const struct nb_markup *e, struct nb_raw *ret)
{
	struct {
		const char *name;
		struct nb_str *to;
	} known[] = {
		{ "ArticleTitle", &ret->title },
		{ "ContentSource", &ret->source },
		{ "PubDate", &ret->published },
	};

	for (size_t i = 0; i < NB_COUNT(known); i++)
		if (nb_html_has_word(e, "name", known[i].name))
			*known[i].to =
			    nb_str_trim(nb_markup_attr(e, "content"));
}

static void
read_head(const struct nb_markup *e, struct nb_raw *ret)
{
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		if (nb_markup_is(c, "meta"))
			read_meta(c, ret);
		else if (nb_markup_is(c, "html") || nb_markup_is(c, "head"))
			read_head(c, ret);
	}
}

static struct nb_str
title_of(const struct nb_markup *tree)
{
	const struct nb_markup *html = nb_markup_child(tree, "html");
	const struct nb_markup *head = nb_markup_child(html, "head");
	const struct nb_markup *title = nb_markup_child(head, "title");

	return title != NULL && title->child != NULL
	    ? nb_str_trim(title->child->text)
	    : NB_S("");
}

static enum nb_status
refuse(struct nb_diags *d, const struct nb_text *t, enum nb_markup_fault fault)
{
	const struct nb_span whole = { t, 0, 0 };

	switch (fault) {
	case NB_MARKUP_FINE:
	case NB_MARKUP_BROKEN:
		nb_diag_add(d, &nb_code_A67, whole,
		    "“" NB_FMT "”里没有可以读的文字", NB_ARG(t->name));
		return NB_FAILED;
	case NB_MARKUP_ENTITIES:
		nb_diag_add(d, &nb_code_A65, whole,
		    "“" NB_FMT "”里定义了会自己展开的实体（<!ENTITY），没有读",
		    NB_ARG(t->name));
		return NB_FAILED;
	case NB_MARKUP_DEEP:
		nb_diag_add(d, &nb_code_A66, whole,
		    "“" NB_FMT "”的标记套了 %d 层以上，没有读", NB_ARG(t->name),
		    NB_MARKUP_HTML_DEPTH);
		return NB_FAILED;
	case NB_MARKUP_CROWDED:
		nb_diag_add(d, &nb_code_A64, whole,
		    "“" NB_FMT "”里的标记超过%d万个，没有读", NB_ARG(t->name),
		    NB_MARKUP_MOST / 10000);
		return NB_FAILED;
	}
	NB_UNREACHABLE();
}

static enum nb_status
refuse_mhtml(struct nb_diags *d, const struct nb_text *t)
{
	struct nb_diag *g =
	    nb_diag_add(d, &nb_code_A62, (struct nb_span){ t, 0, 0 },
		"“" NB_FMT "”是单个文件网页（mht、mhtml），不能直接读",
		NB_ARG(t->name));

	g->hint = NB_S("用浏览器或 Word 打开，另存为“网页，仅 HTML”，再导入");
	return NB_FAILED;
}

static enum nb_status
read_html(struct nb_arena *a, struct nb_str name, struct nb_str bytes,
    struct nb_import_log *log, struct nb_diags *d, struct nb_raw *ret)
{
	struct nb_lines lines = { .arena = a };
	const unsigned errors = d->n[NB_ERROR];
	g_autofree char *begin = beginning(bytes);
	struct nb_markup_tree tree;
	const struct nb_text *text;
	enum nb_markup_fault fault;
	struct nb_html_page page;

	*ret = (struct nb_raw){ .name = name, .place = "行" };
	if (is_mhtml(begin))
		return refuse_mhtml(d, nb_text_new(a, name, NB_S("")));
	if (bytes.n <= NB_SOURCE_MAX)
		bytes = from_big5(a, bytes);
	text = nb_source_text(a, name, bytes, d);
	if (text->bytes.n == 0 && d->n[NB_ERROR] > errors)
		return NB_FAILED;
	fault = nb_markup_html(a, text->bytes, &tree);
	if (fault != NB_MARKUP_FINE)
		return refuse(d, text, fault);
	page = nb_html_page(a, &tree);
	nb_html_lines(&page, &lines, log);
	read_head(tree.root, ret);
	if (ret->title.n == 0)
		ret->title = title_of(tree.root);
	ret->line = lines.line;
	ret->n = lines.n;
	return lines.n > 0 ? NB_OK : refuse(d, text, fault);
}

const struct nb_reader nb_reader_html = {
	.name = "html",
	.title = "网页",
	.knows = knows,
	.read = read_html,
};
