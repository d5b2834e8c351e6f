/*
 * P03 promise-unanswered - what last year's report promised is not accounted
 * for in this one.
 *
 * Promises are 下年任务 of last year's file and the rows of its 任务表 that
 * were not finished; answers are 上年任务 and 任务表 of this one.  The same
 * text answers; a text that is like it has to be confirmed.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/clip.h"
#include "check/kin.h"
#include "check/promise.h"
#include "check/script.h"
#include "check/str_table.h"

static const struct nb_code code = {
	.id = "P03",
	.name = "promise-unanswered",
	.severity = NB_ERROR,
	.title = "上年的任务今年没有交代",
	.basis = "《法治政府建设与责任落实督察工作规定》：年度报告写明上一年度"
		 "的落实",
	.help = "在“上年任务”里照上年的原文写出这一项，填进展、依据或原因",
	.why =
	    "上年写进“下年任务”的事，今年要有交代：完成了依据是什么，没完成是"
	    "什么原因。照上年的原文写，程序就能对上；改写过的，程序请人确认。\n"
	    "误：上年“任务: 合并执法和网格巡查路线”，今年一字不提\n"
	    "正：上年任务: [{任务: 合并执法和网格巡查路线, 进展: 完成, "
	    "依据: 新增班次12个}]",
};

struct matcher {
	const struct nb_check *ck;
	GPtrArray *answer;   /* of struct nb_task * */
	GHashTable *answers; /* their texts */
	struct nb_kin *kin;  /* the same */
};

/* The key that a missing answer belongs under. */
static struct nb_span
answer_place(const struct nb_report *r)
{
	return r->last_tasks != NULL ? r->last_tasks->span
				     : nb_prose_all(&r->last_file);
}

static void
match(const struct matcher *m, const struct nb_task *promise)
{
	const struct nb_check *ck = m->ck;
	const struct nb_str text = nb_promise_text(nb_script_plain(
	    ck->arena, nb_past_last(ck->report), promise->text.text));
	struct nb_kin_match near;
	struct nb_diag *g;

	if (g_hash_table_contains(m->answers, &text))
		return;
	near = nb_kin_find(m->kin, text);
	if (near.unsure || near.likeness == 100)
		return;
	if (near.likeness >= NB_PROMISE_ALIKE) {
		const struct nb_task *answer = m->answer->pdata[near.index];

		g = nb_diag_add(ck->diags, &code, nb_prose_all(&answer->text),
		    "请确认这一项就是上年任务“" NB_FMT "”",
		    NB_ARG(nb_clip(ck->arena, promise->text.text)));
		g->hint = NB_S("是同一项就照上年的原文写；不是就把上年那一项"
			       "另外写出来");
		nb_diag_set_severity(ck->diags, g, NB_WARNING);
		return;
	}
	nb_diag_add(ck->diags, &code, answer_place(ck->report),
	    "上年任务“" NB_FMT "”今年没有交代",
	    NB_ARG(nb_clip(ck->arena, promise->text.text)));
}

static void
match_all(
    const struct nb_check *ck, const GPtrArray *promise, GPtrArray *answer)
{
	struct matcher m = {
		.ck = ck,
		.answer = answer,
		.answers = nb_str_table(),
		.kin = nb_kin_new(),
	};

	for (guint i = 0; i < answer->len; i++) {
		const struct nb_task *task = answer->pdata[i];
		struct nb_str *text = nb_new(ck->arena, struct nb_str);

		*text = nb_promise_text(nb_check_plain(ck, task->text.text));
		g_hash_table_add(m.answers, text);
		nb_kin_add(m.kin, *text);
	}
	for (guint i = 0; i < promise->len; i++)
		match(&m, promise->pdata[i]);
	g_hash_table_destroy(m.answers);
	nb_kin_free(m.kin);
}

/* The rows of last year's table that were left unfinished. */
static void
add_unfinished(GPtrArray *to, const struct nb_task_table *table)
{
	g_autoptr(GPtrArray) rows = g_ptr_array_new();

	nb_promise_table(rows, table);
	for (guint i = 0; i < rows->len; i++) {
		const struct nb_task *row = rows->pdata[i];

		if (row->progress == NB_PROGRESS_PARTLY ||
		    row->progress == NB_PROGRESS_NOT)
			g_ptr_array_add(to, rows->pdata[i]);
	}
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *last = nb_past_last(ck->report);
	g_autoptr(GPtrArray) promise = g_ptr_array_new();
	g_autoptr(GPtrArray) answer = g_ptr_array_new();

	if (last == NULL || ck->report->kind != NB_KIND_REPORT)
		return;
	nb_promise_list(promise, last->next_tasks);
	add_unfinished(promise, last->task_table);
	nb_promise_list(answer, ck->report->last_tasks);
	nb_promise_table(answer, ck->report->task_table);
	if (answer->len > 0)
		match_all(ck, promise, answer);
	else if (promise->len > 0)
		nb_diag_add(ck->diags, &code, answer_place(ck->report),
		    "上年承诺的%u项任务，今年一项也没有交代", promise->len);
}

const struct nb_rule nb_rule_promise_unanswered = { .code = &code, .run = run };
