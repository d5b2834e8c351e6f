/*
 * P22 done-overstated - a task is said to be done, and the figures say that its
 * goal was not reached.
 *
 * The goal is that of the promise, else the task's own: 普法活动不少于66场.  A
 * 指标 of that name and unit contradicts it; where there is none, the only
 * figure of that unit in 依据 does.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/clip.h"
#include "check/answers.h"
#include "check/figure_scan.h"
#include "check/piece.h"
#include "check/promise.h"
#include "check/target.h"

static const struct nb_code code = {
	.id = "P22",
	.name = "done-overstated",
	.severity = NB_ERROR,
	.title = "报“完成”而数字没有达到目标",
	.basis = "《法治政府建设与责任落实督察工作规定》：如实报告进展和不足",
	.help = "核对数字；确实没有达到的，进展写“部分完成”，并写明原因",
	.why =
	    "上年定了目标“普法活动不少于66场”，今年的指标是63场，进展却写“完成”"
	    "，"
	    "前后对不上。目标、指标名称和单位都对得上的才查；没有同名指标的，"
	    "看“依据”里唯一的那个同单位的数字，只作警告。\n"
	    "误：目标: 普法活动不少于66场　进展: 完成　指标 普法活动: 63场\n"
	    "正：进展: 部分完成　依据: 开展63场　原因: 汛期停办3场",
};

/* A 指标 that is a quantity. */
struct figure {
	const struct nb_indicator *in;
	struct nb_str name; /* plain */
	struct nb_quantity value;
};

struct reader {
	const struct nb_check *ck;
	GHashTable *promise; /* by answer */
	GArray *figure;      /* of struct figure */
};

/* The goal in the words of whoever set it, and who that was. */
struct goal {
	struct nb_target target;
	struct nb_str words;
	struct nb_str place; /* “（2023.yaml第30行）”, or empty */
};

static bool
goal_of(const struct reader *r, const struct nb_task *task, struct goal *ret)
{
	const struct nb_check *ck = r->ck;
	const struct nb_answer *it = g_hash_table_lookup(r->promise, task);

	ret->place = NB_S("");
	if (it != NULL &&
	    nb_target_of_task(ck, it->of, it->promise, &ret->target)) {
		task = it->promise;
		ret->place = nb_arena_printf(ck->arena, "（" NB_FMT "）",
		    NB_ARG(nb_answer_place(ck->arena, it)));
	} else if (!nb_target_of_task(ck, ck->report, task, &ret->target)) {
		return false;
	}
	ret->words = task->target.text.n > 0
	    ? task->target.text
	    : nb_clip(ck->arena, task->text.text);
	return true;
}

static bool
is_missed(const struct nb_check *ck, const struct nb_quantity *value,
    const struct nb_target *goal)
{
	return nb_target_is_missed(value, &goal->q,
	    nb_words_in(&ck->outline->number->small_is_good, goal->name));
}

/* The 指标 that the goal is for, the one with the longest name, or NULL. */
static const struct figure *
figure_for(const struct reader *r, const struct nb_target *goal)
{
	const struct figure *found = NULL;

	for (guint i = 0; i < r->figure->len; i++) {
		const struct figure *f =
		    &g_array_index(r->figure, struct figure, i);

		if ((found == NULL || found->name.n < f->name.n) &&
		    nb_target_is_for(goal, f->name, &f->value))
			found = f;
	}
	return found;
}

static void
collect_figures(struct reader *r)
{
	const struct nb_report *report = r->ck->report;

	for (uint32_t i = 0; i < report->n_indicators; i++) {
		const struct nb_indicator *in = &report->indicator[i];
		struct figure f = { .in = in };

		if (!nb_quantity_read(
			nb_check_plain(r->ck, in->value.text), &f.value))
			continue;
		f.name = nb_check_plain(r->ck, in->name);
		g_array_append_val(r->figure, f);
	}
}

/* The only figure of that unit in 依据; false: none, several, a change. */
static bool
figure_in(const struct nb_check *ck, struct nb_str evidence,
    const struct nb_quantity *goal, struct nb_found_figure *ret)
{
	const struct nb_words *change = &ck->outline->wording.target.change;
	const struct nb_words *units = &ck->outline->number->unit;
	struct nb_found_figure f;
	struct nb_piece clause;
	unsigned n = 0;

	for (size_t at = 0;
	     nb_piece_next(evidence, NB_CLAUSE_ENDS, &at, &clause);)
		for (size_t k = 0;
		     nb_figure_next(clause.text, units, &k, &f);) {
			if (!nb_str_eq(f.q.unit, goal->unit))
				continue;
			if (n++ > 0 || f.loose ||
			    nb_words_in(change, clause.text))
				return false;
			*ret = f;
			ret->begin += clause.begin;
			ret->end += clause.begin;
		}
	return n == 1;
}

static void
compare_figure(const struct reader *r, const struct nb_task *task,
    const struct goal *goal, const struct figure *f)
{
	const struct nb_check *ck = r->ck;

	if (is_missed(ck, &f->value, &goal->target))
		nb_diag_add(ck->diags, &code, nb_prose_all(&task->text),
		    "“" NB_FMT "”报“完成”，而指标“" NB_FMT "”是" NB_FMT
		    "，没有达到目标“" NB_FMT "”" NB_FMT,
		    NB_ARG(nb_clip(ck->arena, task->text.text)),
		    NB_ARG(f->in->name), NB_ARG(f->in->value.text),
		    NB_ARG(goal->words), NB_ARG(goal->place));
}

static void
compare_evidence(
    const struct reader *r, const struct nb_task *task, const struct goal *goal)
{
	const struct nb_check *ck = r->ck;
	const struct nb_prose *evidence = &task->evidence;
	struct nb_found_figure f;

	if (!figure_in(
		ck, nb_check_plain(ck, evidence->text), &goal->target.q, &f) ||
	    !is_missed(ck, &f.q, &goal->target))
		return;
	nb_diag_set_severity(ck->diags,
	    nb_diag_add(ck->diags, &code,
		nb_prose_span(evidence, f.begin, f.end),
		"“" NB_FMT "”报“完成”，依据是" NB_FMT "，没有达到目标“" NB_FMT
		"”" NB_FMT,
		NB_ARG(nb_clip(ck->arena, task->text.text)),
		NB_ARG(nb_str_sub(evidence->text, f.begin, f.end - f.begin)),
		NB_ARG(goal->words), NB_ARG(goal->place)),
	    NB_WARNING);
}

static void
look(const struct reader *r, const struct nb_task *task)
{
	const struct figure *f;
	struct goal goal;

	if (task->progress != NB_PROGRESS_DONE || !goal_of(r, task, &goal))
		return;
	f = figure_for(r, &goal.target);
	if (f != NULL)
		compare_figure(r, task, &goal, f);
	else
		compare_evidence(r, task, &goal);
}

static void
run(const struct nb_check *ck)
{
	g_autoptr(GPtrArray) tasks = g_ptr_array_new();
	g_autoptr(GArray) figure =
	    g_array_new(FALSE, FALSE, sizeof(struct figure));
	struct reader r = { ck, g_hash_table_new(NULL, NULL), figure };

	collect_figures(&r);
	nb_answers_index(r.promise, &ck->last);
	nb_answers_index(r.promise, &ck->plan);
	nb_promise_list(tasks, ck->report->last_tasks);
	nb_promise_table(tasks, ck->report->task_table);
	for (guint i = 0; i < tasks->len; i++)
		look(&r, tasks->pdata[i]);
	g_hash_table_destroy(r.promise);
}

const struct nb_rule nb_rule_done_overstated = { .code = &code, .run = run };
