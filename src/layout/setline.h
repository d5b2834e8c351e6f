/*
 * layout/setline.h - a fitted line becomes glyph runs.
 */
#pragma once

#include "layout/breaks.h"
#include "layout/frame.h"

struct nb_arena;

/* What the items of a line share. */
struct nb_line_look {
	enum nb_item_role role;
	uint8_t level;
	uint32_t paragraph;
	bool label, again;
};

/* Runs that a line is made of: one ends where face or piece changes. */
uint32_t
nb_line_runs(const struct nb_atoms *atoms, const struct nb_line_fit *fit);

/*
 * Appends the runs of a line that starts at x on the baseline y (both
 * relative; the flow adds the page's).  item has room for nb_line_runs, which
 * is returned.
 */
uint32_t nb_line_set(struct nb_arena *a, const struct nb_atoms *atoms,
    const struct nb_line_fit *fit, const struct nb_line_look *look, nb_len x,
    nb_len y, struct nb_item *item);

/* Set width of the line after fitting. */
nb_len
nb_line_width(const struct nb_atoms *atoms, const struct nb_line_fit *fit);
