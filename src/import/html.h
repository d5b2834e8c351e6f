/*
 * import/html.h - what the elements of HTML are to a reader, and which of a
 * page's are its article.
 */
#pragma once

#include "import/markup.h"

enum nb_html_role {
	NB_HTML_INLINE,
	NB_HTML_BLOCK, /* a div, or what only lays out */
	NB_HTML_PARA,  /* a paragraph: empty, it is an empty line */
	NB_HTML_HEADING,
	NB_HTML_BREAK,
	NB_HTML_LIST,
	NB_HTML_ITEM,
	NB_HTML_TABLE,
	NB_HTML_ROWS, /* thead, tbody, tfoot */
	NB_HTML_ROW,
	NB_HTML_CELL,
	NB_HTML_PICTURE,
	NB_HTML_NAVIGATION,
	NB_HTML_CONTROL, /* buttons, choices: words of the site */
	NB_HTML_CODE,    /* scripts, styles, templates */
	NB_HTML_HEAD,
};

enum nb_html_role nb_html_role(const struct nb_markup *e);

/* From 1; 0 when it is no heading. */
unsigned nb_html_level(const struct nb_markup *e);

/* Of a style: “text-align” → “center”, or empty. */
struct nb_str nb_html_style(const struct nb_markup *e, const char *property);

/* Does the attribute hold the word among others, in letters of any case? */
bool
nb_html_has_word(const struct nb_markup *e, const char *attr, const char *word);

/* A table that only puts a page in order; its cells are as other blocks. */
bool nb_html_is_layout(const struct nb_markup *table);

/* Why something is not read: a rule and its reason, as in the log. */
struct nb_html_reason {
	const char *rule, *why;
};

struct nb_html_page {
	const struct nb_markup *root;
	const struct nb_html_reason **out; /* by serial, or NULL */
};

/* Finds the article.  What is hidden is out wherever it stands. */
struct nb_html_page
nb_html_page(struct nb_arena *a, const struct nb_markup_tree *tree);
