/*
 * D16 goal-outdated - the goal of a government under law as it was put before,
 * or after, 2021.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "D16",
	.name = "goal-outdated",
	.severity = NB_WARNING,
	.title = "法治政府目标的提法与年份不符",
	.basis =
	    "《法治政府建设实施纲要（2021—2025年）》；地方组织法第六十二条",
	.help = "2021年8月以后用“智能高效、廉洁诚信、人民满意”",
	.why =
	    "2015年的纲要写“廉洁高效、守法诚信的法治政府”，2021年的纲要改为“智"
	    "能高效、廉洁诚信、"
	    "人民满意”，次年写进了地方组织法。沿用旧的，就看得出是抄来的。\n"
	    "误：（2023年度）公开公正、廉洁高效、守法诚信的法治政府\n"
	    "正：（2023年度）公开公正、智能高效、廉洁诚信、人民满意的法治政府",
};

const struct nb_rule nb_rule_goal_outdated = { .code = &code, .began = "提出" };
