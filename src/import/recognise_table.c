/*
 * import/recognise_table.c - tables: of cells that the format knows, or typed
 * with “|”, where a cell that is merged with the one above it is missing.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/grow.h"
#include "import/words.h"

enum { COLUMNS_MOST = 64 }; /* in which spans are followed */

static bool
is_typed_row(struct nb_str s)
{
	return nb_str_count(s, NB_S("|")) >= 2;
}

/* |---|:--:| */
static bool
is_rule(struct nb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '-' && s.p[i] != '|' && s.p[i] != ':' &&
		    s.p[i] != ' ')
			return false;
	return s.n > 0;
}

/* A row as typed: “a | b |” has three parts, the last of them empty. */
struct typed_row {
	struct nb_draft_row row; /* without empty cells at the end */
	uint32_t parts;
};

static void
add_cell(struct nb_recogniser *r, struct nb_draft_row *row,
    struct nb_draft_cell cell)
{
	row->cell = nb_grow(r->a, row->cell, row->n, sizeof(*row->cell));
	row->cell[row->n++] = cell;
}

static struct typed_row
read_row(struct nb_recogniser *r, struct nb_str s, uint32_t row)
{
	struct typed_row t = { { .row = row }, 0 };
	size_t at = nb_str_starts(s, NB_S("|")) ? 1 : 0;

	for (; at <= s.n; t.parts++) {
		size_t bar = nb_str_find(s, NB_S("|"), at);

		if (bar == SIZE_MAX)
			bar = s.n;
		add_cell(r, &t.row,
		    (struct nb_draft_cell){
			nb_str_trim(nb_str_sub(s, at, bar - at)), 1, 1 });
		at = bar + 1;
	}
	while (t.row.n > 0 && t.row.cell[t.row.n - 1].text.n == 0)
		t.row.n--;
	return t;
}

static bool
is_number(struct nb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!nb_is_digit((unsigned char)s.p[i]))
			return false;
	return s.n > 0;
}

/* How many cells at the left of a row are merged with those above. */
static uint32_t
count_merged(const struct nb_draft_row *head, uint32_t head_parts,
    const struct typed_row *t)
{
	if (t->row.n == 0 || t->row.n >= head->n)
		return 0;
	for (uint32_t i = 1; i + t->row.n <= head->n; i++)
		if (nb_word_is(nb_words_number_column, head->cell[i].text) &&
		    is_number(t->row.cell[0].text))
			return i;
	return t->parts < head_parts ? head->n - t->row.n : 0;
}

static void
add_row(struct nb_recogniser *r, struct nb_draft_table *table,
    const struct typed_row *t, uint32_t head_parts)
{
	struct nb_draft_row row = { .row = t->row.row };
	const struct nb_draft_row *head, *above;
	uint32_t merged;

	table->row = nb_grow(r->a, table->row, table->n, sizeof(*table->row));
	if (table->n == 0) {
		table->row[table->n++] = t->row;
		return;
	}
	if (t->row.n == 0)
		return;
	head = &table->row[0];
	above = &table->row[table->n - 1];
	merged = count_merged(head, head_parts, t);
	for (uint32_t i = 0; i < merged; i++)
		add_cell(r, &row,
		    (struct nb_draft_cell){
			i < above->n ? above->cell[i].text : NB_S(""), 0, 1 });
	for (uint32_t i = 0; i < t->row.n; i++)
		add_cell(r, &row, t->row.cell[i]);
	while (row.n < head->n)
		add_cell(r, &row, (struct nb_draft_cell){ NB_S(""), 1, 1 });
	table->row[table->n++] = row;
}

static void
say_bars(struct nb_recogniser *r, const struct nb_line *line)
{
	for (size_t at = 0;
	     (at = nb_str_find(line->text, NB_S("|"), at)) < line->text.n; at++)
		nb_recognise_moved(r, line->raw->row, NB_S("|"), "表格的分隔");
}

