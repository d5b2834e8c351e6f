/*
 * check/answers_open.c - what is promised to a year, and what the years before
 * left open.
 */
#include "check/answers_parts.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/kin.h"
#include "check/ours.h"
#include "check/promise.h"
#include "model/tally.h"

enum { SAME = 80 }; /* a promise that is made again [percent] */

/* Promises out of last year's report. */
struct maker {
	struct nb_arena *arena;
	const struct nb_report *last;
	struct nb_answers before; /* what last year had to answer */
	struct nb_kin *again;     /* its 下年任务 */
	struct nb_kin *open;      /* of `before`, what it left open … */
	GArray *since;   /* … and the year each is due from, of int */
	GHashTable *had; /* texts of promises made from its answers */
	GArray *out;     /* of struct nb_answer */
};

static bool
is_open(const struct nb_answer *it)
{
	switch (it->state) {
	case NB_ANSWERED_NOT:
	case NB_ANSWERED_BLANK:
		return true;
	case NB_ANSWERED_UNSURE:
		return false;
	case NB_ANSWERED_ALIKE:
	case NB_ANSWERED:
		return nb_progress_is_open(it->answer->progress);
	}
	NB_UNREACHABLE();
}

static void
maker_init(struct maker *m, struct nb_arena *a, const struct nb_report *last)
{
	const struct nb_tasks *next = last->next_tasks;

	*m = (struct maker){ .arena = a, .last = last };
	m->before = nb_answers_last(a, last);
	m->again = nb_kin_new();
	m->open = nb_kin_new();
	m->since = g_array_new(FALSE, FALSE, sizeof(int));
	m->had = nb_str_table();
	m->out = g_array_new(FALSE, FALSE, sizeof(struct nb_answer));
	for (uint32_t i = 0; next != NULL && i < next->n; i++)
		nb_kin_add(m->again, nb_answer_text(a, last, &next->task[i]));
	for (uint32_t i = 0; i < m->before.n; i++) {
		const struct nb_answer *it = &m->before.answer[i];

		if (!is_open(it))
			continue;
		nb_kin_add(m->open, nb_answer_text(a, it->of, it->promise));
		g_array_append_val(m->since, it->since);
	}
}

static void
maker_clear(struct maker *m)
{
	nb_kin_free(m->again);
	nb_kin_free(m->open);
	g_array_unref(m->since);
	g_hash_table_unref(m->had);
	g_array_unref(m->out);
}

static bool
is_taken_up(struct maker *m, struct nb_str text)
{
	const struct nb_kin_match near = nb_kin_find(m->again, text);

	return near.unsure || near.inside || near.likeness >= NB_PROMISE_ALIKE;
}

static void
add(struct maker *m, enum nb_promised promised, const struct nb_task *task,
    const struct nb_report *of, int year)
{
	const struct nb_kin_match near =
	    nb_kin_find(m->open, nb_answer_text(m->arena, of, task));
	struct nb_answer it = {
		.promised = promised,
		.promise = task,
		.of = of,
		.year = year,
		.since = year,
	};

	if (near.likeness >= SAME)
		it.since = g_array_index(m->since, int, near.index);
	g_array_append_val(m->out, it);
}

/* The tasks of last year that were not finished and are not taken up again. */
static void
add_unfinished(
    struct maker *m, enum nb_promised promised, const GPtrArray *tasks)
{
	for (guint i = 0; i < tasks->len; i++) {
		const struct nb_task *task = tasks->pdata[i];
		struct nb_str *text = nb_new(m->arena, struct nb_str);

		*text = nb_answer_text(m->arena, m->last, task);
		if (nb_progress_is_open(task->progress) &&
		    !is_taken_up(m, *text) && g_hash_table_add(m->had, text))
			add(m, promised, task, m->last, m->last->last_year);
	}
}

