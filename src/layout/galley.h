/*
 * layout/galley.h - 长条样: the blocks of a document before they are made up
 * into pages.
 *
 * A block (a paragraph, a heading, a table's row) is one or more rows of the
 * grid (行), in one to three variants: as it is best set, a row shorter, a row
 * longer.
 * Items are placed relative to the left edge of the 版心 and the baseline of
 * their row.  A galley becomes pages of one shape; a document is a list of
 * galleys.  It lives during one layout; items live in the page arena.
 */
#pragma once

#include "layout/atom.h"
#include "layout/makeup.h"
#include "layout/reading.h"
#include "layout/setline.h"

#include <glib.h>

struct nb_grid_row {
	struct nb_item *item;
	uint32_t n;
	struct nb_str bookmark;
	uint8_t bookmark_level; /* 0: none */
};

struct nb_dress;

enum { NB_VARIANTS = 3 };

struct nb_block {
	struct nb_unit unit;
	struct nb_variant variant[NB_VARIANTS];
	struct nb_grid_row *row[NB_VARIANTS];
	const struct nb_dress *dress; /* of a table's row, or NULL */
	uint32_t part;                /* which of the dress's blocks it is */
};

/* The rows of blocks of one dress that stand together on a page. */
struct nb_stretch {
	struct nb_page_start first, last; /* .unit is the block's part */
};

/*
 * What is drawn over neighbouring blocks once their page is known: the rules
 * of a table, its cells, merged ones too.  add appends items relative to the
 * left of the 版心 and the baseline of the stretch's first row, which may be
 * one of the repeated head.
 */
struct nb_dress {
	void (*add)(const struct nb_dress *dress,
	    const struct nb_stretch *stretch, GArray *item);
};

struct nb_galley {
	struct nb_arena *arena; /* of the pages */
	const struct nb_template *t;
	const struct nb_page_shape *shape;
	struct nb_shaper shaper;
	enum nb_script script;
	GArray *block;              /* of struct nb_block */
	struct nb_reading *reading; /* of all galleys of the document */
	uint32_t owed;         /* rows the last heading still wants behind it */
	bool first_unnumbered; /* its first page bears no folio (10.1) */
};

/* A paragraph to be set. */
struct nb_paragraph {
	const struct nb_piece *piece;
	uint32_t n_pieces;
	enum nb_item_role role;
	uint8_t level;
	nb_len size;
	nb_len first, rest; /* left blank of the first and the other lines */
	nb_len right;       /* right blank of all */
	bool keep;          /* a heading: with the first rows that follow */
	struct nb_str bookmark;
	uint8_t bookmark_level;
};

struct nb_galley nb_galley_new(struct nb_arena *a, const struct nb_template *t,
    struct nb_fonts *fonts, enum nb_script script,
    const struct nb_page_shape *shape, struct nb_reading *reading);
void nb_galley_release(struct nb_galley *g);

/* Empty rows; they vanish at a page's head. */
void nb_galley_blank(struct nb_galley *g, uint32_t rows);

/*
 * Justified to the measure.  A heading stays with the rows behind it that the
 * template wants; what a first or last row alone on a page costs is data.
 */
void nb_galley_paragraph(struct nb_galley *g, const struct nb_paragraph *p);

/*
 * Puts a line's text before the last paragraph, on its first row: a label
 * that its turnover hangs from.
 */
void
nb_galley_label(struct nb_galley *g, const struct nb_atoms *atoms, nb_len x);

/* Adds a row with one line as it is fitted, its left end at x. */
struct nb_grid_row *
nb_galley_line(struct nb_galley *g, const struct nb_atoms *atoms,
    const struct nb_line_fit *fit, const struct nb_line_look *look, nb_len x);

/*
 * Items that fill n rows and are never torn: a title, a chart, a table's row.
 * They are placed relative to the baseline of the first.  The block is valid
 * until the next is added.
 */
struct nb_block *nb_galley_block(
    struct nb_galley *g, struct nb_item *item, uint32_t n, uint32_t rows);

/* n rows of text, in rows of this galley's grid. */
uint32_t nb_galley_text_rows(const struct nb_galley *g, uint32_t n);

/* n rows that a dress fills, breakable behind each but the last. */
struct nb_block *nb_galley_dressed(struct nb_galley *g, uint32_t n,
    const struct nb_dress *dress, uint32_t part);

/* A page break within the last n rows costs this at least. */
void nb_galley_hold(struct nb_galley *g, uint32_t n, int32_t cost);

uint32_t nb_galley_rows(const struct nb_galley *g);

/* The next paragraph's; level: of a heading. */
struct nb_line_look nb_galley_look(
    const struct nb_galley *g, enum nb_item_role role, uint8_t level);
struct nb_hand
nb_galley_hand(const struct nb_galley *g, const struct nb_text_style *style);
