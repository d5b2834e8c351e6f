/*
 * T31 comma-before-etc - 、 before 等.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T31",
	.name = "comma-before-etc",
	.severity = NB_WARNING,
	.title = "“等”字前面有顿号",
	.basis = "GB/T 15834—2011 4.5",
	.help = "删去“等”前面的顿号",
	.why = "列举到最后用“等”收尾，“等”前面不再用顿号。“、等级”里的“等”是词"
	       "的一部分，不算。\n"
	       "误：走访企业、商户、等\n"
	       "正：走访企业、商户等",
	.fixable = true,
};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text, mark = NB_S("、"),
			    etc = NB_S("、等");

	for (size_t at = nb_str_find(s, etc, 0); at != SIZE_MAX;
	     at = nb_str_find(s, etc, at + etc.n)) {
		struct nb_diag *g;

		if (nb_mark_in(U"级級候于於待额額价價效同外次",
			nb_char_after(s, at + etc.n)))
			continue;
		g = nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, at, at + mark.n),
		    "“等”前面不用顿号：“" NB_FMT "”",
		    NB_ARG(nb_str_around(s, at, at + etc.n)));
		nb_offer_fix(g, prose, at, at + mark.n, NB_S(""));
	}
}

const struct nb_rule nb_rule_comma_before_etc = { .code = &code,
	.passage = look };
