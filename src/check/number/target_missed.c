/*
 * N04 target-missed - a 指标 stays behind its 目标, or has nothing but one.
 */
#include "check/rule.h"
#include "check/target.h"
#include "model/quantity.h"
#include "style/number_words.h"

static const struct nb_code code = {
	.id = "N04",
	.name = "target-missed",
	.severity = NB_WARNING,
	.title = "指标未达目标，或者只有目标没有实绩",
	.basis = "《法治政府建设与责任落实督察工作规定》：如实报告进展和不足",
	.help =
	    "核对数字；确实没有完成的，在存在问题里说明，并写清下一步怎么办",
	.why =
	    "写了目标，读的人就要看做到没有。只写“确保达到100%”而不报实际数，"
	    "等于没有报；没有达到的要说明原因。目标可以写“≥60学时”“85%以上”"
	    "“不超过5天”。\n"
	    "误：出庭应诉率: {值: 80%以上, 目标: 100%}\n"
	    "正：出庭应诉率: {值: 100%, 目标: 100%}",
};

static void
look(const struct nb_check *ck, const struct nb_indicator *in)
{
	struct nb_quantity value, target;

	if (ck->report->kind != NB_KIND_REPORT || in->target.text.n == 0)
		return;
	if (in->value.text.n == 0) {
		nb_diag_add(ck->diags, &code, in->span,
		    "“" NB_FMT "”只有目标" NB_FMT "，没有实绩",
		    NB_ARG(in->name), NB_ARG(in->target.text));
		return;
	}
	if (!nb_quantity_read(in->value.text, &value) ||
	    !nb_quantity_read(in->target.text, &target))
		return;
	if (target.unit.n == 0)
		target.unit = value.unit; /* others are for N15 to say */
	if (nb_target_is_missed(&value, &target,
		nb_words_in(&ck->outline->number->small_is_good,
		    nb_check_plain(ck, in->name))))
		nb_diag_add(ck->diags, &code, nb_prose_all(&in->value),
		    "“" NB_FMT "”" NB_FMT "，未达目标" NB_FMT, NB_ARG(in->name),
		    NB_ARG(in->value.text), NB_ARG(in->target.text));
}

const struct nb_rule nb_rule_target_missed = { .code = &code,
	.indicator = look };