static void
add_left_undone(struct maker *m)
{
	const struct nb_tally tally = nb_tally_table(m->last->task_table);
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	g_autoptr(GPtrArray) rows = g_ptr_array_new();

	nb_promise_list(items, m->last->last_tasks);
	nb_promise_table(rows, m->last->task_table);
	if (nb_tally_is_reported(&tally))
		add_unfinished(m, NB_PROMISED_ROW, rows);
	add_unfinished(m, NB_PROMISED_CARRIED, items);
}

/* Whether last year's report answered any promise of that file. */
static bool
answers_file(const struct nb_answers *before, const struct nb_report *of)
{
	for (uint32_t i = 0; i < before->n; i++)
		if (before->answer[i].of == of &&
		    before->answer[i].answer != NULL)
			return true;
	return false;
}

/* Once passed over, a promise is asked for the next year and no longer. */
static void
add_passed_over(struct maker *m)
{
	for (uint32_t i = 0; i < m->before.n; i++) {
		const struct nb_answer *it = &m->before.answer[i];

		if ((it->state == NB_ANSWERED_NOT ||
			it->state == NB_ANSWERED_BLANK) &&
		    it->promised != NB_PROMISED_DROPPED &&
		    answers_file(&m->before, it->of) &&
		    !is_taken_up(
			m, nb_answer_text(m->arena, it->of, it->promise)))
			add(m, NB_PROMISED_DROPPED, it->promise, it->of,
			    it->year);
	}
}

bool
nb_answers_table_is_ahead(struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_tally tally = nb_tally_table(r->task_table);

	return tally.n > 0 && !nb_tally_is_reported(&tally) && r->year != 0 &&
	    nb_str_has(r->task_table->title.text,
		nb_arena_printf(a, "%d", nb_report_next_year(r)));
}

/* 下年任务, and a table of such tasks. */
static void
add_promised(struct maker *m)
{
	g_autoptr(GPtrArray) tasks = g_ptr_array_new();
	g_autoptr(GPtrArray) rows = g_ptr_array_new();
	const int year = nb_report_next_year(m->last);

	nb_promise_list(tasks, m->last->next_tasks);
	if (nb_answers_table_is_ahead(m->arena, m->last))
		nb_promise_table(rows, m->last->task_table);
	for (guint i = 0; i < tasks->len; i++)
		add(m, NB_PROMISED_NEXT, tasks->pdata[i], m->last, year);
	for (guint i = 0; i < rows->len; i++)
		add(m, NB_PROMISED_TABLE, rows->pdata[i], m->last, year);
}

struct nb_answers
nb_answers_last(struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_report *last = nb_past_last(r);
	struct nb_answers ret = { 0 };
	struct maker m;

	if (last == NULL || r->kind != NB_KIND_REPORT)
		return ret;
	maker_init(&m, a, last);
	add_promised(&m);
	add_left_undone(&m);
	add_passed_over(&m);
	ret = nb_answers_match(a, r, m.out);
	maker_clear(&m);
	return ret;
}

struct nb_answers
nb_answers_plan(struct nb_arena *a, const struct nb_report *r,
    const struct nb_everyone_words *words)
{
	const struct nb_report *own = nb_past_plan(r);
	const struct nb_report *plan =
	    own != NULL ? own : nb_past_plan_above(r);
	g_autoptr(GPtrArray) rows = g_ptr_array_new();
	g_autoptr(GArray) out =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_answer));

	if (plan != NULL && r->kind == NB_KIND_REPORT)
		nb_promise_table(rows, plan->task_table);
	for (guint i = 0; i < rows->len; i++) {
		const struct nb_answer it = {
			.promised =
			    own != NULL ? NB_PROMISED_PLAN : NB_PROMISED_ABOVE,
			.promise = rows->pdata[i],
			.of = plan,
			.year = r->year,
			.since = r->year,
		};

		if (own != NULL ||
		    nb_task_is_ours(a, r, plan, it.promise, words))
			g_array_append_val(out, it);
	}
	return nb_answers_match(a, r, out);
}
