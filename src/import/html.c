/*
 * import/html.c - the elements of HTML.
 */
#include "import/html.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

struct tag {
	const char *name;
	enum nb_html_role role;
};

/* Sorted.  What is not here is inline. */
static const struct tag tags[] = {
	{ "address", NB_HTML_BLOCK },
	{ "applet", NB_HTML_CODE },
	{ "article", NB_HTML_BLOCK },
	{ "aside", NB_HTML_NAVIGATION },
	{ "audio", NB_HTML_CONTROL },
	{ "blockquote", NB_HTML_BLOCK },
	{ "body", NB_HTML_BLOCK },
	{ "br", NB_HTML_BREAK },
	{ "button", NB_HTML_CONTROL },
	{ "caption", NB_HTML_PARA },
	{ "center", NB_HTML_BLOCK },
	{ "dd", NB_HTML_BLOCK },
	{ "dialog", NB_HTML_CONTROL },
	{ "dir", NB_HTML_LIST },
	{ "div", NB_HTML_BLOCK },
	{ "dl", NB_HTML_BLOCK },
	{ "dt", NB_HTML_BLOCK },
	{ "fieldset", NB_HTML_BLOCK },
	{ "figcaption", NB_HTML_PARA },
	{ "figure", NB_HTML_BLOCK },
	{ "footer", NB_HTML_NAVIGATION },
	{ "form", NB_HTML_BLOCK },
	{ "frameset", NB_HTML_BLOCK },
	{ "h1", NB_HTML_HEADING },
	{ "h2", NB_HTML_HEADING },
	{ "h3", NB_HTML_HEADING },
	{ "h4", NB_HTML_HEADING },
	{ "h5", NB_HTML_HEADING },
	{ "h6", NB_HTML_HEADING },
	{ "head", NB_HTML_HEAD },
	{ "header", NB_HTML_BLOCK },
	{ "hr", NB_HTML_PARA },
	{ "html", NB_HTML_BLOCK },
	{ "iframe", NB_HTML_CODE },
	{ "img", NB_HTML_PICTURE },
	{ "legend", NB_HTML_BLOCK },
	{ "li", NB_HTML_ITEM },
	{ "main", NB_HTML_BLOCK },
	{ "menu", NB_HTML_LIST },
	{ "nav", NB_HTML_NAVIGATION },
	{ "noframes", NB_HTML_CODE },
	{ "noscript", NB_HTML_CODE },
	{ "object", NB_HTML_CODE },
	{ "ol", NB_HTML_LIST },
	{ "p", NB_HTML_PARA },
	{ "pre", NB_HTML_BLOCK },
	{ "script", NB_HTML_CODE },
	{ "section", NB_HTML_BLOCK },
	{ "select", NB_HTML_CONTROL },
	{ "style", NB_HTML_CODE },
	{ "svg", NB_HTML_CODE },
	{ "table", NB_HTML_TABLE },
	{ "tbody", NB_HTML_ROWS },
	{ "td", NB_HTML_CELL },
	{ "template", NB_HTML_CODE },
	{ "textarea", NB_HTML_CONTROL },
	{ "tfoot", NB_HTML_ROWS },
	{ "th", NB_HTML_CELL },
	{ "thead", NB_HTML_ROWS },
	{ "title", NB_HTML_HEAD },
	{ "tr", NB_HTML_ROW },
	{ "ul", NB_HTML_LIST },
	{ "video", NB_HTML_CONTROL },
	{ "xml", NB_HTML_CODE },
};

static int
compare(const void *name, const void *tag)
{
	return strcmp(name, ((const struct tag *)tag)->name);
}

enum nb_html_role
nb_html_role(const struct nb_markup *e)
{
	const struct tag *tag;

	if (e->kind != NB_MARKUP_ELEMENT || e->name.n == 0)
		return NB_HTML_INLINE;
	tag =
	    bsearch(e->name.p, tags, NB_COUNT(tags), sizeof(tags[0]), compare);
	return tag == NULL ? NB_HTML_INLINE : tag->role;
}

unsigned
nb_html_level(const struct nb_markup *e)
{
	return nb_html_role(e) == NB_HTML_HEADING
	    ? (unsigned)(e->name.p[1] - '0')
	    : 0;
}

static size_t
find_case(struct nb_str s, const char *word, size_t from)
{
	const size_t n = strlen(word);

	for (size_t at = from; at + n <= s.n; at++)
		if (g_ascii_strncasecmp(s.p + at, word, n) == 0)
			return at;
	return SIZE_MAX;
}

static bool
is_edge(struct nb_str s, size_t at)
{
	return at >= s.n || g_ascii_isspace(s.p[at]);
}

struct nb_str
nb_html_style(const struct nb_markup *e, const char *property)
{
	struct nb_str rest = nb_markup_attr(e, "style");
	const size_t n = strlen(property);

	while (rest.n > 0) {
		const size_t end = MIN(nb_str_find(rest, NB_S(";"), 0), rest.n);
		const struct nb_str one = nb_str_trim(nb_str_sub(rest, 0, end));
		const struct nb_str value = nb_str_trim(nb_str_from(one, n));

		if (one.n > n && g_ascii_strncasecmp(one.p, property, n) == 0 &&
		    value.n > 0 && value.p[0] == ':')
			return nb_str_trim(nb_str_from(value, 1));
		rest = nb_str_from(rest, end + 1);
	}
	return NB_S("");
}

bool
nb_html_has_word(const struct nb_markup *e, const char *attr, const char *word)
{
	const struct nb_str value = nb_markup_attr(e, attr);
	size_t at = find_case(value, word, 0);

	while (at != SIZE_MAX) {
		if ((at == 0 || is_edge(value, at - 1)) &&
		    is_edge(value, at + strlen(word)))
			return true;
		at = find_case(value, word, at + 1);
	}
	return false;
}

/* What a look at a table finds. */
struct survey {
	uint32_t rows, cells, widest; /* cells in a row */
	bool nested;                  /* a table or a heading is inside */
};

static void
survey(struct survey *s, const struct nb_markup *e)
{
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		const enum nb_html_role role = nb_html_role(c);

		if (role == NB_HTML_TABLE || role == NB_HTML_HEADING)
			s->nested = true;
		if (role == NB_HTML_ROW) {
			s->rows++;
			s->cells = 0;
		}
		if (role == NB_HTML_CELL && ++s->cells > s->widest)
			s->widest = s->cells;
		if (s->nested)
			return;
		survey(s, c);
	}
}

bool
nb_html_is_layout(const struct nb_markup *table)
{
	struct survey s = { 0 };

	if (nb_html_has_word(table, "role", "presentation"))
		return true;
	survey(&s, table);
	return s.nested || s.widest < 2;
}
