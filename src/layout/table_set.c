/*
 * 表 of a chapter: 标题 above, then its rows (列, 行) in the text's galley; or,
 * where it says 横排, in one of its own.
 */
#include "base/arena.h"
#include "layout/table.h"

static const struct nb_piece *
one_piece(struct nb_galley *g, const struct nb_prose *text,
    const struct nb_text_style *style)
{
	struct nb_piece *piece = nb_new(g->arena, struct nb_piece);

	*piece =
	    (struct nb_piece){ text->text, nb_galley_hand(g, style), text };
	return piece;
}

static void
fill_cell(struct nb_galley *g, const struct nb_table *table,
    struct nb_table_cell *c, const struct nb_prose *text,
    const struct nb_text_style *style)
{
	c->rows = c->cols = 1;
	c->piece = one_piece(g, text, style);
	c->n_pieces = text->text.n != 0;
	c->span = c->n_pieces != 0 ? nb_prose_all(text) : table->span;
}

static uint32_t
count_cells(const struct nb_table *table)
{
	uint32_t n = table->column.n;

	for (uint32_t r = 0; r < table->n_rows; r++)
		n += table->row[r].n;
	return n;
}

struct nb_table_grid
nb_table_cells(
    struct nb_galley *g, const struct nb_table *table, struct nb_diags *d)
{
	const struct nb_table_style *style = &g->t->table_style;
	const uint32_t head = table->column.n > 0;
	struct nb_table_cell *cell =
	    nb_new_n(g->arena, struct nb_table_cell, count_cells(table));
	uint32_t n = 0;

	for (uint32_t k = 0; k < table->column.n; k++)
		fill_cell(
		    g, table, &cell[n++], &table->column.name[k], &style->head);
	for (uint32_t r = 0; r < table->n_rows; r++)
		for (uint32_t k = 0; k < table->row[r].n; k++, n++) {
			const struct nb_cell *from = &table->row[r].cell[k];

			fill_cell(
			    g, table, &cell[n], &from->text, &style->text);
			cell[n].row = head + r;
			cell[n].rows = MAX(from->rows, 1);
			cell[n].cols = MAX(from->cols, 1);
		}
	return nb_table_grid_make(
	    g->arena, cell, n, head + table->n_rows, head, d);
}

uint32_t
nb_table_caption(
    struct nb_galley *g, const struct nb_piece *piece, uint32_t n_pieces)
{
	const struct nb_text_style *style = &g->t->table_style.caption;
	const struct nb_atoms atoms =
	    nb_atoms_new(&g->shaper, g->arena, piece, n_pieces, style->size);
	const struct nb_line_look look =
	    nb_galley_look(g, NB_ROLE_TABLE_CAPTION, 0);
	const nb_len measure = g->shape->body_w;
	const struct nb_lines lines = nb_lines_break(
	    g->arena, &atoms, &g->t->breaking, measure, measure, NB_LINES_BEST);
	struct nb_item *item = nb_new_n(g->arena, struct nb_item, atoms.n);
	uint32_t n = 0;

	for (uint32_t i = 0; i < lines.n; i++) {
		const struct nb_line_fit *fit = &lines.line[i];
		const nb_len x = (measure - nb_line_width(&atoms, fit)) / 2;

		n += nb_line_set(g->arena, &atoms, fit, &look, x,
		    g->t->pitch * (nb_len)i, item + n);
	}
	if (n > 0)
		nb_galley_block(g, item, n, nb_galley_text_rows(g, lines.n))
		    ->unit.break_after = NB_BREAK_KEEP;
	nb_reading_at(g->reading, look.paragraph)->whole = look.paragraph;
	return look.paragraph;
}

void
nb_table_set(
    struct nb_galley *g, const struct nb_table *table, struct nb_diags *d)
{
	struct nb_table_grid grid = nb_table_cells(g, table, d);

	if (table->title.text.n != 0)
		grid.caption = nb_table_caption(g,
		    one_piece(g, &table->title, &g->t->table_style.caption), 1);
	nb_table_rows(g, &grid);
}
