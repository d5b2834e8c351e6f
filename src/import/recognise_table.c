/*
 * import/recognise_table.c - tables: of cells that the format knows, or typed
 * with “|”, where a cell that is merged with the one above it is missing.  A
 * head that is printed again on the next page is left out.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/grow.h"
#include "import/log.h"
#include "import/vocabulary.h"
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

/* framed: the bar at the start of a row has no cell before it. */
static struct typed_row
read_row(struct nb_recogniser *r, struct nb_str s, uint32_t row, bool framed)
{
	struct typed_row t = { { .row = row }, 0 };
	size_t at = framed && nb_str_starts(s, NB_S("|")) ? 1 : 0;

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
count_merged(const struct nb_vocabulary *words, const struct nb_draft_row *head,
    uint32_t head_parts, const struct typed_row *t)
{
	if (t->row.n == 0 || t->row.n >= head->n)
		return 0;
	for (uint32_t i = 1; i + t->row.n <= head->n; i++)
		if (nb_words_have(
			&words->column[NB_COLUMN_NUMBER], head->cell[i].text) &&
		    is_number(t->row.cell[0].text))
			return i;
	return t->parts < head_parts ? head->n - t->row.n : 0;
}

/* Empty cells at the end of a head may be of columns. */
static void
widen(struct nb_recogniser *r, struct nb_draft_row *row, uint32_t n)
{
	while (row->n < n)
		add_cell(r, row, (struct nb_draft_cell){ NB_S(""), 1, 1 });
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
	if (table->n == 1 && t->row.n <= head_parts)
		widen(r, &table->row[0], t->row.n);
	head = &table->row[0];
	above = &table->row[table->n - 1];
	merged = count_merged(r->words, head, head_parts, t);
	for (uint32_t i = 0; i < merged; i++)
		add_cell(r, &row,
		    (struct nb_draft_cell){
			i < above->n ? above->cell[i].text : NB_S(""), 0, 1 });
	for (uint32_t i = 0; i < t->row.n; i++)
		add_cell(r, &row, t->row.cell[i]);
	widen(r, &row, head->n);
	table->row[table->n++] = row;
}

static bool
is_same_row(const struct nb_draft_row *a, const struct nb_draft_row *b)
{
	if (a->n != b->n)
		return false;
	for (uint32_t i = 0; i < a->n; i++)
		if (!nb_str_eq(a->cell[i].text, b->cell[i].text) ||
		    a->cell[i].rows != b->cell[i].rows ||
		    a->cell[i].cols != b->cell[i].cols)
			return false;
	return true;
}

/* A row as it was typed, before cells that are merged were put in. */
static bool
is_typed_again(
    const struct nb_draft_table *t, uint32_t i, const struct typed_row *typed)
{
	struct nb_draft_row head;

	if (i + 1 >= t->n)
		return false;
	head = t->row[i];
	while (head.n > typed->row.n && head.cell[head.n - 1].text.n == 0)
		head.n--;
	return is_same_row(&head, &typed->row);
}

/* How many rows of a head, of two at most, have come again with this one. */
static uint32_t
count_again(const struct nb_draft_table *t, const struct typed_row *typed,
    uint32_t before)
{
	if (is_typed_again(t, 0, typed))
		return 1;
	return before == 1 && is_typed_again(t, 1, typed) ? 2 : 0;
}

static void
say_again(struct nb_recogniser *r, const struct nb_draft_row *row)
{
	for (uint32_t i = 0; i < row->n; i++)
		if (row->cell[i].rows > 0 && row->cell[i].text.n > 0)
			nb_recognise_left_out(r, row->row, row->cell[i].text,
			    "table-head", "表头，换页时重复");
}

static void
say_bars(struct nb_recogniser *r, const struct nb_line *line)
{
	for (size_t at = 0; !line->raw->joined &&
	     (at = nb_str_find(line->text, NB_S("|"), at)) < line->text.n;
	     at++)
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
	const bool framed = nb_str_starts(r->line[i].text, NB_S("|"));
	const uint32_t first = i;
	struct typed_row typed;
	uint32_t head_parts = 0, again = 0; /* rows of the head */

	for (; i < end && is_typed_row(r->line[i].text); i++) {
		if (is_rule(r->line[i].text)) {
			nb_recognise_left_out(r, r->line[i].raw->row,
			    r->line[i].text, "table-rule", "表格的横线");
			continue;
		}
		typed =
		    read_row(r, r->line[i].text, r->line[i].raw->row, framed);
		if (t->n == 0)
			head_parts = typed.parts;
		say_bars(r, &r->line[i]);
		again = count_again(t, &typed, again);
		if (again > 0)
			say_again(r, &typed.row);
		else
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
	struct nb_draft_table *all = nb_new(r->a, struct nb_draft_table);
	struct cover *c = nb_new(r->a, struct cover);

	all->row = nb_new_n(r->a, struct nb_draft_row, raw->n);
	for (uint32_t i = 0; i < raw->n; i++) {
		struct nb_draft_row *row = &all->row[all->n++];
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
	return all;
}

/* How many rows the head takes by its spans. */
static uint32_t
head_rows(const struct nb_draft_table *t)
{
	uint32_t n = 1;

	for (uint32_t i = 0; t->n > 0 && i < t->row[0].n; i++)
		if (t->row[0].cell[i].rows > n)
			n = t->row[0].cell[i].rows;
	return n;
}

/* Whether the head of `of` stands at row i of t. */
static bool
is_head_at(
    const struct nb_draft_table *of, const struct nb_draft_table *t, uint32_t i)
{
	const uint32_t n = head_rows(of);

	for (uint32_t k = 0; k < n; k++)
		if (i + k >= t->n || k >= of->n ||
		    !is_same_row(&of->row[k], &t->row[i + k]))
			return false;
	return of->n > 0 && of->row[0].n > 1;
}

/* How many rows of `more` from row i on are the head of `of` once more. */
static uint32_t
count_head(const struct nb_draft_table *of, const struct nb_draft_table *more,
    uint32_t i)
{
	const uint32_t n = head_rows(of);

	if (i + n >= more->n || !is_head_at(of, more, i))
		return 0;
	return n +
	    (n < of->n && i + n + 1 < more->n &&
		is_same_row(&of->row[n], &more->row[i + n]));
}

/* Adds the rows of `more`, but no head again. */
static void
add_rows(struct nb_recogniser *r, struct nb_draft_table *to,
    const struct nb_draft_table *more)
{
	for (uint32_t i = 0; i < more->n;) {
		uint32_t heads = count_head(to, more, i);

		for (; heads > 0; heads--)
			say_again(r, &more->row[i++]);
		to->row = nb_grow(r->a, to->row, to->n, sizeof(*to->row));
		to->row[to->n++] = more->row[i++];
	}
}

bool
nb_recognise_is_table(const struct nb_recogniser *r, uint32_t i)
{
	return r->line[i].raw->table != NULL || is_typed_row(r->line[i].text);
}

/* The table at line i alone; NULL when there is none. */
static struct nb_draft_table *
table_at(struct nb_recogniser *r, uint32_t i, uint32_t end, uint32_t *ret_n)
{
	const struct nb_line *line = &r->line[i];

	*ret_n = 1;
	if (line->raw->table != NULL) {
		struct nb_draft_table *t =
		    known_table(r, line->raw->table, line->raw->row);

		t->lies = line->raw->lies;
		return t;
	}
	if (!is_typed_row(line->text))
		return NULL;
	return typed_table(r, i, end, ret_n);
}

static bool
is_continued(const struct nb_recogniser *r, const struct nb_line *line)
{
	return nb_words_have(&r->words->table.continued,
	    nb_plain(r->a, nb_unspaced(r->a, line->text)));
}

/*
 * Adds a table at line i that is the rest of t on the next page: its head is
 * the same, or “续表” stands over it and it has as many columns.  Returns how
 * many lines it takes, or 0.
 */
static uint32_t
take_rest(
    struct nb_recogniser *r, struct nb_draft_table *t, uint32_t i, uint32_t end)
{
	const uint32_t mark = i < end && is_continued(r, &r->line[i]);
	struct nb_import_log *log = r->log, unsaid;
	struct nb_draft_table *rest = NULL;
	uint32_t n;

	nb_log_init(&unsaid, r->a);
	r->log = &unsaid;
	if (i + mark < end)
		rest = table_at(r, i + mark, end, &n);
	r->log = log;
	if (rest == NULL ||
	    (!is_head_at(t, rest, 0) &&
		(mark == 0 || rest->row[0].n != t->row[0].n)))
		return 0;
	if (mark > 0)
		nb_recognise_left_out(r, r->line[i].raw->row, r->line[i].text,
		    "table-head", "续表的标记，表格接起来了");
	for (uint32_t k = 0; k < unsaid.n; k++)
		nb_log_add(r->log, unsaid.entry[k]);
	add_rows(r, t, rest);
	return mark + n;
}

struct nb_draft_table *
nb_recognise_table(struct nb_recogniser *r, uint32_t i, uint32_t *ret_n)
{
	const uint32_t end = i < r->attachments ? r->attachments : r->n;
	struct nb_draft_table *all = table_at(r, i, end, ret_n), *t;
	uint32_t more = all != NULL;

	if (all == NULL)
		return NULL;
	t = nb_new(r->a, struct nb_draft_table);
	t->lies = all->lies;
	add_rows(r, t, all);
	for (; more > 0; *ret_n += more)
		more = take_rest(r, t, i + *ret_n, end);
	return t;
}
