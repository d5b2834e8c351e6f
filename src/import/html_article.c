/*
 * import/html_article.c - the article of a page: where nearly all its
 * sentences are, and what stands around them in the same container.
 *
 * Sites of the government have no common markup, but all of them print links
 * by the hundred and sentences only in the article.  So text is weighed by
 * whether it is linked and whether it has the marks of a sentence.
 */
#include "import/html.h"

#include "base/arena.h"
#include "base/word_list.h"

#include <glib.h>

static const struct nb_html_reason
    hidden = { "hidden", "网页里设为不显示的文字" },
    code = { "code", "网页里的程序和替代文字，不显示" },
    control = { "control", "网页上的按钮和选项" },
    furniture = { "site-furniture", "网页上的导航、分享、相关链接等" },
    outside = { "outside-article", "在文章之外：网页的导航、侧栏、页脚等" },
    outside_prose = { "outside-article-prose",
	    "在文章之外，却有成句的文字：请看是不是正文" };

/* Of an element with all that is in it. */
struct weight {
	uint32_t chars;  /* without blanks */
	uint32_t linked; /* of them, in links that are no files */
	uint32_t prose;  /* of them, in texts with marks of a sentence */
	bool heading;    /* is among it */
	bool table;      /* of figures, not of layout, is among it */
};

/*
 * Words of classes and ids, as parts.  The first are those that article
 * templates use; what has one of the second and no sentence is furniture.
 */
static const char *const of_article[] = { "trs_editor", "trs_word",
	"ucap-content", "vsb_content", "articlecontent", "article-content",
	"article_content", "article-con", "article_con", "articlecon",
	"news_content", "newscontent", "pages_content", "pages-content",
	"xxgk_content", "contentbox", "content_box", "conbox", "maincontent",
	"main-content", "main_content", "bt-content", "zoom", "wenzhang",
	"zhengwen", "neirong" };
static const char *const of_furniture[] = { "share", "jiathis", "crumb",
	"footer", "copyright", "sidebar", "side-bar", "nav", "menu", "toolbar",
	"pagination", "qrcode", "erweima", "related", "recommend", "prevnext",
	"print", "fontsize", "font-size", "weizhi", "dqwz", "daohang",
	"fenxiang", "search", "login", "skip-link" };

/* Share of the sentences: for a child to be the article alone; for a known
 * container to be believed. [%] */
enum { ALONE = 90, KNOWN = 60 };
/* What may stand around an article in its container, without links; how long
 * a text is that is no remark of the site. [char] */
enum { AROUND_MAX = 400, PROSE_MIN = 60 };

struct finder {
	struct weight *weight; /* by serial */
	struct nb_html_page page;
	const struct nb_markup *known; /* the best container by name */
};

static const struct nb_html_reason *
reason_of_itself(const struct nb_markup *e)
{
	const enum nb_html_role role = nb_html_role(e);
	const struct nb_str display = nb_html_style(e, "display");
	const struct nb_str visible = nb_html_style(e, "visibility");

	if (role == NB_HTML_CODE)
		return &code;
	if (role == NB_HTML_CONTROL)
		return &control;
	if (nb_markup_attr(e, "hidden").p != NULL ||
	    nb_str_starts(display, NB_S("none")) ||
	    nb_str_starts(visible, NB_S("hidden")))
		return &hidden;
	return NULL;
}

static bool
is_sentence(struct nb_str s)
{
	uint32_t before = 0;

	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);

		if (c == 0x3002 || c == 0xFF0C || c == 0xFF1B ||
		    ((c == ',' || c == ';') && nb_is_han(before)))
			return true;
		before = c;
	}
	return false;
}

static uint32_t
count_chars(struct nb_str s)
{
	uint32_t n = 0;

	for (size_t at = 0; at < s.n;)
		n += !nb_is_blank(nb_utf8_next(s, &at));
	return n;
}

/* A link to a file is an attachment of the article. */
static bool
is_file_link(const struct nb_markup *a)
{
	static const char *const suffixes[] = { ".doc", ".docx", ".wps", ".pdf",
		".ofd", ".xls", ".xlsx", ".et", ".zip", ".rar", NULL };

	return nb_word_ends(suffixes, nb_markup_attr(a, "href")) > 0;
}

