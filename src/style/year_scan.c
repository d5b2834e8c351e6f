/*
 * style/year_scan.c - years in headings.
 */
#include "style/year_scan.h"

#include "base/word_list.h"

/* Steps over blanks. */
static void
skip_blanks(struct nb_str s, size_t *at)
{
	while (*at < s.n && s.p[*at] == ' ')
		++*at;
}

/* 20dd with no digit behind it, or 0; steps over all the digits. */
static int
read_year(struct nb_str s, size_t *at)
{
	int year = 0;
	size_t digits = 0;

	for (; *at < s.n && nb_is_digit((unsigned char)s.p[*at]); ++*at)
		if (++digits <= 4)
			year = year * 10 + (s.p[*at] - '0');
	return digits == 4 && year >= 2000 && year < 2100 ? year : 0;
}

/* Steps over what joins two years of a range. */
static bool
skip_range_mark(struct nb_str s, size_t *at)
{
	static const char *const mark[] = { "—", "–", "－", "～", "至", "到",
		"-", "~", NULL };
	const size_t start = *at;

	while (nb_word_skip(mark, s, at))
		;
	return *at > start;
}

/* Steps over the second half of a range, if there is one. */
static bool
skip_range(struct nb_str s, size_t *at)
{
	size_t next = *at;

	skip_blanks(s, &next);
	nb_str_skip(s, &next, NB_S("年"));
	if (!skip_range_mark(s, &next) || read_year(s, &next) == 0)
		return false;
	*at = next;
	return true;
}

int
nb_year_next(struct nb_str s, size_t *at, size_t *ret_begin)
{
	while (*at < s.n) {
		const size_t begin = *at;
		const int year = read_year(s, at);

		if (*at == begin) {
			const size_t close = nb_str_find(s, NB_S("》"), begin);

			if (nb_utf8_next(s, at) == U'《' && close != SIZE_MAX)
				*at = close;
			continue;
		}
		if (year == 0 || skip_range(s, at))
			continue;
		skip_blanks(s, at);
		if (nb_str_skip(s, at, NB_S("年"))) {
			*ret_begin = begin;
			return year;
		}
	}
	return 0;
}
