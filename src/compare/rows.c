/*
 * compare/rows.c - what stands where is told here, which fields there are by
 * the tables of model/keys.h.
 */
#include "compare/rows.h"

#include "base/arena.h"
#include "base/hant.h"
#include "model/keys.h"
#include "model/number.h"

#include <glib.h>

struct rows {
	struct nb_arena *arena;
	const struct nb_report *r;
	bool fold;
	GArray *row;               /* of struct nb_diff_row */
	GArray *field;             /* of the row under way */
	unsigned through, chapter; /* ordinals that go on counting */
};

static struct nb_diff_row *
row_at(const struct rows *b, uint32_t i)
{
	return &g_array_index(b->row, struct nb_diff_row, i);
}

static void
add(struct rows *b, struct nb_str name, struct nb_str text)
{
	const struct nb_diff_field f = { name, text,
		b->fold ? nb_hant_fold(b->arena, text) : text, NULL };

	g_array_append_val(b->field, f);
}

static void
add_prose(struct rows *b, struct nb_str name, const struct nb_prose *p)
{
	add(b, name, p->text);
	g_array_index(b->field, struct nb_diff_field, b->field->len - 1).prose =
	    p;
}

static void
add_some(struct rows *b, struct nb_str name, struct nb_str text)
{
	if (text.n > 0)
		add(b, name, text);
}

static struct nb_str
date_text(struct nb_arena *a, const struct nb_date *d)
{
	if (d->year != 0)
		return nb_date_text(a, d);
	return d->span.text != NULL ? nb_span_str(d->span) : NB_S("");
}

static struct nb_str
years_text(struct nb_arena *a, const struct nb_report *r)
{
	if (r->year == 0)
		return NB_S("");
	return r->year == r->last_year
	    ? nb_arena_printf(a, "%d", r->year)
	    : nb_arena_printf(a, "%d—%d", r->year, r->last_year);
}

/* What stands under a key that holds no further keys; empty for others. */
static struct nb_str
value_text(struct rows *b, const struct nb_key *key, const void *owner)
{
	const void *at = (const char *)owner + key->at;
	const struct nb_names *names = at;
	const struct nb_paras *paras = at;
	uint32_t count;

	switch (key->value) {
	case NB_VALUE_TEXT:
	case NB_VALUE_PLAIN:
	case NB_VALUE_FORMULA:
		return ((const struct nb_prose *)at)->text;
	case NB_VALUE_PARAS:
		return nb_prose_join(b->arena, paras->para, paras->n, "\n");
	case NB_VALUE_NAMES:
	case NB_VALUE_FIGURES:
		return nb_prose_join(b->arena, names->name, names->n, "、");
	case NB_VALUE_DATE:
		return date_text(b->arena, at);
	case NB_VALUE_YEARS:
		return years_text(b->arena, owner);
	case NB_VALUE_COUNT:
		count = *(const uint32_t *)at;
		return count <= 1 ? NB_S("")
				  : nb_arena_printf(b->arena, "%u", count);
	case NB_VALUE_CHOICE:
		return nb_choice_word(key->choice, *(const unsigned *)at);
	case NB_VALUE_FLAG:
		return *(const bool *)at ? nb_choice_word(key->choice, true)
					 : NB_S("");
	case NB_VALUE_OBJECT:
	case NB_VALUE_INLINE:
	case NB_VALUE_LIST:
	case NB_VALUE_MAP:
		return NB_S("");
	}
	NB_UNREACHABLE();
}

/* “密级”, or “版头·密级” where the row is not of that object. */
static struct nb_str
field_name(struct rows *b, const char *of, const char *name)
{
	return of == NULL ? nb_str_z(name)
			  : nb_arena_printf(b->arena, "%s·%s", of, name);
}

static void
add_key(
    struct rows *b, const char *of, const struct nb_key *key, const void *owner)
{
	add_some(b, field_name(b, of, key->name), value_text(b, key, owner));
	if (key->value == NB_VALUE_FORMULA)
		add_some(b, field_name(b, of, "算式"),
		    ((const struct nb_prose *)((const char *)owner + key->also))
			->text);
}

static bool
is_paragraphs(const struct nb_key *key)
{
	return key->value == NB_VALUE_PARAS;
}