static struct weight
weigh_text(struct nb_str text, bool linked)
{
	struct weight w = { .chars = count_chars(text) };

	if (linked)
		w.linked = w.chars;
	else if (is_sentence(text))
		w.prose = w.chars;
	return w;
}

static bool
has_part(const struct nb_markup *e, const char *attr, const char *const *word,
    size_t n)
{
	const struct nb_str value = nb_markup_attr(e, attr);
	g_autofree char *lower = NULL;
	struct nb_str s;

	if (value.n == 0)
		return false;
	lower = g_ascii_strdown(value.p, (gssize)value.n);
	s = nb_str_z(lower);
	for (size_t i = 0; i < n; i++)
		if (nb_str_has(s, nb_str_z(word[i])))
			return true;
	return false;
}

static bool
is_named(const struct nb_markup *e, const char *const *word, size_t n)
{
	return has_part(e, "class", word, n) || has_part(e, "id", word, n);
}

static bool
is_known(const struct nb_markup *e)
{
	return nb_markup_is(e, "article") || nb_markup_is(e, "main") ||
	    nb_html_has_word(e, "itemprop", "articleBody") ||
	    is_named(e, of_article, NB_COUNT(of_article));
}

static void weigh(struct finder *f, const struct nb_markup *e, bool linked);

/* What is out weighs nothing, and no article is in it. */
static struct weight
weigh_child(struct finder *f, const struct nb_markup *c, bool linked)
{
	const struct nb_markup *known = f->known;

	if (c->kind == NB_MARKUP_TEXT)
		return weigh_text(c->text, linked);
	if (c->kind == NB_MARKUP_COMMENT)
		return (struct weight){ 0 };
	linked |= nb_markup_is(c, "a") && !is_file_link(c);
	f->page.out[c->serial] = reason_of_itself(c);
	weigh(f, c, linked);
	if (f->page.out[c->serial] == NULL && nb_html_role(c) != NB_HTML_HEAD)
		return f->weight[c->serial];
	f->known = known;
	return (struct weight){ 0 };
}

/* Weighs e and all in it, and finds the best container known by name. */
static void
weigh(struct finder *f, const struct nb_markup *e, bool linked)
{
	struct weight sum = { 0 };

	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		const struct weight w = weigh_child(f, c, linked);

		f->weight[c->serial] = w;
		sum.chars += w.chars;
		sum.linked += w.linked;
		sum.prose += w.prose;
		sum.heading |= w.heading;
		sum.table |= w.table;
	}
	sum.heading |= sum.chars > 0 && nb_html_level(e) > 0;
	sum.table |= nb_html_role(e) == NB_HTML_TABLE && !nb_html_is_layout(e);
	f->weight[e->serial] = sum;
	if (is_known(e) &&
	    (f->known == NULL || sum.prose > f->weight[f->known->serial].prose))
		f->known = e;
}

/* May the article be one child of e? */
static bool
is_container(const struct nb_markup *e)
{
	switch (nb_html_role(e)) {
	case NB_HTML_BLOCK:
		return !nb_markup_is(e, "pre") && !nb_markup_is(e, "dl");
	case NB_HTML_TABLE:
		return nb_html_is_layout(e);
	case NB_HTML_ROWS:
	case NB_HTML_ROW:
	case NB_HTML_CELL:
	case NB_HTML_NAVIGATION:
		return true;
	case NB_HTML_INLINE:
		return e->name.n == 0 || !nb_markup_is(e, "a");
	case NB_HTML_PARA:
	case NB_HTML_HEADING:
	case NB_HTML_BREAK:
	case NB_HTML_LIST:
	case NB_HTML_ITEM:
	case NB_HTML_PICTURE:
	case NB_HTML_CONTROL:
	case NB_HTML_CODE:
	case NB_HTML_HEAD:
		return false;
	}
	NB_UNREACHABLE();
}

