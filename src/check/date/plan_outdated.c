/*
 * D18 plan-outdated - a plan whose years are over, or have not begun.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "D18",
	.name = "plan-outdated",
	.severity = NB_WARNING,
	.title = "引用的规划、纲要已经过期，或者还没有开始",
	.basis = "各规划、纲要的起止年份",
	.help = "改引本期的规划；总结上一期的，在同一句里写明是总结",
	.why = "规划和普法五年一期，到期就由下一期接替。下一期开始一年以后还把"
	       "上一期当作正在执行的来写，"
	       "多半是旧稿没有改。同一句里写了“总结”“验收”“期间”的不报。\n"
	       "误：（2023年度）深入实施“七五”普法规划\n"
	       "正：（2023年度）深入实施“八五”普法规划",
};

const struct nb_rule nb_rule_plan_outdated = { .code = &code, .began = "开始" };
