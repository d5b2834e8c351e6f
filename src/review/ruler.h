/*
 * review/ruler.h - the rows of a page, upright or turned, and words placed by
 * them, outside of the 版心 too.
 *
 * u runs along the lines and v down the rows, both from the upper left corner
 * of the 版心 as it is read.
 */
#pragma once

#include "layout/annotation.h"
#include "layout/atom.h"

#include <glib.h>

/* How words are set. */
struct nb_ruler_look {
	const struct nb_text_style *style;
	uint32_t rgb;
	uint32_t paragraph; /* or 0: an artifact */
	bool ends;          /* at u, instead of beginning there */
};

struct nb_ruler {
	struct nb_arena *arena;
	const struct nb_template *t;
	const struct nb_shaper *shaper;
	enum nb_script script;
	const struct nb_page_shape *shape; /* of the page */
	GArray *item;                      /* of struct nb_item: what is set */
};

/* The shape of a page, by its items. */
const struct nb_page_shape *
nb_ruler_shape(const struct nb_template *t, const struct nb_page *page);

/* The row, from 0, that an area begins in. */
int nb_ruler_row(const struct nb_template *t, const struct nb_page *page,
    const struct nb_area *area);

/* Where the characters of a row stand. */
nb_len nb_ruler_baseline(const struct nb_ruler *r, int row);

/* An area of the page. */
struct nb_area
nb_ruler_area(const struct nb_ruler *r, nb_len u, nb_len v, nb_len w, nb_len h);

/* Sets words on the baseline v; what they take. */
struct nb_area nb_ruler_set(const struct nb_ruler *r, struct nb_str text,
    const struct nb_ruler_look *look, nb_len u, nb_len v);
