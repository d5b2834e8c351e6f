/*
 * layout/table.h - a table in a galley.
 *
 * A table fills the width of the 版心.  Its rows are blocks without items;
 * what is seen of it on a page (rules, cells, merged cells with their text
 * repeated) is drawn once the page is known: table_dress.c.
 */
#pragma once

#include "layout/galley.h"
#include "layout/table_grid.h"
#include "model/section.h"

struct nb_diags;

/* A table whose cells have been broken into lines. */
struct nb_table_layout {
	struct nb_dress dress; /* first: what the blocks point to */
	struct nb_arena *arena;
	const struct nb_template *t;
	const struct nb_page_shape *shape;
	struct nb_table_grid grid;
	nb_len *x; /* of the columns' left edges, and the table's right */
	uint32_t *height; /* of each row [row of the galley] */
	bool *torn;       /* rows that may break; lines stand from their top */
	uint32_t head;    /* rows of the galley repeated on each page */
};

/* table_text.c: widths of columns; the cells' lines. */
void nb_table_fit(struct nb_galley *g, struct nb_table_layout *table);

/* table_rows.c: adds the rows of a grid to a galley. */
void nb_table_rows(struct nb_galley *g, const struct nb_table_grid *grid);

/* table_dress.c */
void nb_table_dress(const struct nb_dress *dress,
    const struct nb_stretch *stretch, GArray *item);

/* In a torn row: rows of the galley for a line; blank ones above and below. */
static inline uint32_t
nb_table_torn_line(
    const struct nb_page_shape *shape, const struct nb_template *t)
{
	return (
	    uint32_t)((t->table_style.line + shape->fine - 1) / shape->fine);
}

static inline uint32_t
nb_table_torn_air(const struct nb_page_shape *shape)
{
	return shape->fine == 1;
}

/* table_set.c: the cells of a 表 as they are written, the head first. */
struct nb_table_grid nb_table_cells(
    struct nb_galley *g, const struct nb_table *table, struct nb_diags *d);

/* What a cell is to a reader: table_text.c. */
enum nb_cell_head
nb_table_head(const struct nb_table_grid *grid, const struct nb_table_cell *c);

/* table_set.c: 表 of a chapter, 标题 above it; its own role for the heading. */
void nb_table_set(
    struct nb_galley *g, const struct nb_table *table, struct nb_diags *d);

/* Its 标题, centred, on lines that stay with it.  The paragraph. */
uint32_t
nb_table_caption(struct nb_galley *g, const struct nb_piece *piece, uint32_t n);
