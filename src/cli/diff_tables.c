/*
 * Tables of a 花脸稿: those of the report row by row, and what is no text of
 * it: the old value beside the new one.
 */
#include "base/arena.h"
#include "cli/diff_pages.h"
#include "cli/diff_show.h"
#include "layout/table_grid.h"
#include "model/number.h"

#include <stdlib.h>

/* Cells as they come, row by row. */
struct grid {
	struct nb_diff_pages *w;
	struct nb_redline_text caption;
	GArray *cell; /* of struct nb_redline_cell */
	uint32_t row;
	uint32_t task; /* 序号 */
	size_t task_columns;
};

static struct grid
grid_new(struct nb_diff_pages *w)
{
	return (struct grid){
		.w = w,
		.cell =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_redline_cell)),
	};
}

/* The pieces so far are a cell that takes so many rows and columns. */
static void
end_cell(struct grid *g, uint32_t rows, uint32_t cols)
{
	const struct nb_redline_cell cell = { nb_diff_pages_take(g->w), g->row,
		rows, cols };

	g_array_append_val(g->cell, cell);
}

static void
add_words(struct grid *g, struct nb_str words)
{
	nb_diff_pages_words(g->w, words, NB_REVISION_NONE);
	end_cell(g, 1, 1);
}

static void
end_grid(struct grid *g)
{
	const uint32_t n = g->cell->len;
	struct nb_redline_cell *cell =
	    nb_new_n(g->w->arena, struct nb_redline_cell, n);
	const struct nb_redline_leaf leaf = {
		.kind = NB_REDLINE_TABLE,
		.text = g->caption,
		.cell = cell,
		.n_cells = n,
		.rows = g->row,
	};

	for (guint i = 0; i < n; i++)
		cell[i] = g_array_index(g->cell, struct nb_redline_cell, i);
	if (g->row > 1)
		g_array_append_val(g->w->leaf, leaf);
	g_array_unref(g->cell);
}

/* 跨行, 跨列 of a cell stand behind it; 1 when it does not say. */
static uint32_t
span_of(const struct nb_diff_pages *w, const struct nb_diff_row *row,
    uint32_t cell, struct nb_str what)
{
	for (uint32_t i = cell + 1; i < row->n && i <= cell + 2; i++)
		if (nb_str_ends(row->field[i].name, what) &&
		    nb_str_starts(row->field[i].name, row->field[cell].name))
			return (uint32_t)atoi(
			    nb_arena_str(w->arena, row->field[i].text).p);
	return 1;
}

static bool
is_span(struct nb_str name)
{
	return nb_str_ends(name, NB_S("·跨行")) ||
	    nb_str_ends(name, NB_S("·跨列"));
}

/* A column of either draft's table, or of both. */
struct column {
	struct nb_str name;
	enum nb_revision revision;
};

static bool
has_column(const struct nb_table *t, struct nb_str name)
{
	for (uint32_t i = 0; t != NULL && i < t->column.n; i++)
		if (nb_str_eq(t->column.name[i].text, name))
			return true;
	return false;
}

/* Columns of t from i on that `other` lacks; returns behind them. */
static uint32_t
add_lost(GArray *all, const struct nb_table *t, uint32_t i,
    const struct nb_table *other, enum nb_revision revision)
{
	for (; t != NULL && i < t->column.n &&
	     !has_column(other, t->column.name[i].text);
	     i++) {
		const struct column c = { t->column.name[i].text, revision };

		g_array_append_val(all, c);
	}
	return i;
}