/*
 * 文号 of 版头 and 公开日期 of 公开 are those of the report, wherever they are
 * written, unless both are and differ (model/report.c).
 */
static bool
is_told_outside(
    const struct rows *b, const struct nb_key *key, const void *owner)
{
	const struct nb_report *r = b->r;

	if (owner == r->head && key->at == offsetof(struct nb_head, doc_number))
		return nb_str_eq(r->head->doc_number.text, r->doc_number.text);
	if (owner == r->disclosure &&
	    key->at == offsetof(struct nb_disclosure, published))
		return r->published.year != 0 &&
		    nb_date_cmp(&r->disclosure->published, &r->published) == 0;
	return false;
}

/* All of them but paragraphs that are rows themselves. */
static void
add_keys(struct rows *b, const char *of, const struct nb_object *object,
    const void *owner, bool paragraphs)
{
	for (size_t i = 0; i < object->n_keys; i++) {
		const struct nb_key *key = &object->key[i];

		if ((paragraphs || !is_paragraphs(key)) &&
		    !is_told_outside(b, key, owner))
			add_key(b, of, key, owner);
	}
}

/* Rows of one kind under the same follow each other. */
static uint32_t
number_of(const struct rows *b, enum nb_diff_kind kind, uint32_t over)
{
	const struct nb_diff_row *last;
	uint32_t i = b->row->len;

	if (i == 0 || i - 1 == over)
		return 1;
	for (last = row_at(b, i - 1); last->over != over;)
		last = row_at(b, last->over);
	return last->kind == kind ? last->number + 1 : 1;
}

/* The fields so far are a row of that kind. */
static uint32_t
end_row(
    struct rows *b, enum nb_diff_kind kind, uint32_t over, struct nb_span span)
{
	struct nb_diff_row row = {
		.kind = kind,
		.over = over,
		.end = b->row->len + 1,
		.number = number_of(b, kind, over),
		.n = b->field->len,
		.span = span,
	};
	struct nb_diff_field *field =
	    nb_new_n(b->arena, struct nb_diff_field, row.n);

	for (uint32_t i = 0; i < row.n; i++) {
		field[i] = g_array_index(b->field, struct nb_diff_field, i);
		row.chars += (uint32_t)nb_str_chars(field[i].text);
	}
	row.field = field;
	g_array_set_size(b->field, 0);
	g_array_append_val(b->row, row);
	for (; over != NB_DIFF_NONE; over = row_at(b, over)->over)
		row_at(b, over)->end = b->row->len;
	return b->row->len - 1;
}

static uint32_t
add_object(struct rows *b, enum nb_diff_kind kind, uint32_t over,
    const struct nb_object *object, const void *owner)
{
	add_keys(b, NULL, object, owner, true);
	return end_row(b, kind, over,
	    object->span_at == NB_NO_FIELD
		? b->r->span
		: *(const struct nb_span *)((const char *)owner +
		      object->span_at));
}

static void
add_paras(struct rows *b, enum nb_diff_kind kind, uint32_t over,
    const struct nb_paras *p)
{
	for (uint32_t i = 0; i < p->n; i++) {
		add_prose(b, NB_S("正文"), &p->para[i]);
		end_row(b, kind, over, nb_prose_all(&p->para[i]));
	}
}

static struct nb_str
ordinal(struct rows *b, unsigned depth, unsigned number)
{
	const struct nb_numbering *numbering = &b->r->numbering;
	const uint32_t last = numbering->level.n;
	struct nb_str pattern;

	if (last == 0)
		return NB_S("");
	pattern = numbering->level.name[MIN(depth, last) - 1].text;
	if (numbering->through.text.n > 0 &&
	    nb_str_eq(pattern, numbering->through.text))
		number = ++b->through;
	return nb_number_mark(b->arena, pattern, number);
}

/* Columns by their names where every cell is of one, and no two are equal. */
static bool
is_regular(const struct nb_table *t, const struct nb_row *row)
{
	for (uint32_t i = 0; i < row->n; i++)
		if (row->n != t->column.n || row->cell[i].cols != 1 ||
		    t->column.name[i].text.n == 0)
			return false;
	for (uint32_t i = 1; i < row->n; i++)
		for (uint32_t k = 0; k < i; k++)
			if (nb_str_eq(
				t->column.name[i].text, t->column.name[k].text))
				return false;
	return true;
}

