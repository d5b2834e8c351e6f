/*
 * layout/galley.h - 长条样: the rows of a document before they are made up
 * into pages.
 *
 * A row is one line of the grid (行).  Its items are placed relative to the
 * left edge of the 版心 and the row's baseline.  The galley lives during one
 * layout; items live in the page arena.
 */
#pragma once

#include "layout/atom.h"
#include "layout/setline.h"

#include <glib.h>

struct nb_grid_row {
	struct nb_item *item;
	uint32_t n;
	bool keep; /* no page break behind this row */
	struct nb_str bookmark;
	uint8_t bookmark_level; /* 0: none */
};

struct nb_galley {
	struct nb_arena *arena; /* of the pages */
	const struct nb_template *t;
	struct nb_shaper shaper;
	GArray *row; /* of struct nb_grid_row */
	uint32_t paragraphs;
	uint32_t owed; /* rows the last heading still wants behind it */
};

/* A paragraph to be set. */
struct nb_paragraph {
	const struct nb_piece *piece;
	uint32_t n_pieces;
	enum nb_item_role role;
	uint8_t level;
	nb_len size;
	nb_len first, rest; /* left blank of the first and the other lines */
	bool keep;          /* a heading: with the first rows that follow */
	struct nb_str bookmark;
	uint8_t bookmark_level;
};

struct nb_galley nb_galley_new(
    struct nb_arena *a, const struct nb_template *t, struct nb_fonts *fonts);
void nb_galley_release(struct nb_galley *g);

/* An empty row, valid until the next is added. */
struct nb_grid_row *nb_galley_row(struct nb_galley *g);
void nb_galley_blank(struct nb_galley *g, int rows);

/*
 * Justified to the 版心; no page begins with its last line alone, none ends
 * with fewer rows behind a heading than the template wants.
 */
void nb_galley_paragraph(struct nb_galley *g, const struct nb_paragraph *p);

/* Adds a row with one line as it is fitted, its left end at x. */
struct nb_grid_row *
nb_galley_line(struct nb_galley *g, const struct nb_atoms *atoms,
    const struct nb_line_fit *fit, const struct nb_line_look *look, nb_len x);

/* Forbids page breaks within the last n rows. */
void nb_galley_hold(struct nb_galley *g, int n);

uint32_t nb_galley_next_paragraph(struct nb_galley *g);
enum nb_font_role nb_galley_role(const struct nb_galley *g, struct nb_str name);