/* What has gone stands where it was, before what is new there. */
static GArray *
all_columns(const struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	const struct nb_table *old =
	    e->old == NB_DIFF_NONE ? NULL : w->d->old.row[e->old].table;
	const struct nb_table *now =
	    e->now == NB_DIFF_NONE ? NULL : w->d->now.row[e->now].table;
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct column));
	uint32_t was = add_lost(all, old, 0, now, NB_REVISION_DELETED);
	uint32_t is = add_lost(all, now, 0, old, NB_REVISION_INSERTED);

	while (now != NULL && is < now->column.n) {
		const struct column c = { now->column.name[is].text,
			NB_REVISION_NONE };

		g_array_append_val(all, c);
		was = add_lost(all, old, was + 1, now, NB_REVISION_DELETED);
		is = add_lost(all, now, is + 1, old, NB_REVISION_INSERTED);
	}
	g_array_set_size(all, MIN(all->len, NB_TABLE_COLS));
	return all;
}

/* Whether its cells are told by the names of columns. */
static bool
is_named(const struct nb_diff_row *row, const GArray *columns)
{
	for (guint i = 0; i < columns->len; i++)
		if (row->n > 0 &&
		    nb_str_eq(row->field[0].name,
			g_array_index(columns, struct column, i).name))
			return true;
	return false;
}

static void
add_named_cells(
    struct grid *g, const struct nb_diff_entry *e, const GArray *columns)
{
	for (guint i = 0; i < columns->len; i++) {
		nb_diff_pages_field(
		    g->w, e, g_array_index(columns, struct column, i).name);
		end_cell(g, 1, 1);
	}
}

/* Cells of the row as it is now, or was; no more than a table can have. */
static void
add_cells(struct grid *g, const struct nb_diff_entry *e)
{
	const struct nb_diff_row *row = nb_diff_pages_row(g->w, e);

	for (uint32_t i = 0, n = 0; i < row->n && n < NB_TABLE_COLS; i++) {
		const struct nb_str name = row->field[i].name;

		if (is_span(name))
			continue;
		n++;
		nb_diff_pages_field(g->w, e, name);
		end_cell(g, span_of(g->w, row, i, NB_S("·跨行")),
		    span_of(g->w, row, i, NB_S("·跨列")));
	}
}

static void
add_head(struct grid *g, const GArray *columns)
{
	for (guint i = 0; i < columns->len; i++) {
		const struct column *c =
		    &g_array_index(columns, struct column, i);

		nb_diff_pages_words(g->w, c->name, c->revision);
		end_cell(g, 1, 1);
	}
	g->row = columns->len > 0;
}

void
nb_diff_pages_table(struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	g_autoptr(GArray) columns = all_columns(w, over);
	struct grid g = grid_new(w);
	const struct nb_diff_entry *e;

	nb_diff_pages_field(w, over, NB_S("标题"));
	g.caption = nb_diff_pages_take(w);
	add_head(&g, columns);
	while ((e = nb_diff_pages_under(w, over)) != NULL) {
		if (is_named(nb_diff_pages_row(w, e), columns))
			add_named_cells(&g, e, columns);
		else
			add_cells(&g, e);
		g.row++;
	}
	end_grid(&g);
}

/* What stands under an entry and has not been told. */
static uint32_t
count_under(struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	const uint32_t next = w->next;
	uint32_t n = 0;

	while (nb_diff_pages_under(w, over) != NULL)
		n++;
	w->next = next;
	return n;
}

/* What is put together in each column, behind that of the group and 序号. */
enum { TASK_FIRST = 2, TASK_COLUMNS = 5, TASK_TERMS = 3 };

static const char *const task_column[TASK_COLUMNS][2] = {
	{ "内容", NULL },
	{ "牵头", "责任" },
	{ "时限", NULL },
	/* only where they are said: */
	{ "进展", NULL },
	{ "依据", "原因" },
};

static bool
is_said(const struct nb_diff_side *s, size_t column)
{
	for (uint32_t i = 0; i < s->n; i++)
		for (int k = 0; k < 2; k++)
			if (task_column[column][k] != NULL &&
			    s->row[i].kind == NB_DIFF_TASK_ROW &&
			    nb_diff_field(&s->row[i],
				nb_str_z(task_column[column][k])) != NULL)
				return true;
	return false;
}

