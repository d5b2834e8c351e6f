/*
 * T14 mark-doubled - two points in a row, or one at the inner side of a
 * bracket.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T14",
	.name = "mark-doubled",
	.severity = NB_ERROR,
	.title = "标点连用",
	.basis = "GB/T 15834—2011 5.1",
	.help = "留下一个标点",
	.why = "两个点号不能连用；左括号、左引号后面，右括号、右书名号前面也不"
	       "用逗号、顿号之类。多半是改稿时删词留下的。“……”“——”不算。\n"
	       "误：完善机制，。压实责任\n"
	       "正：完善机制。压实责任",
	.fixable = true,
};

/* The mark that stays of two. */
static struct nb_str
merged(uint32_t a, uint32_t b)
{
	if (a == b || a == U'、' || a == U'，') {
		if (b == U'。')
			return NB_S("。");
		if (b == U'；')
			return NB_S("；");
		if (b == U'：')
			return NB_S("：");
		return b == U'，' ? NB_S("，") : NB_S("、");
	}
	return (struct nb_str){ 0 };
}

static void
report(const struct nb_check *ck, const struct nb_prose *prose, size_t begin,
    size_t end, struct nb_str fix)
{
	struct nb_diag *g = nb_diag_add(ck->diags, &code,
	    nb_prose_span(prose, begin, end), "标点连用：“" NB_FMT "”",
	    NB_ARG(nb_str_sub(prose->text, begin, end - begin)));

	if (fix.p != NULL)
		nb_offer_fix(g, prose, begin, end, fix);
}

/* The kept one of an opening or closing mark and a point beside it. */
static struct nb_str
kept(struct nb_str s, size_t begin, size_t middle, size_t end)
{
	const uint32_t a = nb_char_after(s, begin);
	const uint32_t b = nb_char_after(s, middle);

	if (nb_mark_in(U"（《“〈", a) && nb_mark_in(U"，。、；：", b))
		return nb_str_sub(s, begin, middle - begin);
	if (nb_mark_in(U"，、；：", a) && nb_mark_in(U"）》〉", b))
		return nb_str_sub(s, middle, end - middle);
	return (struct nb_str){ 0 };
}

/* Two points in a row, but for “。。。”: that is T29. */
static bool
is_doubled(struct nb_str s, size_t before, size_t end, uint32_t a, uint32_t b)
{
	const char32_t *const points = U"，。、；：";

	if (!nb_mark_in(points, a) || !nb_mark_in(points, b))
		return false;
	return a != U'。' || b != U'。' ||
	    (nb_char_after(s, end) != U'。' &&
		nb_char_before(s, before) != U'。');
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;
	size_t before = 0; /* where the character before begins */
	uint32_t last = 0; /* it, unless it is no mark */

	if (p->is.role == NB_PROSE_FIGURE)
		return;
	for (size_t at = 0, here; (here = nb_skip_han(s, at)) < s.n;) {
		struct nb_str one;
		uint32_t c;

		if (here > at)
			last = 0;
		at = here;
		c = nb_utf8_next(s, &at);
		if (c >= 0x80 && last != 0) {
			one = kept(s, before, here, at);
			if (one.p != NULL)
				report(ck, prose, before, at, one);
			else if (is_doubled(s, before, at, last, c))
				report(ck, prose, before, at, merged(last, c));
		}
		last = c >= 0x80 ? c : 0;
		before = here;
	}
}

const struct nb_rule nb_rule_mark_doubled = { .code = &code, .passage = look };
