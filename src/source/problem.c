#include "source/problem.h"

#include <string.h>

static const struct nb_problem problems[] = {
	{ "block sequence entries are not allowed in this context",
	    "这里不能写列表的短横“- ”", false, NULL },
	{ "could not find expected ':'",
	    "这一行像是一个键，却没有半角冒号和空格", true, NULL },
	{ "could not find expected directive name", "“%”不能写在行首", false,
	    NULL },
	{ "control characters are not allowed", "这里有控制字符", false, NULL },
	{ "did not find expected '-' indicator",
	    "这一行与上面的列表没有对齐，或者缺短横“- ”", false, NULL },
	{ "did not find expected ',' or ']'", "方括号没有合上，或者缺逗号",
	    true, "在末尾补上半角的“]”，各项之间写半角逗号" },
	{ "did not find expected ',' or '}'", "花括号没有合上，或者缺逗号",
	    true, "在末尾补上半角的“}”，各项之间写半角逗号" },
	{ "did not find expected <document start>", "这里与前面的内容接不上",
	    false, NULL },
	{ "did not find expected alphabetic or numeric character",
	    "“*”“&”不能作值的第一个字", false, NULL },
	{ "did not find expected comment or line break",
	    "“|”后面同一行不能再写字", false, NULL },
	{ "did not find expected hexdecimal number",
	    "双引号里“\\x”“\\u”后面应当是十六进制数", false, NULL },
	{ "did not find expected key",
	    "这一行与上面的键没有对齐，或者缺键和冒号", false, NULL },
	{ "did not find expected node content", "括号里缺内容", false, NULL },
	{ "did not find expected whitespace or line break",
	    "“!”不能作值的第一个字", false, NULL },
	{ "found a tab character that violates indentation",
	    "这里用了制表符（Tab）缩进", false, NULL },
	{ "found a tab character where an indentation space is expected",
	    "这里用了制表符（Tab）缩进", false, NULL },
	{ "found an indentation indicator equal to 0",
	    "“|”后面的缩进格数不能是 0", false, NULL },
	{ "found character that cannot start any token", "这个符号不能作开头",
	    false, NULL },
	{ "found undefined tag handle", "“!”不能作值的第一个字", false, NULL },
	{ "found unexpected ':'", "括号里不能有这个冒号", false, NULL },
	{ "found unexpected document indicator",
	    "直引号没有成对，一直读到了“---”", true, NULL },
	{ "found unexpected end of stream",
	    "直引号没有成对，一直读到了文件末尾", true, NULL },
	{ "found unknown escape character",
	    "双引号里的“\\”后面不能是这个字；改用单引号", false, NULL },
	{ "mapping keys are not allowed in this context", "这里不能写“? ”",
	    false, NULL },
	{ "mapping values are not allowed in this context",
	    "这里不能再有半角冒号加空格", false, NULL },
};

/* Whatever a later libyaml may say. */
static const struct nb_problem other = { "", "这里不合 YAML 的写法", false,
	NULL };

const struct nb_problem *
nb_problem_find(const char *words)
{
	for (size_t i = 0; i < NB_COUNT(problems); i++)
		if (strcmp(problems[i].words, words) == 0)
			return &problems[i];
	return &other;
}