static size_t
n_task_columns(const struct nb_diff *d)
{
	size_t n = TASK_TERMS;

	for (size_t i = TASK_TERMS; i < TASK_COLUMNS; i++)
		if (is_said(&d->old, i) || is_said(&d->now, i))
			n = TASK_COLUMNS;
	return n;
}

static void
add_task_cell(struct grid *g, const struct nb_diff_entry *e, size_t column)
{
	struct nb_diff_pages *w = g->w;

	for (int k = 0; k < 2 && task_column[column][k] != NULL; k++) {
		const struct nb_str name = nb_str_z(task_column[column][k]);

		if (w->piece->len > 0 &&
		    nb_diff_field(nb_diff_pages_row(w, e), name) != NULL)
			nb_diff_pages_words(w,
			    column < TASK_TERMS ? w->t->task_words.unit_sep
						: w->t->task_words.reason_sep,
			    nb_diff_pages_revision(e));
		nb_diff_pages_field(w, e, name);
	}
	end_cell(g, 1, 1);
}

/* Numbered as the new draft is. */
static void
add_task_row(struct grid *g, const struct nb_diff_entry *e)
{
	const bool gone = nb_diff_pages_revision(e) == NB_REVISION_DELETED;

	g->task += !gone;
	add_words(
	    g, gone ? NB_S("") : nb_arena_printf(g->w->arena, "%u", g->task));
	for (size_t i = 0; i < g->task_columns; i++)
		add_task_cell(g, e, i);
	g->row++;
}

static void
add_task_group(struct grid *g, const struct nb_diff_entry *group)
{
	const enum nb_revision revision = nb_diff_pages_revision(group);
	const uint32_t n = count_under(g->w, group);
	const struct nb_diff_entry *e;

	if (n == 0)
		return;
	if (revision != NB_REVISION_DELETED)
		nb_diff_pages_words(g->w,
		    nb_number_mark(g->w->arena, g->w->t->task_words.group,
			nb_diff_pages_row(g->w, group)->number),
		    revision);
	nb_diff_pages_field(g->w, group, NB_S("工作任务"));
	end_cell(g, n, 1);
	while ((e = nb_diff_pages_under(g->w, group)) != NULL)
		add_task_row(g, e);
}

void
nb_diff_pages_task_table(
    struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	const struct nb_words *column = &w->t->task_words.column;
	struct nb_redline_leaf attachment = { .kind = NB_REDLINE_ATTACHMENT };
	struct grid g = grid_new(w);
	const struct nb_diff_entry *e;

	nb_diff_pages_field(w, over, NB_S("标题"));
	attachment.title = nb_diff_pages_prose(w);
	g_array_append_val(w->leaf, attachment);
	g.task_columns = n_task_columns(w->d);
	for (size_t i = 0; i < TASK_FIRST + g.task_columns; i++)
		add_words(&g, i < column->n ? column->word[i] : NB_S(""));
	g.row++;
	while ((e = nb_diff_pages_under(w, over)) != NULL)
		add_task_group(&g, e);
	end_grid(&g);
}

static bool
is_drawn(const struct nb_diff_pages *w, struct nb_str name)
{
	for (guint i = 0; i < w->drawn->len; i++)
		if (nb_str_eq(nb_str_z(w->drawn->pdata[i]), name))
			return true;
	return false;
}

/* What is told side by side. */
static bool
is_listed(const struct nb_diff_pages *w, const struct nb_diff_row *row,
    const struct nb_diff_text *x)
{
	if (row->kind == NB_DIFF_TABLE || row->kind == NB_DIFF_TASK_TABLE)
		return !nb_str_eq(x->name, NB_S("标题"));
	if (row->kind == NB_DIFF_METADATA)
		return !is_drawn(w, x->name);
	if (row->kind == NB_DIFF_NOTICE)
		return w->d->now.report->notice == NULL;
	return row->kind == NB_DIFF_INDICATOR || row->kind == NB_DIFF_CHART ||
	    row->kind == NB_DIFF_LAST || row->kind == NB_DIFF_LAST_TASK;
}

