/*
 * G10 look-alike - characters that look like the right one.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "G10",
	.name = "look-alike",
	.severity = NB_WARNING,
	.title = "形近符号",
	.basis = "GB/T 15834—2011 4.14；GB/T 15835—2011",
	.help = "换成规定的符号",
	.why = "间隔号用“·”，年份里的零用“〇”，看着相近的符号检索不到，排出来大"
	       "小也不同。\n"
	       "误：买买提•吐尔逊、二○二四年\n"
	       "正：买买提·吐尔逊、二〇二四年",
	.fixable = true,
};

static bool
is_year_digit(uint32_t c)
{
	return nb_mark_in(U"〇零一二三四五六七八九", c);
}

/* What should stand for the character at a place; empty: nothing else. */
static struct nb_str
right_for(struct nb_str s, size_t begin, size_t end, uint32_t c)
{
	uint32_t before, after;

	if (!nb_mark_in(U"•▪‧・–○0O◯", c))
		return NB_S("");
	before = nb_char_before(s, begin);
	after = nb_char_after(s, end);
	if (nb_mark_in(U"•▪‧・", c) && nb_is_han(before) && nb_is_han(after))
		return NB_S("·");
	if (c == U'–' && nb_is_han(before) && nb_is_han(after))
		return NB_S("—");
	if (nb_mark_in(U"○0O◯", c) && is_year_digit(before) &&
	    (is_year_digit(after) || after == U'○' || after == U'年'))
		return NB_S("〇");
	return NB_S("");
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;

	for (size_t at = 0; (at = nb_skip_han(s, at)) < s.n;) {
		const size_t here = at;
		const uint32_t c = nb_utf8_next(s, &at);
		const struct nb_str right = right_for(s, here, at, c);
		struct nb_diag *g;

		if (right.n == 0)
			continue;
		g = nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, here, at),
		    "“" NB_FMT "”应写作“" NB_FMT "”：“" NB_FMT "”",
		    NB_ARG(nb_str_sub(s, here, at - here)), NB_ARG(right),
		    NB_ARG(nb_str_around(s, here, at)));
		nb_offer_fix(g, prose, here, at, right);
	}
}

const struct nb_rule nb_rule_look_alike = { .code = &code, .passage = look };
