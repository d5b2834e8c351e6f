/*
 * tests/unit/pages.h - YAML text becomes pages, and pages become lines that a
 * test can look at.
 */
#pragma once

#include "diag/diag.h"
#include "layout/layout.h"

#include <glib.h>

/* Everything of one document; free with pages_release. */
struct pages {
	struct nb_arena *arena;
	struct nb_diags diags;
	struct nb_fonts *fonts;
	const struct nb_template *t;
	const struct nb_node *root;
	const struct nb_report *report;
	struct nb_pages *pages;
};

/* One line of a page as it is read. */
struct line {
	const struct nb_page *page;
	const struct nb_item *first, *last;
	nb_len y, begin, end; /* begin, end: of the set width */
	char *text;
};

/* False (and the test skipped) where the fonts are not set up. */
bool pages_ready(void);

/* yaml need not be NUL-terminated when n >= 0. */
struct pages pages_make(const char *yaml, gssize n);

/* The same with the fonts of a folder of its own. */
struct pages pages_make_with(const char *fonts, const char *yaml, gssize n);

/* Reports of one office, n of them, each 上年 of the next; pages of the last.
 */
struct pages pages_make_last(const char *const *yaml, size_t n);
void pages_release(struct pages *p);

/* struct line; folios left out unless asked for. Free with lines_free. */
GArray *pages_lines(const struct pages *p, bool folios);
void lines_free(GArray *lines);
