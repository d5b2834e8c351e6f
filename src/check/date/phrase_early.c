/*
 * D15 phrase-early - a guiding phrase before it was coined.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "D15",
	.name = "phrase-early",
	.severity = NB_ERROR,
	.title = "提法早于它的提出",
	.basis = "有关会议和文件的日期",
	.help = "核对成文日期；旧稿照写当时的提法",
	.why = "写成文日期的时候还没有的提法，不可能出现在报告里：不是日期错了"
	       "，就是这一段是后来补的。"
	       "两种情形归档以后都是硬伤。\n"
	       "误：成文日期: 2020-03-20　正文: 深入学习贯彻习近平法治思想\n"
	       "正：成文日期: 2021-03-20　正文: 深入学习贯彻习近平法治思想",
};

const struct nb_rule nb_rule_phrase_early = { .code = &code, .began = "提出" };
