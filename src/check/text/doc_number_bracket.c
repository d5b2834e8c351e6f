/*
 * T02 doc-number-bracket - the year of a 发文字号 in other brackets than 〔〕.
 */
#include "base/arena.h"
#include "check/near.h"
#include "check/rule.h"
#include "check/text/doc_number.h"

static const struct nb_code code = {
	.id = "T02",
	.name = "doc-number-bracket",
	.severity = NB_ERROR,
	.title = "发文字号的年份没有用六角括号",
	.basis = "GB/T 9704—2012 7.2.5",
	.help = "年份用六角括号“〔〕”括起来",
	.why = "发文字号由机关代字、年份、序号组成，年份要写全四位，用六角括号"
	       "“〔〕”。方括号、圆括号都不对。规划的起止年份写在圆括号里，"
	       "后面没有“号”，不算。\n"
	       "误：柳办发[2024]2号\n"
	       "正：柳办发〔2024〕2号",
	.fixable = true,
};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;
	struct nb_doc_number n;

	for (size_t at = 0; nb_doc_number_next(s, &at, &n);) {
		struct nb_diag *g;
		struct nb_str bracket = nb_str_sub(s, n.open, n.close - n.open);

		if (n.year.n != 4 || !n.hao ||
		    (nb_str_starts(bracket, NB_S("〔")) &&
			nb_str_ends(bracket, NB_S("〕"))))
			continue;
		g = nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, n.open, n.close),
		    "发文字号年份用六角括号：“" NB_FMT "”",
		    NB_ARG(nb_str_sub(s, n.begin, n.end - n.begin)));
		nb_offer_fix(g, prose, n.open, n.close,
		    nb_arena_printf(
			ck->arena, "〔" NB_FMT "〕", NB_ARG(n.year)));
	}
}

const struct nb_rule nb_rule_doc_number_bracket = { .code = &code,
	.passage = look };
