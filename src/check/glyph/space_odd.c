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

static const struct {
	uint32_t c;
	const char *name;
} odd[] = {
	{ 0x00A0, "不换行空格" },
	{ 0x2002, "半字宽空格" },
	{ 0x2003, "一字宽空格" },
	{ 0x2009, "窄空格" },
	{ 0x200B, "零宽空格" },
	{ 0x200C, "零宽不连字" },
	{ 0x200D, "零宽连字" },
	{ 0xFEFF, "零宽空格" },
	{ '\t', "制表符" },
};

static const char *
name_of(uint32_t c)
{
	for (size_t i = 0; i < NB_COUNT(odd); i++)
		if (odd[i].c == c)
			return odd[i].name;
	return NULL;
}

/* Between two Western words it is a space; elsewhere it is nothing. */
static struct nb_str
instead_of(struct nb_str s, size_t begin, size_t end, uint32_t c)
{
	const bool wide =
	    c != 0x200B && c != 0x200C && c != 0x200D && c != 0xFEFF;
	const uint32_t before = nb_char_before(s, begin);
	const uint32_t after = nb_char_after(s, end);

	return wide && !nb_is_cjk(before) && !nb_is_cjk(after) ? NB_S(" ")
							       : NB_S("");
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;

	for (size_t at = 0; at < s.n;) {
		const size_t here = at;
		const uint32_t c = nb_utf8_next(s, &at);
		const char *name = nb_is_han(c) ? NULL : name_of(c);
		struct nb_diag *g;

		/* Joiners spell words of other scripts. */
		if (name == NULL ||
		    ((c == 0x200C || c == 0x200D) &&
			!nb_is_cjk(nb_char_before(s, here)) &&
			!nb_is_cjk(nb_char_after(s, at))))
			continue;
		g = nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, here, at),
		    "异常空白：%s，在“" NB_FMT "”之后", name,
		    NB_ARG(nb_str_before(s, here)));
		nb_offer_fix(g, prose, here, at, instead_of(s, here, at, c));
	}
}

const struct nb_rule nb_rule_space_odd = { .code = &code, .passage = look };
