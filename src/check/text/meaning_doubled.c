/*
 * T18 meaning-doubled - the same said twice in a few words.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T18",
	.name = "meaning-doubled",
	.severity = NB_WARNING,
	.title = "语义重复",
	.basis = "《党政机关公文处理工作条例》第十九条：表述准确，文字精练",
	.help = "留一个，删去重复的",
	.why = "两个词说的是一回事，留一个就够：总数就是共有多少，切实、不断挤"
	       "在一起谁也修饰不好。"
	       "只查连写的固定说法，不作推断。\n"
	       "误：调解组织总数共82个\n"
	       "正：调解组织共82个",
};

const struct nb_rule nb_rule_meaning_doubled = { .code = &code,
	.wrong = "语义重复" };
