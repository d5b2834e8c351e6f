/*
 * import/docx_table.c - tables of Word: a grid whose cells know their column
 * only by counting, and go on in the row below by saying so there.
 */
#include "import/docx.h"

#include "base/arena.h"
#include "import/log.h"

#include <glib.h>

enum { SPAN_MAX = 100, COLUMNS_MAX = 1000 };

/* A table while it is read. */
struct grid {
	struct nb_docx *x;
	struct nb_raw_row *row;
	uint32_t n;
	GArray *open; /* of struct open_cell, by column */
};

/* The cell that covers a column down to `end`, the row behind its last. */
struct open_cell {
	struct nb_raw_cell *cell;
	uint32_t end;
};

/* Rows and cells also stand in content controls and revision marks. */
static bool
is_wrapper(const struct nb_markup *e)
{
	static const char *const names[] = { "sdt", "sdtContent", "customXml",
		"ins", "moveTo" };

	for (size_t i = 0; i < NB_COUNT(names); i++)
		if (nb_markup_is(e, names[i]))
			return true;
	return false;
}

static uint32_t
count(const struct nb_markup *e, const char *name)
{
	uint32_t n = 0;

	for (const struct nb_markup *c = e->child; c != NULL; c = c->next)
		n += nb_markup_is(c, name) ? 1
		    : is_wrapper(c)        ? count(c, name)
					   : 0;
	return n;
}

static struct open_cell *
open_at(struct grid *g, uint32_t column)
{
	if (g->open->len <= column)
		g_array_set_size(g->open, column + 1);
	return &g_array_index(g->open, struct open_cell, column);
}

static uint32_t
span_of(const struct nb_markup *properties, const char *name, int least)
{
	return (uint32_t)CLAMP(
	    nb_docx_number(nb_docx_val(properties, name)), least, SPAN_MAX);
}

static bool
goes_on(const struct nb_markup *properties)
{
	const struct nb_markup *merge = nb_markup_child(properties, "vMerge");

	return merge != NULL &&
	    !nb_str_eq(nb_markup_attr(merge, "val"), NB_S("restart"));
}

/* What a cell says, an LF between two paragraphs. */
static struct nb_str
words_of(struct nb_docx *x, const struct nb_markup *tc)
{
	struct nb_lines lines = { .arena = x->arena };

	nb_docx_blocks(x, tc, &lines);
	for (uint32_t i = 0; i < lines.n; i++)
		if (lines.line[i].table != NULL)
			nb_log_add(x->log,
			    (struct nb_log_entry){ .what = NB_LOG_DOUBT,
				.row = lines.line[i].row,
				.rule = "nested-table",
				.why = "表格里还有表格，已拆成几行文字" });
	return nb_lines_join(&lines);
}

static void
add_cell(struct grid *g, uint32_t *column, uint32_t cols, struct nb_str text)
{
	struct nb_raw_row *row = &g->row[g->n];
	struct nb_raw_cell *cell = (struct nb_raw_cell *)&row->cell[row->n++];

	*cell = (struct nb_raw_cell){ .text = text, .rows = 1, .cols = cols };
	for (uint32_t i = 0; i < cols; i++)
		*open_at(g, *column + i) = (struct open_cell){ cell, g->n + 1 };
	*column += cols;
}

static void
take_cell(struct grid *g, const struct nb_markup *tc, uint32_t *column)
{
	const struct nb_markup *properties = nb_markup_child(tc, "tcPr");
	const uint32_t cols = span_of(properties, "gridSpan", 1);
	struct open_cell *above = open_at(g, *column);

	if (*column > COLUMNS_MAX)
		return;
	if (!goes_on(properties) || above->cell == NULL || above->end != g->n ||
	    above->cell->cols != cols) {
		add_cell(g, column, cols, words_of(g->x, tc));
		return;
	}
	nb_docx_leave_out(g->x, tc, "merged-cell",
	    "合并单元格里被盖住的文字，Word 里也看不见");
	above->cell->rows++;
	for (uint32_t i = 0; i < cols; i++)
		open_at(g, *column + i)->end = g->n + 1;
	*column += cols;
}

