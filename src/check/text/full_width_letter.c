/*
 * T30 full-width-letter - full-width digits and letters.
 */
#include "base/arena.h"
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T30",
	.name = "full-width-letter",
	.severity = NB_WARNING,
	.title = "全角的字母、数字",
	.basis = "GB/T 15834—2011；GB/T 15835—2011",
	.help = "改成半角",
	.why = "全角的数字、字母是旧输入法留下的，排出来一个数字占一个汉字宽，"
	       "检索也找不到。\n"
	       "误：受理７１件\n"
	       "正：受理71件",
	.fixable = true,
};

static bool
is_full_width(uint32_t c)
{
	return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
	    (c >= 0xFF41 && c <= 0xFF5A);
}

/* The same letters in ASCII, of three bytes each before. */
static struct nb_str
narrow(struct nb_arena *a, struct nb_str wide)
{
	char *p = nb_arena_alloc(a, wide.n / 3 + 1);
	size_t n = 0;

	for (size_t at = 0; at < wide.n;)
		p[n++] = (char)(nb_utf8_next(wide, &at) - 0xFF00 + 0x20);
	return (struct nb_str){ p, n };
}

static void
look(const struct nb_check *ck, const struct nb_prose *prose)
{
	const struct nb_str s = prose->text;

	for (size_t at = 0; (at = nb_skip_han(s, at)) < s.n;) {
		const size_t begin = at;
		size_t end = begin;
		struct nb_str wide, fix;
		struct nb_diag *g;

		while (at < s.n && is_full_width(nb_utf8_next(s, &at)))
			end = at;
		if (end == begin)
			continue;
		wide = nb_str_sub(s, begin, end - begin);
		fix = narrow(ck->arena, wide);
		g = nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, begin, end),
		    "全角的“" NB_FMT "”改成半角的“" NB_FMT "”", NB_ARG(wide),
		    NB_ARG(fix));
		nb_offer_fix(g, prose, begin, end, fix);
	}
}

/* An 索引号 is no passage, but it is searched for letter by letter. */
static void
run(const struct nb_check *ck)
{
	const struct nb_disclosure *d = ck->report->disclosure;

	for (uint32_t i = 0; i < ck->passages.n; i++)
		look(ck, ck->passages.passage[i].is.prose);
	if (d != NULL)
		look(ck, &d->index);
}

const struct nb_rule nb_rule_full_width_letter = { .code = &code, .run = run };
