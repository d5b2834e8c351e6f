/*
 * T08 comma-before-and - 、 before a conjunction.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T08",
	.name = "comma-before-and",
	.severity = NB_WARNING,
	.title = "顿号后面接了“和、及、与、或”",
	.basis = "GB/T 15834—2011 4.5；公文写作惯例",
	.help = "删去顿号，留下连词",
	.why = "最后两个并列成分之间用了“和、及、与、或”，就不再用顿号。“、及时"
	       "应对”“、和解方式”里的不是连词，不算。\n"
	       "误：检查、评估、和考核\n"
	       "正：检查、评估和考核",
	.fixable = true,
};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = p->text, mark = NB_S("、");
	const struct nb_words *other = &ck->outline->wording.list.other;

	for (size_t at = nb_str_find(s, mark, 0); at != SIZE_MAX;
	     at = nb_str_find(s, mark, at + mark.n)) {
		const struct nb_str rest = nb_str_from(s, at + mark.n);
		struct nb_diag *g;

		if (!nb_mark_in(U"和及与或", nb_str_first(rest)) ||
		    nb_words_starting(other, rest) > 0)
			continue;
		g = nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, at, at + mark.n),
		    "顿号后面不接“" NB_FMT "”：“" NB_FMT "”",
		    NB_ARG(nb_str_sub(rest, 0, mark.n)),
		    NB_ARG(nb_str_around(prose->text, at, at + 2 * mark.n)));
		nb_offer_fix(g, prose, at, at + mark.n, NB_S(""));
	}
}

const struct nb_rule nb_rule_comma_before_and = { .code = &code,
	.passage = look };
