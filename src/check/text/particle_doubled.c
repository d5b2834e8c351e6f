/*
 * T06 particle-doubled - 的的, 和和: a particle typed twice.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T06",
	.name = "particle-doubled",
	.severity = NB_ERROR,
	.title = "叠字",
	.basis = "《党政机关公文处理工作条例》第十九条：表述准确，文字精练",
	.help = "删去重复的一个字",
	.why = "虚字连着打了两遍，多半是改稿时留下的，读起来一顿，印出来就是错"
	       "字。只查的、了、和、与、"
	       "及等虚字；“参与与监督”“作了了解”这样本来就连着的不算。\n"
	       "误：发现的的问题，逐项整改\n"
	       "正：发现的问题，逐项整改",
	.fixable = true,
};

const struct nb_rule nb_rule_particle_doubled = { .code = &code,
	.wrong = "重复了一个字" };
