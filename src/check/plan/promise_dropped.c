/*
 * P17 promise-dropped - what a report two years ago promised was passed over
 * last year, and is again.
 *
 * Only when last year's report did answer other promises of the same file:
 * where none was answered, nobody kept accounts.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/clip.h"
#include "check/answers.h"

static const struct nb_code code = {
	.id = "P17",
	.name = "promise-dropped",
	.severity = NB_WARNING,
	.title = "前年的任务上年漏掉了，今年还没有交代",
	.basis = "《法治政府建设与责任落实督察工作规定》：年度报告写明上一年度"
		 "的落实",
	.help = "在“上年任务”里补写这一项，写明进展、依据或原因",
	.why =
	    "上年的报告逐条交代了别的任务，独独漏了这一条；上年的报告改不了了，"
	    "今年补上。上年一条也没有交代的不查，上年重新列入下年任务的也不查。"
	    "\n"
	    "误：2022年承诺“建立法律顾问库”，2023年、2024年都不提\n"
	    "正：2024年上年任务: [{任务: 建立法律顾问库, 进展: 完成, "
	    "依据: 入库律师12名}]",
};

static void
look(const struct nb_check *ck, const struct nb_answer *it)
{
	struct nb_diag *g =
	    nb_diag_add(ck->diags, &code, nb_answers_span(ck->report),
		"%d年报告承诺的“" NB_FMT "”，%d年没有交代，今年也没有（" NB_FMT
		"）",
		it->of->last_year,
		NB_ARG(nb_clip(ck->arena, it->promise->text.text)), it->year,
		NB_ARG(nb_answer_place(ck->arena, it)));

	g->hint = nb_arena_printf(ck->diags->arena,
	    "在“上年任务”里加一项“任务: " NB_FMT "”，写进展、依据或原因",
	    NB_ARG(it->promise->text.text));
}

static void
run(const struct nb_check *ck)
{
	const struct nb_answers *all = &ck->last;

	if (!nb_answers_some(ck->report))
		return;
	for (uint32_t i = 0; i < all->n; i++)
		if (all->answer[i].promised == NB_PROMISED_DROPPED &&
		    all->answer[i].state == NB_ANSWERED_NOT)
			look(ck, &all->answer[i]);
}

const struct nb_rule nb_rule_promise_dropped = { .code = &code, .run = run };
