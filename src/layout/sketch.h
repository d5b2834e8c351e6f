/*
 * layout/sketch.h - a block whose items are placed by hand: 版头, 版记.
 *
 * Places are relative to the left edge of the 版心 and the top of the block's
 * first row; text is placed by the top of its character box.  A sketch
 * becomes one block that is never torn and is then done with.
 */
#pragma once

#include "layout/galley.h"

#include <glib.h>

struct nb_sketch {
	struct nb_galley *g;
	enum nb_item_role role;
	GArray *item; /* of struct nb_item */
};

struct nb_sketch nb_sketch_new(struct nb_galley *g, enum nb_item_role role);

/* Atoms of one text; from is NULL for words of the template. */
struct nb_atoms nb_sketch_atoms(const struct nb_galley *g, struct nb_str text,
    const struct nb_prose *from, const struct nb_text_style *style);
nb_len nb_sketch_width(const struct nb_atoms *atoms);

/* How a line is drawn. */
struct nb_sketch_look {
	nb_len wide; /* spread to it over its gaps, where it is not wider */
	int narrow;  /* see frame.h */
	uint32_t rgb;
};

/* A paragraph of one line. */
void nb_sketch_spread(struct nb_sketch *s, const struct nb_atoms *atoms,
    nb_len x, nb_len top, const struct nb_sketch_look *look);
void nb_sketch_line(
    struct nb_sketch *s, const struct nb_atoms *atoms, nb_len x, nb_len top);

/* A line as the line breaker made it, of the paragraph counted last. */
void nb_sketch_fit(struct nb_sketch *s, const struct nb_atoms *atoms,
    const struct nb_line_fit *fit, nb_len x, nb_len top);

void nb_sketch_rule(struct nb_sketch *s, nb_len x, nb_len top, nb_len w,
    nb_len h, uint32_t rgb);

/* The block, rows [of text] high, added to the galley. */
struct nb_block *nb_sketch_block(struct nb_sketch *s, uint32_t rows);
