/*
 * P10 target-lowered - the goal of a figure, or of a task of the next year, is
 * less than the last one that was set.
 *
 * Compared when both goals are quantities of one unit that bound the same way
 * (target.h).  A year without a goal is passed over.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/clip.h"
#include "base/str_table.h"
#include "check/script.h"
#include "check/target.h"

static const struct nb_code code = {
	.id = "P10",
	.name = "target-lowered",
	.severity = NB_NOTE,
	.title = "目标低于上年",
	.basis = "公文写作惯例：目标下调要说明理由",
	.help = "核对目标；确要下调的，指标在“说明”、任务在“原因”里写明理由",
	.why =
	    "同一个指标，今年定的目标比上年低，读的人会问为什么。确有理由的写明"
	    "理由；抄错的改正。单位不同、写法不能比的不查。\n"
	    "误：上年 目标: 不少于60场　今年 目标: 不少于50场\n"
	    "正：今年 目标: 不少于62场",
};

/* Says it; before is a goal of the file of. */
static void
report(const struct nb_check *ck, struct nb_str what,
    const struct nb_prose *now, const struct nb_prose *before,
    const struct nb_report *of)
{
	const bool last = of == nb_past_last(ck->report);

	nb_diag_add(ck->diags, &code, nb_prose_all(now),
	    "“" NB_FMT "”的目标低于%s：%d年报告“" NB_FMT "”，今年“" NB_FMT "”",
	    NB_ARG(what), last ? "上年" : "以前", of->last_year,
	    NB_ARG(before->text), NB_ARG(now->text));
}

/* A goal that was set, and the report that set it. */
struct goal {
	struct nb_str name; /* plain */
	struct nb_quantity q;
	const struct nb_prose *prose;
	const struct nb_report *of;
};

/* Keeps the goal unless a later year set one of that name. */
static void
keep(const struct nb_check *ck, GHashTable *to, struct goal goal)
{
	struct goal *copy;

	if (goal.name.n == 0 || g_hash_table_contains(to, &goal.name))
		return;
	copy = nb_new(ck->arena, struct goal);
	*copy = goal;
	g_hash_table_insert(to, &copy->name, copy);
}

/* The figures' goals of a report. */
static void
keep_figures(
    const struct nb_check *ck, const struct nb_report *of, GHashTable *to)
{
	for (uint32_t i = 0; i < of->n_indicators; i++) {
		const struct nb_indicator *in = &of->indicator[i];
		struct goal goal = {
			.name = nb_script_plain(ck->arena, of, in->name),
			.prose = &in->target,
			.of = of,
		};

		if (nb_quantity_read(
			nb_script_plain(ck->arena, of, in->target.text),
			&goal.q))
			keep(ck, to, goal);
	}
}

static void
keep_tasks(
    const struct nb_check *ck, const struct nb_report *of, GHashTable *to)
{
	const struct nb_tasks *next = of->next_tasks;

	for (uint32_t i = 0; next != NULL && i < next->n; i++) {
		const struct nb_task *task = &next->task[i];
		struct nb_target t;

		if (task->target.text.n > 0 &&
		    nb_target_of_task(ck, of, task, &t))
			keep(ck, to,
			    (struct goal){ t.name, t.q, &task->target, of });
	}
}

static void
compare_figures(const struct nb_check *ck, GHashTable *before)
{
	const struct nb_report *r = ck->report;

	for (uint32_t i = 0; i < r->n_indicators; i++) {
		const struct nb_indicator *in = &r->indicator[i];
		const struct nb_str name = nb_check_plain(ck, in->name);
		const struct goal *goal = g_hash_table_lookup(before, &name);
		struct nb_quantity q;

		if (goal != NULL && in->remark.text.n == 0 &&
		    nb_quantity_read(nb_check_plain(ck, in->target.text), &q) &&
		    nb_target_is_lower(&q, &goal->q))
			report(
			    ck, in->name, &in->target, goal->prose, goal->of);
	}
}

static void
compare_tasks(const struct nb_check *ck, GHashTable *before)
{
	const struct nb_tasks *next = ck->report->next_tasks;

	for (uint32_t i = 0; next != NULL && i < next->n; i++) {
		const struct nb_task *task = &next->task[i];
		const struct goal *goal;
		struct nb_target t;

		if (task->target.text.n == 0 || task->cause.text.n > 0 ||
		    !nb_target_of_task(ck, ck->report, task, &t))
			continue;
		goal = g_hash_table_lookup(before, &t.name);
		if (goal != NULL && nb_target_is_lower(&t.q, &goal->q))
			report(ck, nb_clip(ck->arena, task->text.text),
			    &task->target, goal->prose, goal->of);
	}
}

static void
run(const struct nb_check *ck)
{
	GHashTable *figures = nb_str_table(), *tasks = nb_str_table();

	for (const struct nb_report *of = nb_past_last(ck->report); of != NULL;
	     of = nb_past_last(of)) {
		keep_figures(ck, of, figures);
		keep_tasks(ck, of, tasks);
	}
	compare_figures(ck, figures);
	compare_tasks(ck, tasks);
	g_hash_table_destroy(figures);
	g_hash_table_destroy(tasks);
}

const struct nb_rule nb_rule_target_lowered = { .code = &code, .run = run };
