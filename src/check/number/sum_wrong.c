/*
 * N01 sum-wrong - the parts of a 指标 do not add up to it.
 */
#include "check/reckon.h"
#include "check/rule.h"
#include "model/arith.h"

static const struct nb_code code = {
	.id = "N01",
	.name = "sum-wrong",
	.severity = NB_ERROR,
	.title = "指标的分项之和与总数不符",
	.basis = "《统计法》关于统计资料真实、准确的要求",
	.help = "核对总数和各个分项，改正算错或漏写的一个",
	.why = "等号后面写的是这个数怎么加出来的，程序替你再加一遍。整数须一分"
	       "不差；"
	       "带小数的、以万为单位的，四舍五入能解释的差额不报。写“≥3名”的，"
	       "加起来够3就行。\n"
	       "误：行政复议申请: 71件 = 受理50 + 其他方式处理11\n"
	       "正：行政复议申请: 71件 = 受理50 + 其他方式处理21",
};

static void
look(const struct nb_check *ck, const struct nb_reckoning *r)
{
	const struct nb_indicator *in = r->of;
	struct nb_decimal sum;

	if (r->state != NB_RECKONED || r->formula.is_rate ||
	    nb_sum_check(&r->value, r->number, r->formula.n, &sum) != NB_FAILS)
		return;
	nb_diag_add(ck->diags, &code, nb_prose_all(&in->value),
	    "“" NB_FMT "”分项之和是" NB_FMT NB_FMT NB_FMT "，与所报的" NB_FMT
	    "不符",
	    NB_ARG(in->name), NB_ARG(nb_decimal_text(ck->arena, sum)),
	    NB_ARG(nb_power_word(r->value.power)), NB_ARG(r->value.unit),
	    NB_ARG(in->value.text));
}

static void
run(const struct nb_check *ck)
{
	for (uint32_t i = 0; i < ck->reckonings.n; i++)
		look(ck, &ck->reckonings.reckoning[i]);
}

const struct nb_rule nb_rule_sum_wrong = { .code = &code, .run = run };
