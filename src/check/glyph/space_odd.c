/*
 * G06 space-odd - blanks that are not the plain space.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "G06",
	.name = "space-odd",
	.severity = NB_WARNING,
	.title = "异常空白",
	.basis = "公文写作惯例",
	.help = "删去，或换成普通空格；nianbao fix 可以一次改完",
	.why = "网页和 Word "
	       "里有许多看不见的空白：不换行空格、半角宽空格、零宽空格。它们排"
	       "出来是缺口，检索时使同一个词找不到。\n"
	       "误：依法（零宽空格）行政\n"
	       "正：依法行政",
	.fixable = true,
};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;

	for (size_t at = 0; (at = nb_skip_han(s, at)) < s.n;) {
		const size_t here = at;
		const uint32_t c = nb_utf8_next(s, &at);
		struct nb_str instead;
		const char *name;
		struct nb_diag *g;

		if (!nb_blank_is_odd(s, here, at, c, &instead, &name))
			continue;
		g = nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, here, at),
		    "异常空白：%s，在“" NB_FMT "”之后", name,
		    NB_ARG(nb_str_before(s, here)));
		nb_offer_fix(g, prose, here, at, instead);
	}
}

const struct nb_rule nb_rule_space_odd = { .code = &code, .passage = look };
