/*
 * P20 due-unrenewed - a task was not finished in time and is put off to the
 * next year without a new time limit.
 *
 * Whether it is put off at all is for P04.  A table of which no row says what
 * came of it, though time limits are over, is told once.
 */
#include "check/rule.h"

#include "base/clip.h"
#include "check/answers.h"
#include "check/kin.h"
#include "check/promise.h"
#include "check/script.h"
#include "model/due.h"
#include "model/tally.h"

static const struct nb_code code = {
	.id = "P20",
	.name = "due-unrenewed",
	.severity = NB_WARNING,
	.title = "任务过了时限没有完成，也没有新的时限",
	.basis = "公文写作惯例：任务可检查",
	.help = "在下年任务里给这一项写新的“时限”",
	.why =
	    "原定的时限过了，任务没有完成，转到下年就要有新的时限，不然可以一年"
	    "一年拖下去。下年任务写了“时限”，或者文字里有数字、季度、年底，都算"
	    "写了。\n"
	    "误：上年任务: 时限: 6月底　进展: 未完成　下年任务: 建成调解室\n"
	    "正：下年任务: 任务: 建成调解室　时限: 3月底",
};

struct reader {
	const struct nb_check *ck;
	struct nb_kin *next; /* 下年任务 */
	GHashTable *promise; /* by answer */
	struct nb_date until;
};

/* Whether the limit was over when the report ends. */
static bool
is_over(const struct reader *r, const struct nb_report *of,
    const struct nb_prose *due, int year)
{
	struct nb_date d;

	return nb_due_read(nb_script_plain(r->ck->arena, of, due->text), year,
		   &d) == NB_DUE_DATE &&
	    nb_date_cmp(&d, &r->until) <= 0;
}

/* The limit of a task or of the promise that it answers; NULL: not over. */
static const struct nb_prose *
limit_of(const struct reader *r, const struct nb_task *task)
{
	const struct nb_answer *it = g_hash_table_lookup(r->promise, task);

	if (is_over(r, r->ck->report, &task->due, r->ck->report->last_year))
		return &task->due;
	if (task->due.text.n == 0 && it != NULL &&
	    is_over(r, it->of, &it->promise->due, it->year))
		return &it->promise->due;
	return NULL;
}

static void
look(const struct reader *r, const struct nb_task *task)
{
	const struct nb_check *ck = r->ck;
	const struct nb_prose *due;
	const struct nb_task *again;
	struct nb_kin_match m;

	if (task->progress != NB_PROGRESS_NOT &&
	    task->progress != NB_PROGRESS_PARTLY)
		return;
	due = limit_of(r, task);
	m = nb_kin_find(
	    r->next, nb_promise_text(nb_check_plain(ck, task->text.text)));
	if (due == NULL || m.likeness < NB_PROMISE_ALIKE)
		return;
	again = &ck->report->next_tasks->task[m.index];
	if (!nb_promise_is_definite(ck, again))
		nb_diag_add(ck->diags, &code, nb_prose_all(&again->text),
		    "“" NB_FMT "”原定“" NB_FMT "”，没有按期完成，"
		    "下年任务没有写新的时限",
		    NB_ARG(nb_clip(ck->arena, task->text.text)),
		    NB_ARG(due->text));
}

/* A table that is silent, though it is not one of the next year. */
static void
look_at_table(const struct reader *r)
{
	const struct nb_report *report = r->ck->report;
	const struct nb_task_table *t = report->task_table;
	const struct nb_tally tally = nb_tally_table(t);
	uint32_t n = 0;
	struct nb_diag *g;

	if (tally.n == 0 || nb_tally_is_reported(&tally) ||
	    nb_past_plan(report) != NULL ||
	    nb_answers_table_is_ahead(r->ck->arena, report))
		return;
	for (uint32_t i = 0; i < t->n; i++)
		for (uint32_t k = 0; k < t->group[i].n; k++)
			n += is_over(r, report, &t->group[i].task[k].due,
			    report->last_year);
	if (n == 0)
		return;
	g = nb_diag_add(r->ck->diags, &code, t->span,
	    "任务表有%u行时限已过，全表没有写进展", n);
	g->hint = NB_S("逐行写“进展”“依据”或“原因”；是下一年的任务，"
		       "在表的标题里写明年度");
	nb_diag_set_severity(r->ck->diags, g, NB_NOTE);
}

static void
look_at_all(struct reader *r)
{
	const struct nb_check *ck = r->ck;
	const struct nb_tasks *next = ck->report->next_tasks;
	g_autoptr(GPtrArray) tasks = g_ptr_array_new();

	nb_answers_index(r->promise, &ck->last);
	nb_answers_index(r->promise, &ck->plan);
	for (uint32_t i = 0; next != NULL && i < next->n; i++)
		nb_kin_add(r->next,
		    nb_promise_text(
			nb_check_plain(ck, next->task[i].text.text)));
	nb_promise_list(tasks, ck->report->last_tasks);
	nb_promise_table(tasks, ck->report->task_table);
	for (guint i = 0; i < tasks->len; i++)
		look(r, tasks->pdata[i]);
	look_at_table(r);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *report = ck->report;
	struct reader r = { .ck = ck, .until = report->until };

	if (report->kind != NB_KIND_REPORT || report->year == 0)
		return;
	if (r.until.day == 0)
		r.until = (struct nb_date){ report->last_year, 12, 31, { 0 } };
	r.next = nb_kin_new();
	r.promise = g_hash_table_new(NULL, NULL);
	look_at_all(&r);
	g_hash_table_destroy(r.promise);
	nb_kin_free(r.next);
}

const struct nb_rule nb_rule_due_unrenewed = { .code = &code, .run = run };
