/*
 * T17 such-as-and-so-on - 如 … 等等 in one sentence.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T17",
	.name = "such-as-and-so-on",
	.severity = NB_NOTE,
	.title = "“如……等等”重复",
	.basis = "《党政机关公文处理工作条例》第十九条：表述准确，文字精练",
	.help = "举例用“如”就不再写“等等”",
	.why = "“如”已经说明是举例，末尾再写“等等”，意思重复，口气也松。要表示"
	       "没有举完，写一个“等”。\n"
	       "误：如公安、城管等部门细化了范围等等\n"
	       "正：公安、城管等部门细化了范围",
};

const struct nb_rule nb_rule_such_as_and_so_on = { .code = &code,
	.wrong = "与前面的“如”重复" };
