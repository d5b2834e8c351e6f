/*
 * import/recognise_tasks.c - a table of tasks becomes 任务表, a row a task:
 * by the names of its columns, in one row of heads or in two.  A table that
 * does not fit stays what it is.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/grow.h"
#include "import/progress.h"
#include "import/vocabulary.h"
#include "import/words.h"

/* A table while it is read. */
struct reading {
	struct nb_recogniser *r;
	const struct nb_draft_table *from;
	uint32_t n; /* rows, without that of the tally */
	uint32_t heads, columns;
	uint32_t at[NB_COLUMNS]; /* UINT32_MAX: there is none */
	struct nb_draft_tasks *to;
	struct nb_draft_text group; /* of the rows to come */
};

/* The cell that covers a column, or NULL. */
static const struct nb_draft_cell *
cell_at(const struct nb_draft_row *row, uint32_t column)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < row->n; i++) {
		at += row->cell[i].cols;
		if (column < at)
			return &row->cell[i];
	}
	return NULL;
}

static uint32_t
columns_of(const struct nb_draft_row *row)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < row->n; i++)
		n += row->cell[i].cols;
	return n;
}

static struct nb_str
text_at(const struct nb_draft_row *row, uint32_t column)
{
	const struct nb_draft_cell *c = cell_at(row, column);

	return c != NULL ? c->text : NB_S("");
}

static struct nb_str
cell_text(const struct reading *t, const struct nb_draft_row *row,
    enum nb_column column)
{
	return t->at[column] == UINT32_MAX ? NB_S("")
					   : text_at(row, t->at[column]);
}

/* The lowest head of a column. */
static enum nb_column
column_at(const struct reading *t, uint32_t column)
{
	struct nb_str s = NB_S("");

	for (uint32_t i = t->heads; i > 0 && s.n == 0; i--)
		s = nb_unspaced(t->r->a, text_at(&t->from->row[i - 1], column));
	return nb_vocabulary_column(t->r->words, nb_plain(t->r->a, s));
}

/* The place of every column; false when one is unknown or twice there. */
static bool
read_columns(struct reading *t, uint32_t heads)
{
	t->heads = heads;
	t->columns = columns_of(&t->from->row[heads - 1]);
	for (unsigned i = 0; i < NB_COLUMNS; i++)
		t->at[i] = UINT32_MAX;
	for (uint32_t i = 0; i < t->columns; i++) {
		const enum nb_column c = column_at(t, i);

		if (c == NB_COLUMN_UNKNOWN || t->at[c] != UINT32_MAX ||
		    cell_at(&t->from->row[heads - 1], i)->cols > 1)
			return false;
		t->at[c] = i;
	}
	return true;
}

static bool
has(const struct reading *t, enum nb_column column)
{
	return t->at[column] != UINT32_MAX;
}

/*
 * 工作任务 alone is what is to be done, and has no group above it; 牵头 alone
 * answers for it.
 */
static bool
settle_columns(struct reading *t)
{
	if (!has(t, NB_COLUMN_TASK)) {
		t->at[NB_COLUMN_TASK] = t->at[NB_COLUMN_GROUP];
		t->at[NB_COLUMN_GROUP] = UINT32_MAX;
	}
	if (has(t, NB_COLUMN_LEAD) && !has(t, NB_COLUMN_UNITS)) {
		t->at[NB_COLUMN_UNITS] = t->at[NB_COLUMN_LEAD];
		t->at[NB_COLUMN_LEAD] = UINT32_MAX;
	}
	return has(t, NB_COLUMN_TASK) &&
	    (has(t, NB_COLUMN_GROUP) || has(t, NB_COLUMN_UNITS) ||
		has(t, NB_COLUMN_DUE) || has(t, NB_COLUMN_PROGRESS));
}

/* “一、依法决策” over the rows of a table without a column of groups. */
static bool
is_group_row(const struct reading *t, const struct nb_draft_row *row)
{
	uint32_t filled = 0;

	if (has(t, NB_COLUMN_GROUP) || row->n == 0 ||
	    row->cell[0].text.n == 0 || row->cell[0].rows != 1)
		return false;
	if (row->cell[0].cols >= t->columns)
		return true;
	for (uint32_t i = 0; i < row->n; i++)
		filled += row->cell[i].text.n > 0;
	return filled == 1 && t->at[NB_COLUMN_TASK] > 0;
}

/* A row with a task of its own, no cell of which spans columns. */
static bool
is_task_row(const struct reading *t, const struct nb_draft_row *row)
{
	const struct nb_draft_cell *c = cell_at(row, t->at[NB_COLUMN_TASK]);

	for (uint32_t i = 0; i < row->n; i++)
		if (row->cell[i].cols != 1)
			return false;
	return c != NULL && c->rows > 0 && c->text.n > 0 &&
	    columns_of(row) <= t->columns;
}

/* Whether all rows can be told, every task has a group, and these tasks. */
static bool
fits(const struct reading *t, struct nb_str title)
{
	bool grouped = has(t, NB_COLUMN_GROUP) || title.n > 0, tasks = true;

	for (uint32_t i = t->heads; i < t->n; i++) {
		const struct nb_draft_row *row = &t->from->row[i];
		const bool group = is_group_row(t, row);

		if (group ? !tasks : !grouped || !is_task_row(t, row))
			return false;
		grouped |= group;
		tasks = !group;
	}
	return t->n > t->heads && tasks;
}

