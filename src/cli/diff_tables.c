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
	g->row++;
}

void
nb_diff_pages_table(struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	const struct nb_table *t = nb_diff_pages_row(w, over)->table;
	struct grid g = grid_new(w);
	const struct nb_diff_entry *e;

	nb_diff_pages_field(w, over, NB_S("标题"));
	g.caption = nb_diff_pages_take(w);
	for (uint32_t i = 0; i < t->column.n; i++)
		add_words(&g, t->column.name[i].text);
	g.row = t->column.n > 0;
	while ((e = nb_diff_pages_under(w, over)) != NULL)
		add_cells(&g, e);
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

/* What is put together in each column; the last two only where it is said. */
enum { TASK_COLUMNS = 5, TASK_TERMS = 3 };

static const struct {
	const char *title, *field[2];
} task_column[TASK_COLUMNS] = {
	{ "任务内容", { "内容", NULL } },
	{ "责任单位", { "牵头", "责任" } },
	{ "时限", { "时限", NULL } },
	{ "进展", { "进展", NULL } },
	{ "依据、原因", { "依据", "原因" } },
};

static bool
is_said(const struct nb_diff_side *s, size_t column)
{
	for (uint32_t i = 0; i < s->n; i++)
		for (int k = 0; k < 2; k++)
			if (task_column[column].field[k] != NULL &&
			    s->row[i].kind == NB_DIFF_TASK_ROW &&
			    nb_diff_field(&s->row[i],
				nb_str_z(task_column[column].field[k])) != NULL)
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
add_task_row(struct grid *g, const struct nb_diff_entry *e)
{
	struct nb_diff_pages *w = g->w;

	for (size_t i = 0; i < g->task_columns; i++) {
		for (int k = 0; k < 2; k++) {
			const char *name = task_column[i].field[k];

			if (name == NULL)
				continue;
			if (w->piece->len > 0 &&
			    nb_diff_field(nb_diff_pages_row(w, e),
				nb_str_z(name)) != NULL)
				nb_diff_pages_words(w,
				    w->t->task_words.unit_sep,
				    nb_diff_pages_revision(e));
			nb_diff_pages_field(w, e, nb_str_z(name));
		}
		end_cell(g, 1, 1);
	}
	g->row++;
}

static void
add_task_group(struct grid *g, const struct nb_diff_entry *group)
{
	const uint32_t n = count_under(g->w, group);
	const struct nb_diff_entry *e;

	if (n == 0)
		return;
	nb_diff_pages_field(g->w, group, NB_S("工作任务"));
	end_cell(g, n, 1);
	while ((e = nb_diff_pages_under(g->w, group)) != NULL)
		add_task_row(g, e);
}

void
nb_diff_pages_task_table(
    struct nb_diff_pages *w, const struct nb_diff_entry *over)
{
	struct grid g = grid_new(w);
	const struct nb_diff_entry *e;

	nb_diff_pages_field(w, over, NB_S("标题"));
	nb_diff_pages_leaf(w, NB_REDLINE_ATTACHMENT, nb_diff_pages_take(w));
	g.task_columns = n_task_columns(w->d);
	add_words(&g, NB_S("工作任务"));
	for (size_t i = 0; i < g.task_columns; i++)
		add_words(&g, nb_str_z(task_column[i].title));
	g.row++;
	while ((e = nb_diff_pages_under(w, over)) != NULL)
		add_task_group(&g, e);
	end_grid(&g);
}

/* Kinds of rows that are told side by side. */
static bool
is_listed(const struct nb_diff_row *row, const struct nb_diff_text *x)
{
	if (row->kind == NB_DIFF_TABLE || row->kind == NB_DIFF_TASK_TABLE)
		return !nb_str_eq(x->name, NB_S("标题"));
	if (row->kind == NB_DIFF_METADATA)
		return !nb_str_eq(x->name, NB_S("标题")) &&
		    !nb_str_eq(x->name, NB_S("主送"));
	return row->kind == NB_DIFF_NOTICE || row->kind == NB_DIFF_INDICATOR ||
	    row->kind == NB_DIFF_CHART || row->kind == NB_DIFF_LAST ||
	    row->kind == NB_DIFF_LAST_TASK;
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

		if (!is_listed(&g->w->d->now.row[c->now], x))
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
	if (!is_listed(row, &c->text[0]))
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
	nb_diff_pages_paragraphs(w);
	for (size_t i = 0; i < NB_COUNT(columns); i++)
		add_words(&g, nb_str_z(columns[i]));
	g.row++;
	for (uint32_t i = 0; i < w->d->n; i++)
		list_change(&g, &w->d->change[i]);
	if (g.row == 1)
		g_array_set_size(w->leaf, at);
	end_grid(&g);
}