static void
add_cell(struct rows *b, struct nb_str name, const struct nb_cell *cell)
{
	add(b, name, cell->text.text);
	if (cell->rows > 1)
		add(b, nb_arena_printf(b->arena, NB_FMT "·跨行", NB_ARG(name)),
		    nb_arena_printf(b->arena, "%u", cell->rows));
	if (cell->cols > 1)
		add(b, nb_arena_printf(b->arena, NB_FMT "·跨列", NB_ARG(name)),
		    nb_arena_printf(b->arena, "%u", cell->cols));
}

enum { NAMED_CELLS = 64 }; /* a row of more is told by numbers */

static void
add_cells(struct rows *b, uint32_t over, const struct nb_table *t,
    const struct nb_row *row)
{
	const bool regular = row->n <= NAMED_CELLS && is_regular(t, row);
	struct nb_span span = t->span;

	for (uint32_t i = 0; i < row->n; i++)
		add_cell(b,
		    regular ? t->column.name[i].text
			    : nb_arena_printf(b->arena, "第%u格", i + 1),
		    &row->cell[i]);
	for (uint32_t i = row->n; i-- > 0;)
		if (row->cell[i].text.source != NULL)
			span = nb_prose_all(&row->cell[i].text);
	end_row(b, NB_DIFF_CELLS, over, span);
}

static void
add_table(struct rows *b, uint32_t over, const struct nb_table *t)
{
	const uint32_t table =
	    add_object(b, NB_DIFF_TABLE, over, &nb_object_table, t);

	row_at(b, table)->table = t;
	for (uint32_t i = 0; i < t->n_rows; i++)
		add_cells(b, table, t, &t->row[i]);
}

static uint32_t
add_heading(struct rows *b, uint32_t over, const struct nb_section *s,
    unsigned depth, unsigned number)
{
	uint32_t at;

	add_keys(b, NULL, &nb_object_section, s, false);
	add(b, NB_S("层次"), nb_arena_printf(b->arena, "%u", depth));
	at = end_row(b, NB_DIFF_HEADING, over, s->span);
	row_at(b, at)->mark = ordinal(b, depth, number);
	row_at(b, at)->depth = depth;
	return at;
}

static void
add_section(struct rows *b, uint32_t over, const struct nb_section *s,
    unsigned depth, unsigned number)
{
	const uint32_t at = add_heading(b, over, s, depth, number);

	add_paras(b, NB_DIFF_PARAGRAPH, at, &s->body);
	if (s->table != NULL)
		add_table(b, at, s->table);
	if (s->chart != NULL) {
		const uint32_t chart = add_object(
		    b, NB_DIFF_CHART, at, &nb_object_chart, s->chart);

		row_at(b, chart)->chart = s->chart;
	}
	for (uint32_t i = 0; i < s->n_children; i++)
		add_section(b, at, &s->child[i], depth + 1, i + 1);
}

/* A chapter that is told by its own key. */
static uint32_t
add_chapter(struct rows *b, enum nb_diff_kind kind,
    const struct nb_object *object, const void *owner, bool printed)
{
	const uint32_t at = add_object(b, kind, NB_DIFF_NONE, object, owner);

	if (printed)
		row_at(b, at)->mark = ordinal(b, 1, ++b->chapter);
	return at;
}

static void
add_problems(struct rows *b, const struct nb_problems *p)
{
	uint32_t at;

	if (p == NULL)
		return;
	at = add_chapter(
	    b, NB_DIFF_PROBLEMS, &nb_object_problems, p, p->title.text.n > 0);
	for (uint32_t i = 0; i < p->n; i++)
		add_object(
		    b, NB_DIFF_PROBLEM, at, &nb_object_problem, &p->problem[i]);
}

/* kind is that of the heading, the next is that of a task. */
static void
add_tasks(struct rows *b, enum nb_diff_kind kind, const struct nb_tasks *t)
{
	uint32_t at;

	if (t == NULL)
		return;
	at = add_chapter(b, kind, &nb_object_tasks, t, kind == NB_DIFF_NEXT);
	for (uint32_t i = 0; i < t->n; i++)
		add_object(b, kind + 1, at, &nb_object_task, &t->task[i]);
}

