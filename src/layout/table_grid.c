#include "layout/table_grid.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "layout/codes.h"

#include <glib.h>

struct placing {
	uint32_t rows, cols;           /* of the table; cols so far */
	uint32_t n_head, head_cols;    /* cols when the head is done */
	uint32_t until[NB_TABLE_COLS]; /* the row from which a column is free */
	struct nb_diags *diags;
};

static uint32_t
free_from(const struct placing *p, uint32_t row, uint32_t col)
{
	while (col < NB_TABLE_COLS && p->until[col] > row)
		col++;
	return col;
}

/* Cuts a cell that runs into one from above, or out of the table. */
static void
cut_spans(struct placing *p, struct nb_table_cell *c)
{
	uint32_t cols = 1;

	while (cols < c->cols && c->col + cols < NB_TABLE_COLS &&
	    p->until[c->col + cols] <= c->row)
		cols++;
	if (cols < c->cols)
		nb_diag_add(p->diags, &nb_code_L02, c->span,
		    "这一格跨%u列，只有%u列是空的", c->cols, cols);
	c->cols = cols;
	if (c->rows > p->rows - c->row) {
		nb_diag_add(p->diags, &nb_code_L02, c->span,
		    "这一格跨%u行，表中只剩%u行", c->rows, p->rows - c->row);
		c->rows = p->rows - c->row;
	}
}

/* false when the table has no column left for it. */
static bool
place_cell(struct placing *p, struct nb_table_cell *c, uint32_t from)
{
	c->col = free_from(p, c->row, from);
	if (c->col == NB_TABLE_COLS) {
		nb_diag_add(p->diags, &nb_code_L03, c->span,
		    "表格超过%d列，这一格没有排", NB_TABLE_COLS);
		return false;
	}
	cut_spans(p, c);
	for (uint32_t i = 0; i < c->cols; i++)
		p->until[c->col + i] = c->row + c->rows;
	p->cols = MAX(p->cols, c->col + c->cols);
	return true;
}

/* Columns of a row that are not filled, up to those of the head. */
static uint32_t
count_free(const struct placing *p, uint32_t row)
{
	uint32_t n = 0;

	for (uint32_t c = 0; c < p->head_cols; c++)
		n += p->until[c] <= row;
	return n;
}

/* A row is compared with the 表头, whose last cell's place is given. */
static void
check_row(struct placing *p, const struct nb_table_cell *last, uint32_t end)
{
	const uint32_t blank = count_free(p, last->row);

	if (last->row < p->n_head)
		p->head_cols = MAX(p->head_cols, end);
	else if (p->head_cols != 0 && end > p->head_cols)
		nb_diag_add(p->diags, &nb_code_L03, last->span,
		    "这一行比表头多%u格", end - p->head_cols);
	else if (blank > 0)
		nb_diag_add(p->diags, &nb_code_L03, last->span,
		    "这一行比表头少%u格", blank);
}

static void
enter(struct nb_table_grid *g, struct nb_table_cell *c)
{
	for (uint32_t r = c->row; r < c->row + c->rows; r++)
		for (uint32_t k = c->col; k < c->col + c->cols; k++)
			g->at[(size_t)r * g->cols + k] = c;
}

static void
fill_blanks(struct nb_arena *a, struct nb_table_grid *g)
{
	for (uint32_t r = 0; r < g->rows; r++)
		for (uint32_t k = 0; k < g->cols; k++) {
			struct nb_table_cell *blank;

			if (nb_table_at(g, r, k) != NULL)
				continue;
			blank = nb_new(a, struct nb_table_cell);
			blank->row = r;
			blank->col = k;
			blank->rows = blank->cols = 1;
			enter(g, blank);
		}
}

struct nb_table_grid
nb_table_grid_make(struct nb_arena *a, struct nb_table_cell *cell, uint32_t n,
    uint32_t rows, uint32_t n_head, struct nb_diags *d)
{
	struct placing p = { .rows = rows, .n_head = n_head, .diags = d };
	struct nb_table_grid g = { .rows = rows, .n_head = n_head };
	uint32_t end = 0, kept = 0;

	for (uint32_t i = 0; i < n; i++) {
		const uint32_t from =
		    i > 0 && cell[i - 1].row == cell[i].row ? end : 0;

		nb_assert(cell[i].row < rows);
		if (place_cell(&p, &cell[i], from)) {
			end = cell[i].col + cell[i].cols;
			cell[kept++] = cell[i];
		}
		if (i + 1 == n || cell[i + 1].row != cell[i].row)
			check_row(&p, &cell[i], end);
	}
	g.cols = p.cols;
	g.at = nb_new_n(a, struct nb_table_cell *, (size_t)rows * g.cols);
	for (uint32_t i = 0; i < kept; i++)
		enter(&g, &cell[i]);
	fill_blanks(a, &g);
	return g;
}
