/*
 * T16 as-of-miswritten - 截止 where 截至 is meant.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T16",
	.name = "as-of-miswritten",
	.severity = NB_WARNING,
	.title = "“截止”应为“截至”",
	.basis = "《现代汉语词典》：截止，到期停止；截至，到某时为止",
	.help = "后面接着写时间的，用“截至”",
	.why = "“截止”是到期停止，后面不带时间：报名已经截止。后面接着写到什么"
	       "时候的，是“截至”。\n"
	       "误：截止2024年12月底，受理案件36件\n"
	       "正：截至2024年12月底，受理案件36件",
	.fixable = true,
};

const struct nb_rule nb_rule_as_of_miswritten = { .code = &code,
	.wrong = "用在时间前面" };