/* Cells 0 rows high become spans of those above. */
static void
merge(struct nb_draft_table *t)
{
	for (uint32_t k = 0; t->n > 0 && k < t->row[0].n; k++) {
		struct nb_draft_cell *top = NULL;

		for (uint32_t i = 0; i < t->n; i++) {
			if (k >= t->row[i].n)
				top = NULL;
			else if (t->row[i].cell[k].rows > 0)
				top = &t->row[i].cell[k];
			else if (top != NULL)
				top->rows++;
		}
	}
}

static struct nb_draft_table *
typed_table(struct nb_recogniser *r, uint32_t i, uint32_t end, uint32_t *ret_n)
{
	struct nb_draft_table *t = nb_new(r->a, struct nb_draft_table);
	const uint32_t first = i;
	struct typed_row typed;
	uint32_t head_parts = 0;

	for (; i < end && is_typed_row(r->line[i].text); i++) {
		if (is_rule(r->line[i].text)) {
			nb_recognise_left_out(r, r->line[i].raw->row,
			    r->line[i].text, "table-rule", "表格的横线");
			continue;
		}
		typed = read_row(r, r->line[i].text, r->line[i].raw->row);
		if (t->n == 0)
			head_parts = typed.parts;
		say_bars(r, &r->line[i]);
		add_row(r, t, &typed, head_parts);
	}
	*ret_n = i - first;
	merge(t);
	return t;
}

/* Which columns are still covered by a cell above, while rows are read. */
struct cover {
	uint32_t open[COLUMNS_MOST]; /* rows to come */
	struct nb_str text[COLUMNS_MOST];
};

static uint32_t
add_covered(struct nb_recogniser *r, struct cover *c, struct nb_draft_row *row,
    uint32_t column)
{
	for (; column < COLUMNS_MOST && c->open[column] > 0; column++) {
		c->open[column]--;
		add_cell(
		    r, row, (struct nb_draft_cell){ c->text[column], 0, 1 });
	}
	return column;
}

/*
 * The table of a format.  Cells below a span are put in, 0 rows high, so that
 * the columns of every row count from the left.
 */
static struct nb_draft_table *
known_table(
    struct nb_recogniser *r, const struct nb_raw_table *raw, uint32_t at_row)
{
	struct nb_draft_table *t = nb_new(r->a, struct nb_draft_table);
	struct cover *c = nb_new(r->a, struct cover);

	t->row = nb_new_n(r->a, struct nb_draft_row, raw->n);
	for (uint32_t i = 0; i < raw->n; i++) {
		struct nb_draft_row *row = &t->row[t->n++];
		uint32_t column = 0;

		row->row = at_row;
		for (uint32_t k = 0; k < raw->row[i].n; k++) {
			const struct nb_raw_cell *cell = &raw->row[i].cell[k];
			const uint32_t from = add_covered(r, c, row, column);

			column = from + cell->cols;
			add_cell(r, row,
			    (struct nb_draft_cell){
				cell->text, cell->rows, cell->cols });
			for (uint32_t at = from;
			     at < column && at < COLUMNS_MOST; at++) {
				c->open[at] = cell->rows - 1;
				c->text[at] = cell->text;
			}
		}
		add_covered(r, c, row, column);
	}
	return t;
}

bool
nb_recognise_is_table(const struct nb_recogniser *r, uint32_t i)
{
	return r->line[i].raw->table != NULL || is_typed_row(r->line[i].text);
}

struct nb_draft_table *
nb_recognise_table(struct nb_recogniser *r, uint32_t i, uint32_t *ret_n)
{
	const struct nb_line *line = &r->line[i];
	const uint32_t end = i < r->attachments ? r->attachments : r->n;

	*ret_n = 1;
	if (line->raw->table != NULL)
		return known_table(r, line->raw->table, line->raw->row);
	if (!is_typed_row(line->text))
		return NULL;
	return typed_table(r, i, end, ret_n);
}
