/*
 * D07 date-ambiguous - 08.01.2018: the eighth of January, or 1 August?
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "D07",
	.name = "date-ambiguous",
	.severity = NB_WARNING,
	.title = "日期的日月次序含混",
	.basis = "GB/T 9704—2012 7.3.5.4：用阿拉伯数字将年、月、日标全",
	.help = "写成“2018年1月8日”",
	.why = "年份写在后面，08.01就可能是8月1日，也可能是1月8日。公文里的日期"
	       "先写年，再写月、日，写全“年月日”三个字。\n"
	       "误：印发日期：08.01.2018\n"
	       "正：印发日期：2018年1月8日",
};

static bool
is_digit_at(struct nb_str s, size_t at)
{
	return at < s.n && nb_is_digit((unsigned char)s.p[at]);
}

/* One or two digits before at; where they begin, or at. */
static size_t
part_before(struct nb_str s, size_t at)
{
	size_t begin = at;

	while (begin > 0 && at - begin < 2 && is_digit_at(s, begin - 1))
		begin--;
	return begin;
}

/* “dd.dd” ends at at, where the mark before the year stands. */
static bool
has_day_and_month(struct nb_str s, size_t at, size_t *ret_begin)
{
	const char mark = s.p[at];
	const size_t second = part_before(s, at);

	if (second == at || second == 0 || s.p[second - 1] != mark)
		return false;
	*ret_begin = part_before(s, second - 1);
	return *ret_begin < second - 1 &&
	    (*ret_begin == 0 ||
		(!is_digit_at(s, *ret_begin - 1) &&
		    s.p[*ret_begin - 1] != mark));
}

/* 19dd or 20dd and no digit behind it. */
static bool
is_year(struct nb_str s, size_t at)
{
	const struct nb_str rest = nb_str_from(s, at);

	for (size_t i = 0; i < 4; i++)
		if (!is_digit_at(rest, i))
			return false;
	return !is_digit_at(rest, 4) &&
	    (nb_str_starts(rest, NB_S("19")) ||
		nb_str_starts(rest, NB_S("20")));
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_str s = p->text;

	for (size_t at = 0; at < s.n; at++) {
		const size_t end = at + 5;
		size_t begin;

		if ((s.p[at] != '.' && s.p[at] != '/' && s.p[at] != '-') ||
		    !is_year(s, at + 1) || !has_day_and_month(s, at, &begin))
			continue;
		nb_diag_add(ck->diags, &code,
		    nb_prose_span(p->is.prose, begin, end),
		    "日期“" NB_FMT "”日月次序含混",
		    NB_ARG(nb_str_sub(s, begin, end - begin)));
	}
}

const struct nb_rule nb_rule_date_ambiguous = { .code = &code,
	.passage = look };
