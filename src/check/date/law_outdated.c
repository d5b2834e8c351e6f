/*
 * D17 law-outdated - a law that is no more, or not yet.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "D17",
	.name = "law-outdated",
	.severity = NB_WARNING,
	.title = "引用的法律文件当时已废止，或者还没有公布",
	.basis = "各法律文件的施行、废止日期",
	.help = "改引现行的文件；说历史的，写明“原”或“已废止”",
	.why = "引用已经废止的文件作依据，等于没有依据；成文的时候还没有公布的"
	       "文件，更引用不了。"
	       "同一句里写了“原”“废止”“修订”的不报。\n"
	       "误：（2023年度）依照《信访条例》办理\n"
	       "正：（2023年度）依照《信访工作条例》办理",
};

const struct nb_rule nb_rule_law_outdated = { .code = &code, .began = "公布" };
