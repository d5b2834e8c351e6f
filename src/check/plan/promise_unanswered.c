/*
 * P03 promise-unanswered - what last year's report promised is not accounted
 * for in this one.
 *
 * Promises are 下年任务 of last year's file, and what it left undone and did
 * not take up again in its 下年任务 (answers.h).  The same text answers; a text
 * that is like it has to be confirmed.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/clip.h"
#include "check/answers.h"

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

/* “2023年报告的下年任务”, “2023年任务表里没有完成的”. */
static struct nb_str
source_of(const struct nb_check *ck, const struct nb_answer *it)
{
	const char *what = "报告的下年任务";

	if (it->promised == NB_PROMISED_TABLE)
		what = "报告所附任务表的";
	if (it->promised == NB_PROMISED_ROW)
		what = "任务表里没有完成的";
	if (it->promised == NB_PROMISED_CARRIED)
		what = "没有完成、也没有列入下年任务的";
	return nb_arena_printf(ck->arena, "%d年%s", it->of->last_year, what);
}

/* “，这件事到今年是第3年”, or nothing. */
static struct nb_str
years_of(const struct nb_check *ck, const struct nb_answer *it)
{
	const int years = ck->report->last_year - it->since + 1;

	if (years < 2)
		return NB_S("");
	return nb_arena_printf(ck->arena, "，到今年是第%d年", years);
}

static void
report_none(const struct nb_check *ck, const struct nb_answer *it)
{
	struct nb_diag *g = nb_diag_add(ck->diags, &code,
	    nb_answers_span(ck->report),
	    NB_FMT "“" NB_FMT "”今年没有交代" NB_FMT "（" NB_FMT "）",
	    NB_ARG(source_of(ck, it)),
	    NB_ARG(nb_clip(ck->arena, it->promise->text.text)),
	    NB_ARG(years_of(ck, it)), NB_ARG(nb_answer_place(ck->arena, it)));

	g->hint = nb_arena_printf(ck->diags->arena,
	    "在“上年任务”里加一项“任务: " NB_FMT "”，写进展、依据或原因",
	    NB_ARG(it->promise->text.text));
}

static void
report_alike(const struct nb_check *ck, const struct nb_answer *it)
{
	struct nb_diag *g =
	    nb_diag_add(ck->diags, &code, nb_prose_all(&it->answer->text),
		"请确认这一项就是" NB_FMT "“" NB_FMT "”（" NB_FMT "）",
		NB_ARG(source_of(ck, it)),
		NB_ARG(nb_clip(ck->arena, it->promise->text.text)),
		NB_ARG(nb_answer_place(ck->arena, it)));

	g->hint = nb_arena_printf(ck->diags->arena,
	    "是同一项就照原文写成“" NB_FMT "”；不是就把那一项另外写出来",
	    NB_ARG(it->promise->text.text));
	nb_diag_set_severity(ck->diags, g, NB_WARNING);
}

static void
look(const struct nb_check *ck, const struct nb_answer *it)
{
	switch (it->state) {
	case NB_ANSWERED_NOT:
		report_none(ck, it);
		return;
	case NB_ANSWERED_BLANK:
		nb_diag_add(ck->diags, &code, nb_prose_all(&it->answer->text),
		    NB_FMT "“" NB_FMT "”列在任务表里，没有写进展",
		    NB_ARG(source_of(ck, it)),
		    NB_ARG(nb_clip(ck->arena, it->promise->text.text)));
		return;
	case NB_ANSWERED_ALIKE:
		report_alike(ck, it);
		return;
	case NB_ANSWERED_UNSURE:
	case NB_ANSWERED:
		return;
	}
	NB_UNREACHABLE();
}

static void
run(const struct nb_check *ck)
{
	const struct nb_answers *all = &ck->last;
	uint32_t n = 0;

	for (uint32_t i = 0; i < all->n; i++)
		n += all->answer[i].promised != NB_PROMISED_DROPPED;
	if (n > 0 && !nb_answers_some(ck->report)) {
		nb_diag_add(ck->diags, &code, nb_answers_span(ck->report),
		    "上年承诺的%u项任务，今年一项也没有交代", n);
		return;
	}
	for (uint32_t i = 0; i < all->n; i++)
		if (all->answer[i].promised != NB_PROMISED_DROPPED)
			look(ck, &all->answer[i]);
}

const struct nb_rule nb_rule_promise_unanswered = { .code = &code, .run = run };
