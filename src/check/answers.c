/*
 * check/answers.c - finds the answer to each promise.
 */
#include "check/answers_parts.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/kin.h"
#include "check/likeness.h"
#include "check/promise.h"
#include "check/script.h"
#include "model/tally.h"

struct matcher {
	struct nb_arena *arena;
	GPtrArray *task;     /* that may be answers, of struct nb_task * */
	struct nb_str *text; /* their texts */
	bool *taken;         /* answers a promise in its words */
	guint n_items;       /* those of 上年任务 stand first */
	bool reported;       /* a row of the table has 进展 */
	GHashTable *index;   /* text → number of the task, from 1 */
};

static void
matcher_init(struct matcher *m, struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_tally tally = nb_tally_table(r->task_table);

	*m = (struct matcher){ .arena = a };
	m->task = g_ptr_array_new();
	m->reported = nb_tally_is_reported(&tally);
	m->index = nb_str_table();
	nb_promise_list(m->task, r->last_tasks);
	m->n_items = m->task->len;
	nb_promise_table(m->task, r->task_table);
	m->text = nb_new_n(a, struct nb_str, m->task->len);
	m->taken = nb_new_n(a, bool, m->task->len);
	for (guint i = 0; i < m->task->len; i++) {
		m->text[i] = nb_answer_text(a, r, m->task->pdata[i]);
		if (!g_hash_table_contains(m->index, &m->text[i]))
			g_hash_table_insert(
			    m->index, &m->text[i], GUINT_TO_POINTER(i + 1));
	}
}

static void
matcher_clear(struct matcher *m)
{
	g_ptr_array_unref(m->task);
	g_hash_table_unref(m->index);
}

/* The task with that number is the answer. */
static void
settle(struct matcher *m, struct nb_answer *it, guint i, unsigned likeness)
{
	it->answer = m->task->pdata[i];
	it->likeness = likeness;
	if (likeness < 100)
		it->state = NB_ANSWERED_ALIKE;
	else if (i >= m->n_items && !m->reported)
		it->state = NB_ANSWERED_BLANK;
	else
		it->state = NB_ANSWERED;
}

/* Those in the same words. */
static void
match_words(struct matcher *m, GArray *promises)
{
	for (guint k = 0; k < promises->len; k++) {
		struct nb_answer *it =
		    &g_array_index(promises, struct nb_answer, k);
		const struct nb_str text =
		    nb_answer_text(m->arena, it->of, it->promise);
		const guint i =
		    GPOINTER_TO_UINT(g_hash_table_lookup(m->index, &text));

		if (i == 0)
			continue;
		m->taken[i - 1] = true;
		settle(m, it, i - 1, 100);
	}
}

/* By each beginning of a task, up to a mark, the number of the first task. */
static GHashTable *
index_beginnings(const struct matcher *m)
{
	GHashTable *index = nb_str_table();

	for (guint i = m->task->len; i-- > 0;)
		for (struct nb_str s = m->text[i]; nb_promise_shorten(&s);) {
			struct nb_str *key = nb_new(m->arena, struct nb_str);

			*key = s;
			g_hash_table_replace(
			    index, key, GUINT_TO_POINTER(i + 1));
		}
	return index;
}

/* The promise's words and more answer it; fewer have to be confirmed. */
static void
match_one_longer(
    struct matcher *m, GHashTable *beginnings, struct nb_answer *it)
{
	const struct nb_str whole =
	    nb_answer_text(m->arena, it->of, it->promise);
	struct nb_str text = whole;
	guint i = GPOINTER_TO_UINT(g_hash_table_lookup(beginnings, &text));
	const bool all = i > 0;

	while (i == 0 && nb_promise_shorten(&text))
		i = GPOINTER_TO_UINT(g_hash_table_lookup(m->index, &text));
	if (i == 0 || (!all && m->taken[i - 1]))
		return;
	m->taken[i - 1] |= all;
	settle(m, it, i - 1, all ? 100 : nb_likeness(whole, text));
	it->likeness = nb_likeness(whole, m->text[i - 1]);
}

static void
match_longer(struct matcher *m, GArray *promises)
{
	GHashTable *beginnings = index_beginnings(m);

	for (guint k = 0; k < promises->len; k++) {
		struct nb_answer *it =
		    &g_array_index(promises, struct nb_answer, k);

		if (it->state == NB_ANSWERED_NOT)
			match_one_longer(m, beginnings, it);
	}
	g_hash_table_destroy(beginnings);
}

/* Of the tasks that are left those that are like a promise. */
static void
match_like(struct matcher *m, GArray *promises)
{
	g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(guint));
	struct nb_kin *kin = nb_kin_new();

	for (guint i = 0; i < m->task->len; i++) {
		if (m->taken[i])
			continue;
		nb_kin_add(kin, m->text[i]);
		g_array_append_val(left, i);
	}
	for (guint k = 0; k < promises->len; k++) {
		struct nb_answer *it =
		    &g_array_index(promises, struct nb_answer, k);
		struct nb_kin_match near;

		if (it->state != NB_ANSWERED_NOT)
			continue;
		near = nb_kin_find(
		    kin, nb_answer_text(m->arena, it->of, it->promise));
		if (near.unsure)
			it->state = NB_ANSWERED_UNSURE;
		else if (near.likeness >= NB_PROMISE_ALIKE)
			settle(m, it, g_array_index(left, guint, near.index),
			    near.likeness);
	}
	nb_kin_free(kin);
}

struct nb_answers
nb_answers_match(
    struct nb_arena *a, const struct nb_report *r, GArray *promises)
{
	struct nb_answers ret = { .n = promises->len };
	struct nb_answer *copy;
	struct matcher m;

	matcher_init(&m, a, r);
	match_words(&m, promises);
	match_longer(&m, promises);
	match_like(&m, promises);
	matcher_clear(&m);
	copy = nb_new_n(a, struct nb_answer, promises->len);
	for (guint i = 0; i < promises->len; i++)
		copy[i] = g_array_index(promises, struct nb_answer, i);
	ret.answer = copy;
	return ret;
}

struct nb_str
nb_answer_text(
    struct nb_arena *a, const struct nb_report *of, const struct nb_task *task)
{
	return nb_promise_text(nb_script_plain(a, of, task->text.text));
}

void
nb_answers_index(GHashTable *to, const struct nb_answers *all)
{
	for (uint32_t i = 0; i < all->n; i++) {
		const struct nb_answer *it = &all->answer[i];

		if ((it->state == NB_ANSWERED ||
			it->state == NB_ANSWERED_BLANK) &&
		    !g_hash_table_contains(to, it->answer))
			g_hash_table_insert(to, (void *)it->answer, (void *)it);
	}
}

bool
nb_answers_some(const struct nb_report *r)
{
	const struct nb_tally rows = nb_tally_table(r->task_table);

	return rows.n > 0 || (r->last_tasks != NULL && r->last_tasks->n > 0);
}

struct nb_span
nb_answers_span(const struct nb_report *r)
{
	return r->last_tasks != NULL ? r->last_tasks->span
				     : nb_prose_all(&r->last_file);
}

struct nb_str
nb_answer_place(struct nb_arena *a, const struct nb_answer *it)
{
	const struct nb_span span = nb_prose_all(&it->promise->text);
	g_autofree char *path = g_strndup(span.text->name.p, span.text->name.n);
	g_autofree char *name = g_path_get_basename(path);

	return nb_arena_printf(
	    a, "%s第%u行", name, nb_text_pos(span.text, span.begin).line);
}
