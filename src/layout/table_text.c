/*
 * The text of a table's cells: measured, given its column's width, broken into
 * lines by the breaker of all text.
 */
#include "base/arena.h"
#include "layout/table.h"
#include "layout/table_width.h"

/* The widest part of a text that has no place to break. */
static nb_len
widest_piece(const struct nb_atoms *atoms, int cost_word)
{
	nb_len most = 0;

	for (uint32_t begin = 0, i = 0; i < atoms->n; i++) {
		nb_len width;

		if (i + 1 < atoms->n && atoms->atom[i].cost >= cost_word)
			continue;
		width = nb_atoms_width(atoms, begin, i + 1);
		most = MAX(most, width - atoms->atom[i].end_blank);
		begin = i + 1;
	}
	return most;
}

/* The head's cells name columns; one that spans rows at their left, those. */
enum nb_cell_head
nb_table_head(const struct nb_table_grid *grid, const struct nb_table_cell *c)
{
	if (c->row < grid->n_head)
		return NB_CELL_COLUMN;
	return c->col == 0 && c->rows > 1 ? NB_CELL_ROW : NB_CELL_DATA;
}

/* Counts the cell as a paragraph. */
static void
note_cell(struct nb_galley *g, const struct nb_table_grid *grid,
    struct nb_table_cell *c)
{
	struct nb_page_block *block;

	c->paragraph = nb_reading_add(g->reading, NB_ROLE_CELL, 0);
	block = nb_reading_at(g->reading, c->paragraph);
	block->whole = grid->caption != 0 ? grid->caption
					  : nb_table_at(grid, 0, 0)->paragraph;
	block->head = nb_table_head(grid, c);
	block->row = c->row;
	block->rows = c->rows;
	block->col = c->col;
	block->cols = c->cols;
}

static void
measure_cell(struct nb_galley *g, const struct nb_table_grid *grid,
    struct nb_table_cell *c)
{
	const struct nb_table_style *style = &g->t->table_style;
	const struct nb_text_style *text =
	    c->row < grid->n_head ? &style->head : &style->text;

	c->atoms = nb_atoms_new(
	    &g->shaper, g->arena, c->piece, c->n_pieces, text->size);
	note_cell(g, grid, c);
	c->natural = nb_atoms_width(&c->atoms, 0, c->atoms.n);
	c->least = c->natural <= style->word
	    ? c->natural
	    : widest_piece(&c->atoms, g->t->breaking.cost_word);
}

/* The cells in the order of rows, as the widths want them. */
static struct nb_width_cell *
list_cells(struct nb_galley *g, struct nb_table_grid *grid, uint32_t *n)
{
	struct nb_width_cell *list = nb_new_n(
	    g->arena, struct nb_width_cell, (size_t)grid->rows * grid->cols);

	*n = 0;
	for (uint32_t r = 0; r < grid->rows; r++)
		for (uint32_t k = 0; k < grid->cols; k++) {
			struct nb_table_cell *c = nb_table_at(grid, r, k);

			if (!nb_table_is_corner(grid, r, k))
				continue;
			measure_cell(g, grid, c);
			list[(*n)++] = (struct nb_width_cell){ c->row, c->rows,
				c->col, c->cols, c->natural, c->least };
		}
	return list;
}

static nb_len *
find_edges(struct nb_galley *g, struct nb_table_grid *grid)
{
	const struct nb_table_style *style = &g->t->table_style;
	const struct nb_width_frame frame = { grid->cols, g->shape->body_w,
		style->text.size, style->pad };
	nb_len *x = nb_new_n(g->arena, nb_len, grid->cols + 1);
	uint32_t n;
	const struct nb_width_cell *cell = list_cells(g, grid, &n);

	nb_table_widths(&frame, cell, n, x + 1);
	for (uint32_t k = 0; k < grid->cols; k++)
		x[k + 1] += x[k];
	return x;
}

/*
 * A narrow cell keeps its lines as they are, not spread: they may be of any
 * length, and rather end behind a mark than within a name.
 */
static struct nb_lines
break_loosely(struct nb_galley *g, struct nb_table_cell *c, nb_len room)
{
	struct nb_break_style style = g->t->breaking;

	style.cost_stretch = g->t->table_style.cost_loose;
	for (uint32_t i = 0; i < c->atoms.n; i++)
		if (c->atoms.atom[i].class != NB_MARK_POINT)
			c->atoms.atom[i].cost += g->t->table_style.cost_name;
	return nb_lines_break(
	    g->arena, &c->atoms, &style, room, room, NB_LINES_BEST);
}

static void
break_cell(struct nb_galley *g, const struct nb_table_layout *t,
    struct nb_table_cell *c)
{
	const struct nb_table_style *style = &g->t->table_style;
	const nb_len room =
	    MAX(t->x[c->col + c->cols] - t->x[c->col] - 2 * style->pad, 1);

	c->even = room >= style->even ||
	    c->natural / MAX(style->even_lines, 1) > room;
	c->lines = c->even ? nb_lines_break(g->arena, &c->atoms,
				 &g->t->breaking, room, room, NB_LINES_BEST)
			   : break_loosely(g, c, room);
}

/* A column whose cells are one line each, or short for the most part. */
static bool
is_centred_column(const struct nb_table_grid *grid, uint32_t k, nb_len word)
{
	uint32_t cells = 0, lines = 0, words = 0;

	for (uint32_t r = grid->n_head; r < grid->rows; r++) {
		const struct nb_table_cell *c = nb_table_at(grid, r, k);

		if (c->cols > 1 || c->lines.n == 0)
			continue;
		cells++;
		lines += c->lines.n == 1;
		words += c->natural <= word;
	}
	return lines == cells || 2 * words > cells;
}

static void
align_column(const struct nb_table_layout *t, uint32_t k)
{
	const bool centred =
	    is_centred_column(&t->grid, k, t->t->table_style.word);

	for (uint32_t r = 0; r < t->grid.rows; r++) {
		struct nb_table_cell *c = nb_table_at(&t->grid, r, k);

		if (!nb_table_is_corner(&t->grid, r, k))
			continue;
		c->centred = r < t->grid.n_head ||
		    (c->lines.n == 1 && (centred || c->cols > 1));
	}
}

void
nb_table_fit(struct nb_galley *g, struct nb_table_layout *table)
{
	const struct nb_table_grid *grid = &table->grid;

	table->x = find_edges(g, &table->grid);
	for (uint32_t r = 0; r < grid->rows; r++)
		for (uint32_t k = 0; k < grid->cols; k++)
			if (nb_table_is_corner(grid, r, k))
				break_cell(g, table, nb_table_at(grid, r, k));
	for (uint32_t k = 0; k < grid->cols; k++)
		align_column(table, k);
}