/* “行政处罚”, “上年任务1” */
static struct nb_str
listed_name(const struct nb_diff_pages *w, const struct nb_diff_change *c)
{
	const bool gone = c->now == NB_DIFF_NONE;
	const struct nb_diff_side *s = gone ? &w->d->old : &w->d->now;
	const uint32_t row = gone ? c->old : c->now;

	if (s->row[row].kind == NB_DIFF_INDICATOR)
		return nb_diff_main(&s->row[row]);
	return nb_diff_place(w->arena, s, row);
}

/* “39件；算式：…；上年：…” of one side. */
static struct nb_str
listed_value(
    const struct nb_diff_pages *w, const struct nb_diff_change *c, bool now)
{
	struct nb_str s = NB_S("");

	for (uint32_t i = 0; i < c->n; i++) {
		const struct nb_diff_text *x = &c->text[i];
		const struct nb_str value = now ? x->now : x->old;
		const bool bare = nb_str_eq(x->name, NB_S("值")) ||
		    nb_str_eq(x->name, NB_S("正文"));

		if (value.n == 0 || nb_str_eq(x->name, NB_S("名称")))
			continue;
		s = nb_arena_printf(w->arena, NB_FMT "%s" NB_FMT "%s" NB_FMT,
		    NB_ARG(s), s.n > 0 ? "；" : "",
		    NB_ARG(bare ? NB_S("") : x->name), bare ? "" : "：",
		    NB_ARG(value));
	}
	return s;
}

static struct nb_str
figure_of(const struct nb_diff_change *c)
{
	for (uint32_t i = 0; i < c->n; i++)
		if (c->text[i].n == 2 && c->text[i].edit[1].figure.n > 0)
			return c->text[i].edit[1].figure;
	return NB_S("");
}

static void
list_metadata(struct grid *g, const struct nb_diff_change *c)
{
	for (uint32_t i = 0; i < c->n; i++) {
		const struct nb_diff_text *x = &c->text[i];

		if (!is_listed(g->w, &g->w->d->now.row[c->now], x))
			continue;
		add_words(g, x->name);
		add_words(g, x->old);
		add_words(g, x->now);
		add_words(g, NB_S(""));
		g->row++;
	}
}

static void
list_change(struct grid *g, const struct nb_diff_change *c)
{
	const struct nb_diff_row *row = c->now == NB_DIFF_NONE
	    ? &g->w->d->old.row[c->old]
	    : &g->w->d->now.row[c->now];

	if (c->n == 0 || c->script)
		return;
	if (row->kind == NB_DIFF_METADATA) {
		list_metadata(g, c);
		return;
	}
	if (!is_listed(g->w, row, &c->text[0]))
		return;
	add_words(g, listed_name(g->w, c));
	add_words(g, listed_value(g->w, c, false));
	add_words(g, listed_value(g->w, c, true));
	add_words(g, figure_of(c));
	g->row++;
}

void
nb_diff_pages_list(struct nb_diff_pages *w)
{
	static const char *const columns[] = { "项目", "旧稿", "新稿", "增减" };
	const guint at = w->leaf->len;
	struct grid g = grid_new(w);

	nb_diff_pages_words(w, NB_S("附：不在正文里的改动"), NB_REVISION_NOTE);
	nb_diff_pages_leaf(w, NB_REDLINE_LIST, nb_diff_pages_take(w));
	for (size_t i = 0; i < NB_COUNT(columns); i++)
		add_words(&g, nb_str_z(columns[i]));
	g.row++;
	for (uint32_t i = 0; i < w->d->n; i++)
		list_change(&g, &w->d->change[i]);
	if (g.row == 1)
		g_array_set_size(w->leaf, at);
	end_grid(&g);
}