/* The child of e that holds nearly all its sentences, or NULL. */
static const struct nb_markup *
heavy_child(const struct finder *f, const struct nb_markup *e)
{
	const uint64_t all = f->weight[e->serial].prose;

	for (const struct nb_markup *c = e->child; c != NULL; c = c->next)
		if (c->kind == NB_MARKUP_ELEMENT && is_container(c) &&
		    f->weight[c->serial].prose * (uint64_t)100 >= all * ALONE)
			return c;
	return NULL;
}

static const struct nb_markup *
find_article(const struct finder *f)
{
	const struct nb_markup *e = f->page.root, *child;
	const uint64_t all = f->weight[0].prose;

	if (all == 0)
		return e;
	if (f->known != NULL &&
	    f->weight[f->known->serial].prose * (uint64_t)100 >= all * KNOWN)
		e = f->known;
	while ((child = heavy_child(f, e)) != NULL)
		e = child;
	return e;
}

/* Of the words in e that are no links. [char] */
static uint32_t
plain(const struct finder *f, const struct nb_markup *e)
{
	return f->weight[e->serial].chars - f->weight[e->serial].linked;
}

/* The article with its title and what else stands close to it. */
static const struct nb_markup *
find_surroundings(const struct finder *f, const struct nb_markup *article)
{
	const struct nb_markup *e = article;

	while (e->parent != NULL &&
	    plain(f, e->parent) - plain(f, article) <= AROUND_MAX)
		e = e->parent;
	return e;
}

/* In the article itself only what is named so and has links. */
static bool
is_furniture(const struct finder *f, const struct nb_markup *e, bool in_article)
{
	const struct weight *w = &f->weight[e->serial];
	const bool named = is_named(e, of_furniture, NB_COUNT(of_furniture));
	const bool links = w->linked * 2 > w->chars;

	if (w->prose >= PROSE_MIN || e->kind != NB_MARKUP_ELEMENT)
		return false;
	if (nb_html_role(e) == NB_HTML_NAVIGATION ||
	    nb_html_has_word(e, "role", "navigation"))
		return true;
	if (in_article)
		return named && w->linked > 0 && !w->heading && !w->table;
	if (links && w->chars > PROSE_MIN && !w->table)
		return true;
	return !w->heading && !w->table &&
	    (named || (links && nb_html_role(e) != NB_HTML_INLINE));
}

/* Where the children of an element are. */
enum zone { BEYOND, AROUND, ARTICLE };

struct marker {
	struct finder *f;
	const struct nb_markup *around, *article;
	bool *on_way; /* by serial: the article or around it */
};

static const struct nb_html_reason *
reason_in(const struct marker *m, const struct nb_markup *e, enum zone zone)
{
	if (zone == BEYOND)
		return m->f->weight[e->serial].prose >= PROSE_MIN
		    ? &outside_prose
		    : &outside;
	return is_furniture(m->f, e, zone == ARTICLE) ? &furniture : NULL;
}

/* Marks what is out of the children of e and of theirs. */
static void
mark(struct marker *m, const struct nb_markup *e, enum zone zone)
{
	if (e == m->article)
		zone = ARTICLE;
	else if (e == m->around)
		zone = AROUND;
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		const struct nb_html_reason **out = &m->f->page.out[c->serial];

		if (*out != NULL || nb_html_role(c) == NB_HTML_HEAD)
			continue;
		if (!m->on_way[c->serial])
			*out = reason_in(m, c, zone);
		if (*out == NULL)
			mark(m, c, zone);
	}
}

struct nb_html_page
nb_html_page(struct nb_arena *a, const struct nb_markup_tree *tree)
{
	struct finder f = { .weight = nb_new_n(a, struct weight, tree->n) };
	struct marker m = { .f = &f, .on_way = nb_new_n(a, bool, tree->n) };

	f.page.root = tree->root;
	f.page.out = nb_new_n(a, const struct nb_html_reason *, tree->n);
	weigh(&f, tree->root, false);
	m.article = find_article(&f);
	m.around = find_surroundings(&f, m.article);
	for (const struct nb_markup *e = m.article; e != NULL; e = e->parent)
		m.on_way[e->serial] = true;
	mark(&m, tree->root, BEYOND);
	return f.page;
}
