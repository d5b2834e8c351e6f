/*
 * N19 last-differs - 上年 of a 指标 is not what last year's report said.
 */
#include "check/earlier.h"
#include "check/near.h"
#include "check/rule.h"
#include "model/arith.h"

static const struct nb_code code = {
	.id = "N19",
	.name = "last-differs",
	.severity = NB_WARNING,
	.title = "上年的数与上年的报告不符",
	.basis = "《统计法》关于统计资料真实、准确的要求",
	.help = "照上年报告的数改；确是口径调整、事后核减的，在“说明”里写明",
	.why =
	    "上年的报告已经公开，今年写的上年数与它不同，同比就算错了，别人一对"
	    "照就看得出来。写了“说明”的只作提示；四舍五入能解释的不报。\n"
	    "误：行政处罚: {值: 312件, 上年: 278件}（上年报告写的是287件）\n"
	    "正：行政处罚: {值: 312件, 上年: 287件}",
	.fixable = true,
};

/* Only a plain figure is put in; a comma would part the items of {…}. */
static void
offer(const struct nb_check *ck, struct nb_diag *g,
    const struct nb_figure_pair *pair)
{
	const struct nb_prose *last = &pair->now->last;
	const struct nb_str value = pair->before->value.text;

	if (pair->now->remark.text.n == 0 &&
	    nb_past_last(ck->report)->script == ck->report->script &&
	    !nb_str_has(value, NB_S(",")))
		nb_offer_fix(g, last, 0, last->text.n, value);
}

static void
compare(const struct nb_check *ck, const struct nb_figure_pair *pair)
{
	const struct nb_prose *last = &pair->now->last;
	const struct nb_prose *value = &pair->before->value;
	struct nb_quantity here, there;
	struct nb_diag *g;

	if (!nb_quantity_read(last->text, &here) ||
	    !nb_quantity_read(value->text, &there) ||
	    nb_same_check(&here, &there) != NB_FAILS)
		return;
	g = nb_diag_add(ck->diags, &code, nb_prose_all(last),
	    "“" NB_FMT "”的上年数写的是" NB_FMT "，上年报告第%u行是" NB_FMT,
	    NB_ARG(pair->now->name), NB_ARG(last->text),
	    nb_text_pos(value->source, nb_prose_all(value).begin).line,
	    NB_ARG(value->text));
	offer(ck, g, pair);
	if (pair->now->remark.text.n > 0)
		nb_diag_set_severity(ck->diags, g, NB_NOTE);
}

static void
run(const struct nb_check *ck)
{
	uint32_t n;
	const struct nb_figure_pair *pair = nb_figure_pairs(ck, &n);

	for (uint32_t i = 0; i < n; i++)
		compare(ck, &pair[i]);
}

const struct nb_rule nb_rule_last_differs = { .code = &code, .run = run };