/* “1.加强领导”: the table is numbered by the program. */
static struct nb_str
without_ordinal(struct nb_recogniser *r, struct nb_str s, uint32_t row)
{
	struct nb_ordinal o;

	if (!nb_ordinal_read(s, &o) || o.odd)
		return s;
	nb_recognise_moved(
	    r, row, nb_str_trim(nb_str_sub(s, 0, o.len)), "任务表的序号");
	return nb_str_from(s, o.len);
}

/* A group that was printed again goes on. */
static void
begin_group(struct reading *t, struct nb_str text, uint32_t row)
{
	const struct nb_str group = without_ordinal(t->r, text, row);

	if (t->to->n > 0 && nb_str_eq(group, t->group.text))
		nb_recognise_left_out(
		    t->r, row, group, "table-group", "合并的格，换页时重复");
	else
		t->group = (struct nb_draft_text){ group, row };
}

/* So does one whose cell is merged or empty. */
static void
take_group(struct reading *t, const struct nb_draft_row *row)
{
	const struct nb_draft_cell *c = has(t, NB_COLUMN_GROUP)
	    ? cell_at(row, t->at[NB_COLUMN_GROUP])
	    : NULL;

	if (c != NULL && c->text.n > 0 && (c->rows > 0 || t->to->n == 0))
		begin_group(t, c->text, row->row);
}

/* What a cell says; “/” and the like say nothing. */
static struct nb_draft_text
said_in(const struct reading *t, const struct nb_draft_row *row,
    enum nb_column column)
{
	const struct nb_str s = cell_text(t, row, column);

	if (s.n > 0 && nb_words_have(&t->r->words->table.empty, s)) {
		nb_recognise_left_out(
		    t->r, row->row, s, "table-empty", "表格里表示没有的格");
		return (struct nb_draft_text){ NB_S(""), 0 };
	}
	return (struct nb_draft_text){ s, s.n > 0 ? row->row : 0 };
}

static void
take_row(struct reading *t, const struct nb_draft_row *row)
{
	const struct nb_str number = cell_text(t, row, NB_COLUMN_NUMBER);
	struct nb_draft_task task = {
		.text = { cell_text(t, row, NB_COLUMN_TASK), row->row },
		.target = said_in(t, row, NB_COLUMN_TARGET),
		.lead_unit = said_in(t, row, NB_COLUMN_LEAD),
		.units = said_in(t, row, NB_COLUMN_UNITS),
		.due = said_in(t, row, NB_COLUMN_DUE),
		.evidence = said_in(t, row, NB_COLUMN_EVIDENCE),
		.cause = said_in(t, row, NB_COLUMN_CAUSE),
	};

	take_group(t, row);
	task.group = t->group;
	if (number.n > 0)
		nb_recognise_moved(t->r, row->row, number, "任务表的序号");
	nb_progress_take(t->r, &task, said_in(t, row, NB_COLUMN_PROGRESS),
	    said_in(t, row, NB_COLUMN_WHY), said_in(t, row, NB_COLUMN_REMARK));
	t->to->task =
	    nb_grow(t->r->a, t->to->task, t->to->n, sizeof(*t->to->task));
	t->to->task[t->to->n++] = task;
}

static void
say_heads(const struct reading *t)
{
	for (uint32_t i = 0; i < t->heads; i++) {
		const struct nb_draft_row *row = &t->from->row[i];

		for (uint32_t k = 0; k < row->n; k++)
			if (row->cell[k].rows > 0 && row->cell[k].text.n > 0)
				nb_recognise_moved(t->r, row->row,
				    row->cell[k].text, "任务表的栏目");
	}
}

static void
take_rows(struct reading *t)
{
	for (uint32_t i = t->heads; i < t->n; i++) {
		const struct nb_draft_row *row = &t->from->row[i];

		if (is_group_row(t, row))
			begin_group(t, row->cell[0].text, row->row);
		else
			take_row(t, row);
	}
}

/* “41项：完成36、部分完成4” over a last row; NULL when there is none. */
static const struct nb_draft_row *
tally_of(struct nb_recogniser *r, const struct nb_draft_table *table)
{
	const struct nb_draft_row *last = &table->row[table->n - 1];

	return last->n == 1 && last->cell[0].cols > 1 &&
		nb_progress_is_tally(
		    r->words, nb_plain(r->a, last->cell[0].text))
	    ? last
	    : NULL;
}

void
nb_recognise_tally(struct nb_recogniser *r, uint32_t row, struct nb_str text)
{
	nb_recognise_left_out(
	    r, row, text, "tally", "任务表的小计，由程序计算");
}

struct nb_draft_tasks *
nb_recognise_tasks(struct nb_recogniser *r, const struct nb_draft_table *table,
    struct nb_str title)
{
	struct reading t = { .r = r, .from = table };
	const struct nb_draft_row *tally =
	    table->n > 0 ? tally_of(r, table) : NULL;

	t.n = table->n - (tally != NULL);
	if (t.n < 2 ||
	    (!read_columns(&t, 1) && (t.n < 3 || !read_columns(&t, 2))) ||
	    !settle_columns(&t) || !fits(&t, title))
		return NULL;
	t.to = nb_new(r->a, struct nb_draft_tasks);
	t.to->lies = table->lies;
	t.group.text = title;
	say_heads(&t);
	take_rows(&t);
	if (tally != NULL)
		nb_recognise_tally(r, tally->row, tally->cell[0].text);
	if (!has(&t, NB_COLUMN_GROUP) &&
	    nb_str_eq(t.to->task[0].group.text, title))
		nb_recognise_doubt(r, table->row[0].row, NB_S(""), "no-group",
		    "表里没有分组，用表题作了工作任务");
	return t.to;
}
