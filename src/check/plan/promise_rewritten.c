/*
 * P23 promise-rewritten - a promise is answered, but its goal is lower or its
 * time limit later than when it was made.
 *
 * 原因 of the answer, 说明 of the figure explain it; 调整 says it.
 */
#include "check/rule.h"

#include "base/clip.h"
#include "check/answers.h"
#include "check/script.h"
#include "check/target.h"
#include "model/due.h"

static const struct nb_code code = {
	.id = "P23",
	.name = "promise-rewritten",
	.severity = NB_WARNING,
	.title = "交代任务时改低了目标、推后了时限",
	.basis = "《法治政府建设与责任落实督察工作规定》：如实报告进展和不足",
	.help = "照当初写的目标、时限交代；确有调整的，写明原因",
	.why =
	    "承诺的时候写“不少于66场”“6月底”，交代的时候写成“不少于60场”"
	    "“12月底”，没有完成也成了完成。写了“原因”（指标写了“说明”）的不报。"
	    "\n"
	    "误：上年 目标: 不少于66场　今年上年任务 目标: 不少于60场\n"
	    "正：今年上年任务 目标: 不少于66场　进展: 部分完成",
};

static void
report(const struct nb_check *ck, const struct nb_answer *it,
    const struct nb_prose *now, const struct nb_prose *before, const char *what)
{
	nb_diag_add(ck->diags, &code, nb_prose_all(now),
	    "“" NB_FMT "”的%s：原来是“" NB_FMT "”，这里是“" NB_FMT "”（" NB_FMT
	    "）",
	    NB_ARG(nb_clip(ck->arena, it->promise->text.text)), what,
	    NB_ARG(before->text), NB_ARG(now->text),
	    NB_ARG(nb_answer_place(ck->arena, it)));
}

/* What was due in an earlier year has a new limit of need. */
static void
compare_dues(const struct nb_check *ck, const struct nb_answer *it)
{
	const struct nb_prose *before = &it->promise->due;
	const struct nb_prose *now = &it->answer->due;
	struct nb_date x, y;

	if (it->year == ck->report->year &&
	    nb_due_read(nb_script_plain(ck->arena, it->of, before->text),
		it->year, &x) == NB_DUE_DATE &&
	    nb_due_read(nb_check_plain(ck, now->text), ck->report->last_year,
		&y) == NB_DUE_DATE &&
	    nb_date_cmp(&x, &y) < 0)
		report(ck, it, now, before, "时限推后了");
}

static void
compare_goals(const struct nb_check *ck, const struct nb_answer *it)
{
	struct nb_target x, y;

	if (it->promise->target.text.n > 0 && it->answer->target.text.n > 0 &&
	    nb_target_of_task(ck, it->of, it->promise, &x) &&
	    nb_target_of_task(ck, ck->report, it->answer, &y) &&
	    nb_target_is_lower(&y.q, &x.q))
		report(ck, it, &it->answer->target, &it->promise->target,
		    "目标改低了");
}

/* The goal that the 指标 of that name has now. */
static void
compare_figure(
    const struct nb_check *ck, GHashTable *figures, const struct nb_answer *it)
{
	const struct nb_indicator *in;
	struct nb_target before;
	struct nb_quantity now;

	if (it->promise->target.text.n == 0 ||
	    !nb_target_of_task(ck, it->of, it->promise, &before))
		return;
	in = g_hash_table_lookup(figures, &before.name);
	if (in != NULL && in->remark.text.n == 0 &&
	    nb_quantity_read(nb_check_plain(ck, in->target.text), &now) &&
	    nb_target_is_lower(&now, &before.q))
		report(ck, it, &in->target, &it->promise->target, "目标改低了");
}

static bool
is_explained(const struct nb_answer *it)
{
	return it->answer != NULL &&
	    (it->answer->cause.text.n > 0 ||
		it->answer->progress == NB_PROGRESS_CHANGED);
}

static void
look(const struct nb_check *ck, GHashTable *figures,
    const struct nb_answers *all)
{
	for (uint32_t i = 0; i < all->n; i++) {
		const struct nb_answer *it = &all->answer[i];

		if (is_explained(it))
			continue;
		if (it->promised != NB_PROMISED_ABOVE)
			compare_figure(ck, figures, it);
		if (it->state != NB_ANSWERED)
			continue;
		compare_dues(ck, it);
		compare_goals(ck, it);
	}
}

static void
run(const struct nb_check *ck)
{
	GHashTable *figures = nb_target_figures(ck);

	look(ck, figures, &ck->last);
	look(ck, figures, &ck->plan);
	g_hash_table_destroy(figures);
}

const struct nb_rule nb_rule_promise_rewritten = { .code = &code, .run = run };