static void
add_task_table(struct rows *b, const struct nb_task_table *t)
{
	uint32_t at, group;

	if (t == NULL)
		return;
	at =
	    add_chapter(b, NB_DIFF_TASK_TABLE, &nb_object_task_table, t, false);
	for (uint32_t i = 0; i < t->n; i++) {
		const struct nb_task_group *g = &t->group[i];

		group = add_object(
		    b, NB_DIFF_TASK_GROUP, at, &nb_object_task_group, g);
		for (uint32_t k = 0; k < g->n; k++)
			add_object(b, NB_DIFF_TASK_ROW, group,
			    &nb_object_task_row, &g->task[k]);
	}
}

/* The objects that are maps of few words: 版头, 版记, 档案, 公开, 编号, 印发.
 */
static void
add_form(struct rows *b, const struct nb_key *key)
{
	const void *at = (const char *)b->r + key->at;
	const void *owner =
	    key->value == NB_VALUE_INLINE ? at : *(const void *const *)at;

	if (owner == NULL || key->object == &nb_object_problems ||
	    key->object == &nb_object_tasks ||
	    key->object == &nb_object_task_table)
		return;
	add_keys(b, key->name, key->object, owner, false);
}

static void
add_metadata(struct rows *b)
{
	const struct nb_object *o = &nb_object_report;

	add_keys(b, NULL, o, b->r, false);
	for (size_t i = 0; i < o->n_keys; i++)
		if (o->key[i].value == NB_VALUE_INLINE ||
		    o->key[i].value == NB_VALUE_OBJECT)
			add_form(b, &o->key[i]);
	for (uint32_t i = 0; i < b->r->n_ignores; i++) {
		const struct nb_ignore *g = &b->r->ignore[i];

		add(b,
		    nb_arena_printf(b->arena, "忽略·" NB_FMT, NB_ARG(g->code)),
		    g->reason.text);
	}
	end_row(b, NB_DIFF_METADATA, NB_DIFF_NONE, b->r->span);
}

static void
add_indicators(struct rows *b)
{
	for (uint32_t i = 0; i < b->r->n_indicators; i++) {
		const struct nb_indicator *in = &b->r->indicator[i];

		add(b, NB_S("名称"), in->name);
		add_object(b, NB_DIFF_INDICATOR, NB_DIFF_NONE,
		    &nb_object_indicator, in);
	}
}

struct nb_diff_side
nb_diff_rows(struct nb_arena *a, const struct nb_report *r, bool fold)
{
	struct rows b = {
		.arena = a,
		.r = r,
		.fold = fold,
		.row = g_array_new(FALSE, FALSE, sizeof(struct nb_diff_row)),
		.field =
		    g_array_new(FALSE, FALSE, sizeof(struct nb_diff_field)),
	};
	struct nb_diff_side side = { .report = r };
	struct nb_diff_row *row;

	add_metadata(&b);
	add_indicators(&b);
	if (r->notice != NULL)
		add_paras(&b, NB_DIFF_NOTICE, NB_DIFF_NONE, &r->notice->body);
	add_paras(&b, NB_DIFF_LEAD, NB_DIFF_NONE, &r->lead);
	for (uint32_t i = 0; i < r->n_sections; i++)
		add_section(&b, NB_DIFF_NONE, &r->section[i], 1, ++b.chapter);
	add_problems(&b, r->problems);
	add_tasks(&b, NB_DIFF_NEXT, r->next_tasks);
	add_tasks(&b, NB_DIFF_LAST, r->last_tasks);
	add_paras(&b, NB_DIFF_CLOSING, NB_DIFF_NONE, &r->closing);
	add_task_table(&b, r->task_table);
	side.n = b.row->len;
	side.row = row = nb_new_n(a, struct nb_diff_row, side.n);
	for (uint32_t i = 0; i < side.n; i++)
		row[i] = *row_at(&b, i);
	g_array_unref(b.row);
	g_array_unref(b.field);
	return side;
}
