/*
 * layout/table_grid.h - the cells of a table on their places: rows by columns.
 *
 * Cells come row by row from left to right, as an author writes them; a place
 * taken by a cell above is stepped over.  Lives in the arena it is given.
 */
#pragma once

#include "layout/breaks.h"

struct nb_arena;
struct nb_diags;

enum { NB_TABLE_COLS = 40 }; /* more is a mistake of the author */

struct nb_table_cell {
	const struct nb_piece *piece; /* its text; n_pieces may be 0 */
	uint32_t n_pieces;
	struct nb_span span;   /* for findings */
	uint32_t row, rows;    /* from 0; rows, cols >= 1 */
	uint32_t col, cols;    /* col is found here */
	struct nb_atoms atoms; /* from here on: table_set.c */
	struct nb_lines lines;
	nb_len natural, least; /* width of its text, of its widest word */
	uint32_t paragraph;
	bool even;     /* its lines are spread to the end */
	bool centred;  /* every line of it */
	bool anchored; /* merged, but its text flows from its first row */
};

struct nb_table_grid {
	uint32_t rows, cols, n_head;
	struct nb_table_cell **at; /* rows x cols: the cell on each place */
	uint32_t caption;          /* its paragraph; 0: none */
};

/*
 * cell[n] in the order of the rows, none empty of rows; n_head rows of them
 * are the 表头, whose columns the others must have (L03).  A cell that runs
 * into another or out of the table is cut (L02).  Places without a cell get an
 * empty one.
 */
struct nb_table_grid
nb_table_grid_make(struct nb_arena *a, struct nb_table_cell *cell, uint32_t n,
    uint32_t rows, uint32_t n_head, struct nb_diags *d);

static inline struct nb_table_cell *
nb_table_at(const struct nb_table_grid *g, uint32_t row, uint32_t col)
{
	return g->at[(size_t)row * g->cols + col];
}

/* Is this the place where its cell begins? */
static inline bool
nb_table_is_corner(const struct nb_table_grid *g, uint32_t row, uint32_t col)
{
	const struct nb_table_cell *c = nb_table_at(g, row, col);

	return c->row == row && c->col == col;
}
