/*
 * P09 problem-repeated - a problem stands in last year's report, too, and
 * nothing new is said about its cause.
 */
#include "check/rule.h"

#include "check/kin.h"
#include "check/likeness.h"
#include "check/script.h"

enum { ALIKE = 80 }; /* [percent] */

static const struct nb_code code = {
	.id = "P09",
	.name = "problem-repeated",
	.severity = NB_WARNING,
	.title = "存在问题照抄上年",
	.basis = "《法治政府建设与责任落实督察工作规定》：须写“不足和原因”",
	.help = "写今年查出来的问题；确实没有解决的，在“原因”里说清为什么还在",
	.why =
	    "问题与上年几乎一字不差，要么是照抄，要么是上年的措施没有用。"
	    "问题相同而“原因”是今年新写的，算交代清楚了，不报。\n"
	    "误：问题: 执法力量不足（与上年一样，没有原因）\n"
	    "正：问题: 执法力量不足　原因: 上年招录2名，当年调离3名，仍缺4名",
};

/* Whether the cause is new: given, and not last year's again. */
static bool
says_why(const struct nb_check *ck, const struct nb_problem *now,
    const struct nb_problem *before)
{
	return now->cause.text.n > 0 &&
	    nb_likeness(nb_check_plain(ck, now->cause.text),
		nb_script_plain(ck->arena, nb_past_last(ck->report),
		    before->cause.text)) < ALIKE;
}

static void
compare(const struct nb_check *ck, struct nb_kin *kin,
    const struct nb_problem *problem, const struct nb_problem *before)
{
	const struct nb_prose *text = &problem->text;
	const struct nb_kin_match m =
	    nb_kin_find(kin, nb_check_plain(ck, text->text));

	if (m.likeness < ALIKE || says_why(ck, problem, &before[m.index]))
		return;
	nb_diag_add(ck->diags, &code, nb_prose_all(text),
	    "与上年报告第%u行的问题基本相同，没有说清为什么还在",
	    nb_text_pos(before[m.index].span.text, before[m.index].span.begin)
		.line);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *last = nb_past_last(ck->report);
	const struct nb_problems *now = ck->report->problems;
	struct nb_kin *kin;

	if (last == NULL || last->problems == NULL || now == NULL)
		return;
	kin = nb_kin_new();
	for (uint32_t i = 0; i < last->problems->n; i++)
		nb_kin_add(kin,
		    nb_script_plain(
			ck->arena, last, last->problems->problem[i].text.text));
	for (uint32_t i = 0; i < now->n; i++)
		compare(ck, kin, &now->problem[i], last->problems->problem);
	nb_kin_free(kin);
}

const struct nb_rule nb_rule_problem_repeated = { .code = &code, .run = run };
