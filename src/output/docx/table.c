/*
 * A table: columns as wide as on the pages, merged cells, its head on each
 * page.
 */
#include "layout/table.h"

#include "base/arena.h"
#include "output/docx/blocks.h"
#include "output/docx/measure.h"

/* The cells on their places, measured. */
struct table {
	struct nb_ooxml *x;
	const struct nb_ms_table *what;
	const struct nb_page_shape *shape;
	struct nb_table_layout set;
};

static struct nb_table_grid
make_grid(const struct table *t)
{
	const struct nb_ms_table *what = t->what;
	struct nb_table_cell *cell =
	    nb_new_n(t->x->arena, struct nb_table_cell, what->n);

	for (uint32_t i = 0; i < what->n; i++) {
		const struct nb_ms_cell *from = &what->cell[i];

		cell[i] = (struct nb_table_cell){ .piece = from->piece,
			.n_pieces = from->n,
			.row = from->row,
			.rows = from->rows,
			.cols = from->cols };
	}
	return nb_table_grid_make(
	    t->x->arena, cell, what->n, what->rows, what->n_head, t->x->diags);
}

static void
measure(struct table *t)
{
	struct nb_galley g = t->x->scratch;

	g.shape = t->shape;
	t->set = (struct nb_table_layout){ .arena = t->x->arena,
		.t = t->x->t,
		.shape = t->shape,
		.grid = make_grid(t) };
	nb_table_fit(&g, &t->set);
}

static void
write_properties(const struct table *t)
{
	struct nb_xml *to = t->x->body;

	nb_xml_open(to, "w:tblPr");
	nb_xml_val(to, "w:tblStyle", nb_ooxml_style_id(NB_OFFICE_TABLE));
	nb_ooxml_write_width(to, "w:tblW", t->shape->body_w);
	nb_xml_val(to, "w:jc", "center");
	nb_xml_open(to, "w:tblLayout");
	nb_xml_attr(to, "w:type", "fixed");
	nb_xml_close(to);
	if (t->what->caption.n > 0) {
		nb_xml_open(to, "w:tblCaption");
		nb_xml_str(to, "w:val", t->what->caption);
		nb_xml_close(to);
	}
	nb_xml_close(to);
	nb_xml_open(to, "w:tblGrid");
	for (uint32_t k = 0; k < t->set.grid.cols; k++) {
		nb_xml_open(to, "w:gridCol");
		nb_xml_int(to, "w:w", nb_twips(t->set.x[k + 1] - t->set.x[k]));
		nb_xml_close(to);
	}
	nb_xml_close(to);
}

static void
write_cell_properties(
    const struct table *t, const struct nb_table_cell *c, uint32_t row)
{
	struct nb_xml *to = t->x->body;

	nb_xml_open(to, "w:tcPr");
	nb_ooxml_write_width(
	    to, "w:tcW", t->set.x[c->col + c->cols] - t->set.x[c->col]);
	if (c->cols > 1)
		nb_xml_val_int(to, "w:gridSpan", c->cols);
	if (c->rows > 1)
		nb_xml_val(
		    to, "w:vMerge", row == c->row ? "restart" : "continue");
	nb_xml_val(to, "w:vAlign", "center");
	nb_xml_close(to);
}

static void
write_cell(const struct table *t, const struct nb_table_cell *c, uint32_t row)
{
	const bool head = c->row < t->set.grid.n_head;
	const struct nb_ooxml_look look = {
		.style = head ? NB_OFFICE_TABLE_HEAD : NB_OFFICE_TABLE_TEXT,
		.align = head    ? NULL
		    : c->centred ? "center"
		    : c->even    ? "both"
				 : NULL,
	};

	nb_xml_open(t->x->body, "w:tc");
	write_cell_properties(t, c, row);
	nb_ooxml_begin(t->x, look);
	for (uint32_t i = 0; i < c->n_pieces && row == c->row; i++)
		nb_ooxml_add(t->x, nb_ooxml_text(c->piece[i].text));
	nb_ooxml_flush(t->x);
	nb_xml_close(t->x->body);
}

static void
write_row(const struct table *t, uint32_t row)
{
	const struct nb_table_grid *grid = &t->set.grid;
	struct nb_xml *to = t->x->body;
	const struct nb_table_cell *c;

	nb_xml_open(to, "w:tr");
	nb_xml_open(to, "w:trPr");
	nb_xml_flag(to, "w:cantSplit");
	if (row < grid->n_head)
		nb_xml_flag(to, "w:tblHeader");
	nb_xml_close(to);
	for (uint32_t k = 0; k < grid->cols; k += c->cols) {
		c = nb_table_at(grid, row, k);
		write_cell(t, c, row);
	}
	nb_xml_close(to);
}

void
nb_ooxml_table(struct nb_ooxml *x, const struct nb_ms_table *table)
{
	struct table t = { .x = x,
		.what = table,
		.shape = table->turned ? &x->t->turned : &x->t->upright };

	if (table->caption.n > 0)
		nb_ooxml_paragraph(x,
		    (struct nb_ooxml_look){ .style = NB_OFFICE_CAPTION },
		    table->caption);
	nb_ooxml_flush(x);
	measure(&t);
	nb_xml_open(x->body, "w:tbl");
	write_properties(&t);
	for (uint32_t r = 0; r < t.set.grid.rows; r++)
		write_row(&t, r);
	nb_xml_close(x->body);
}