static void
take_cells(struct grid *g, const struct nb_markup *e, uint32_t *column)
{
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		if (nb_markup_is(c, "tc"))
			take_cell(g, c, column);
		else if (is_wrapper(c))
			take_cells(g, c, column);
	}
}

/* Rows that begin or end away from the edge of the table have a gap there. */
static void
take_gap(struct grid *g, const struct nb_markup *properties, const char *name,
    uint32_t *column)
{
	const uint32_t cols = span_of(properties, name, 0);

	if (cols > 0)
		add_cell(g, column, cols, NB_S(""));
}

/* Leaves out a row that is. */
static bool
is_deleted(struct nb_docx *x, const struct nb_markup *tr)
{
	const struct nb_markup *properties = nb_markup_child(tr, "trPr");

	if (nb_markup_child(properties, "del") == NULL)
		return false;
	nb_docx_leave_out(x, tr, "deleted", "修订里已删去的一行");
	return true;
}

static void
take_row(struct grid *g, const struct nb_markup *tr)
{
	const struct nb_markup *properties = nb_markup_child(tr, "trPr");
	uint32_t column = 0;

	if (is_deleted(g->x, tr))
		return;
	g->row[g->n].cell =
	    nb_new_n(g->x->arena, struct nb_raw_cell, count(tr, "tc") + 2);
	take_gap(g, properties, "gridBefore", &column);
	take_cells(g, tr, &column);
	take_gap(g, properties, "gridAfter", &column);
	g->n++;
}

static void
take_rows(struct grid *g, const struct nb_markup *e)
{
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		if (nb_markup_is(c, "tr"))
			take_row(g, c);
		else if (is_wrapper(c))
			take_rows(g, c);
	}
}

/* The most cells a row has. */
static uint32_t
widest(const struct nb_markup *e)
{
	uint32_t most = 0;

	for (const struct nb_markup *c = e->child; c != NULL; c = c->next)
		if (nb_markup_is(c, "tr"))
			most = MAX(most, count(c, "tc"));
		else if (is_wrapper(c))
			most = MAX(most, widest(c));
	return most;
}

/* A column that stands at a place of the page is a box: 版记 is made so. */
static bool
is_box(const struct nb_markup *tbl)
{
	const struct nb_markup *properties = nb_markup_child(tbl, "tblPr");

	return nb_markup_child(properties, "tblpPr") != NULL &&
	    widest(tbl) == 1;
}

static void
take_box(struct nb_docx *x, const struct nb_markup *e, struct nb_lines *to)
{
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		if (nb_markup_is(c, "tc"))
			nb_docx_blocks(x, c, to);
		else if (is_wrapper(c) ||
		    (nb_markup_is(c, "tr") && !is_deleted(x, c)))
			take_box(x, c, to);
	}
}

static void
take_table(struct nb_docx *x, const struct nb_markup *tbl, struct nb_lines *to)
{
	struct nb_raw_table *t = nb_new(x->arena, struct nb_raw_table);
	struct grid g = { .x = x,
		.row = nb_new_n(x->arena, struct nb_raw_row, count(tbl, "tr")),
		.open = g_array_new(FALSE, TRUE, sizeof(struct open_cell)) };
	const uint32_t row = x->row + 1;

	take_rows(&g, tbl);
	g_array_unref(g.open);
	t->row = g.row;
	t->n = g.n;
	if (t->n > 0)
		nb_lines_add(
		    to, (struct nb_raw_line){ .row = row, .table = t });
}

void
nb_docx_table(
    struct nb_docx *x, const struct nb_markup *tbl, struct nb_lines *to)
{
	if (is_box(tbl))
		take_box(x, tbl, to);
	else
		take_table(x, tbl, to);
}
