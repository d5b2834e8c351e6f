/*
 * T32 organ-outdated - an organ by a name it no longer has, or did not have
 * yet.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T32",
	.name = "organ-outdated",
	.severity = NB_WARNING,
	.title = "机关名称与年份不符",
	.basis = "历次党和国家机构改革方案",
	.help = "用报告年度里的机关名称；说的是改革以前的事，加“原”字",
	.why = "机构改革以后还用旧名，说明这一段是从旧稿抄来的；新名写进改革以"
	       "前的年份，同样不对。"
	       "各地落地有先后，改革后一年以内新旧都不报；“原县安监局”不报。\n"
	       "误：（2022年度）联合区安监局开展检查\n"
	       "正：（2022年度）联合区应急管理局开展检查",
};

const struct nb_rule nb_rule_organ_outdated = { .code = &code,
	.began = "设立" };
