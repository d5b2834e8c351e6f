/*
 * T12 law-title-wrong - a law, a plan or a rule by a name that is not its own.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T12",
	.name = "law-title-wrong",
	.severity = NB_WARNING,
	.title = "法律文件名称不规范",
	.basis = "法律文件以公布时的名称为准；GB/T 15834—2011 4.15",
	.help = "用全称，加书名号",
	.why = "法律文件的名称一个字也不能错：写成“新安全法”，读的人不知道是安"
	       "全生产法还是国家安全法；"
	       "名称里的年份写错，就成了另一份文件。\n"
	       "误：学习了新安全法，严格执行《信息公开条例》\n"
	       "正：学习了《安全生产法》，严格执行《政府信息公开条例》",
	.fixable = true,
};

const struct nb_rule nb_rule_law_title_wrong = { .code = &code, .wrong = "" };
