/*
 * import/markup.h - HTML and XML as a tree of elements, texts and comments.
 *
 * markup.c alone knows libxml2: nothing is fetched, no entity of the document
 * is expanded, nothing is printed.  The tree lives in the arena.
 */
#pragma once

#include "base/str.h"

struct nb_arena;

enum nb_markup_kind { NB_MARKUP_ELEMENT, NB_MARKUP_TEXT, NB_MARKUP_COMMENT };

struct nb_markup_attr {
	struct nb_str name, value;
};

struct nb_markup {
	enum nb_markup_kind kind;
	struct nb_str name; /* of an element: HTML in small letters; XML with
			       its prefix, but without that of Word's own */
	struct nb_str text; /* of a text or comment, never empty */
	const struct nb_markup_attr *attr;
	uint32_t n_attrs;
	uint32_t line;   /* where it begins, from 1 */
	uint32_t serial; /* in the order of the document, the root is 0 */
	const struct nb_markup *parent, *child, *next;
};

struct nb_markup_tree {
	const struct nb_markup *root; /* has no name */
	uint32_t n;                   /* of nodes with the root */
};

enum nb_markup_fault {
	NB_MARKUP_FINE,
	NB_MARKUP_BROKEN,   /* XML that is not well-formed */
	NB_MARKUP_ENTITIES, /* defines entities, or XML with a DTD */
	NB_MARKUP_DEEP,     /* elements in elements beyond the limit */
	NB_MARKUP_CROWDED,  /* more nodes than NB_MARKUP_MOST */
};

enum { NB_MARKUP_HTML_DEPTH = 1000, NB_MARKUP_XML_DEPTH = 250 };
enum { NB_MARKUP_MOST = 1000 * 1000 }; /* a long report has some ten thousand */

/* bytes: UTF-8 without control characters. */
enum nb_markup_fault nb_markup_html(
    struct nb_arena *a, struct nb_str bytes, struct nb_markup_tree *ret);
enum nb_markup_fault nb_markup_xml(
    struct nb_arena *a, struct nb_str bytes, struct nb_markup_tree *ret);

bool nb_markup_is(const struct nb_markup *e, const char *name);

/* The value of an attribute; p is NULL when there is none. */
struct nb_str nb_markup_attr(const struct nb_markup *e, const char *name);

/* The first child element with this name, or NULL; e may be NULL. */
const struct nb_markup *
nb_markup_child(const struct nb_markup *e, const char *name);
