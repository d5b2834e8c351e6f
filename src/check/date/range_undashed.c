/*
 * D19 range-undashed - 20212025年: two years that have lost what stood
 * between them.
 */
#include "base/arena.h"
#include "check/rule.h"

enum { YEAR_DIGITS = 4, LONGEST = 30 /* years */ };

static const struct nb_code code = {
	.id = "D19",
	.name = "range-undashed",
	.severity = NB_ERROR,
	.title = "起止年份之间的连接号丢了",
	.basis = "GB/T 15834—2011 4.13：起止年份用一字线连接",
	.help = "在两个年份之间补上“—”",
	.why =
	    "从网页、PDF 里粘贴，起止年份中间的一字线常常丢掉，或者变成空格，"
	    "“2021—2025年”成了“20212025年”，谁也读不懂。八位的日期编号不会"
	    "报：两半都要是年份，后面还跟着“年”。\n"
	    "误：《法治政府建设实施纲要（20212025年）》\n"
	    "正：《法治政府建设实施纲要（2021—2025年）》",
	.fixable = true,
};

static bool
is_digit_at(struct nb_str s, size_t at)
{
	return at < s.n && nb_is_digit((unsigned char)s.p[at]);
}

/* The year of just four digits at at, or 0. */
static int
year_at(struct nb_str s, size_t at)
{
	int year = 0;

	for (size_t i = 0; i < YEAR_DIGITS; i++) {
		if (!is_digit_at(s, at + i))
			return 0;
		year = year * 10 + (s.p[at + i] - '0');
	}
	return year >= 1949 && year < 2100 ? year : 0;
}

static size_t
skip_blanks(struct nb_str s, size_t at)
{
	size_t next = at;

	while (next < s.n && nb_is_blank(nb_utf8_next(s, &next)))
		at = next;
	return at;
}

/* A range at at, where digits begin; *ret_second is its other year. */
static bool
is_range(struct nb_str s, size_t at, size_t *ret_second)
{
	const int first = year_at(s, at);
	int second;

	*ret_second = skip_blanks(s, at + YEAR_DIGITS);
	second = year_at(s, *ret_second);
	if (first == 0 || second <= first || second - first > LONGEST ||
	    is_digit_at(s, *ret_second + YEAR_DIGITS))
		return false;
	at = skip_blanks(s, *ret_second + YEAR_DIGITS);
	return nb_str_skip(s, &at, NB_S("年")) ||
	    nb_str_skip(s, &at, NB_S("学年"));
}

static void
report(const struct nb_check *ck, const struct nb_prose *p, size_t begin,
    size_t second)
{
	const size_t end = second + YEAR_DIGITS;
	const struct nb_str mended = nb_arena_printf(ck->diags->arena,
	    NB_FMT "—" NB_FMT, NB_ARG(nb_str_sub(p->text, begin, YEAR_DIGITS)),
	    NB_ARG(nb_str_sub(p->text, second, YEAR_DIGITS)));
	struct nb_diag *g = nb_diag_add(ck->diags, &code,
	    nb_prose_span(p, begin, end), "“" NB_FMT "年”应为“" NB_FMT "年”",
	    NB_ARG(nb_str_sub(p->text, begin, end - begin)), NB_ARG(mended));

	if (nb_prose_is_verbatim(p, begin, end))
		g->fix = mended;
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_str s = p->text;

	for (size_t at = 0; at < s.n; at++) {
		size_t second;

		if (!is_digit_at(s, at))
			continue;
		if (is_range(s, at, &second))
			report(ck, p->is.prose, at, second);
		while (is_digit_at(s, at + 1))
			at++;
	}
}

const struct nb_rule nb_rule_range_undashed = { .code = &code,
	.passage = look };
