/*
 * check/date_scan.c - finds dates.
 */
#include "check/date_scan.h"

enum { YEAR_DIGITS = 4 };

static bool
is_digit_at(struct nb_str s, size_t at)
{
	return at < s.n && nb_is_digit((unsigned char)s.p[at]);
}

/* One or two digits and the word behind them. */
static bool
read_part(struct nb_str s, size_t *at, struct nb_str word, int *ret)
{
	size_t next = *at;
	int n = 0;

	for (; is_digit_at(s, next) && next < *at + 2; next++)
		n = n * 10 + (s.p[next] - '0');
	if (next == *at || !nb_str_skip(s, &next, word))
		return false;
	*at = next;
	*ret = n;
	return true;
}

/* The four digits that end at at, or 0. */
static int
year_before(struct nb_str s, size_t at)
{
	int year = 0;

	if (at < YEAR_DIGITS ||
	    (at > YEAR_DIGITS && is_digit_at(s, at - YEAR_DIGITS - 1)))
		return 0;
	for (size_t i = at - YEAR_DIGITS; i < at; i++) {
		if (!is_digit_at(s, i))
			return 0;
		year = year * 10 + (s.p[i] - '0');
	}
	return year >= 1900 && year < 2100 ? year : 0;
}

static bool
read_date(struct nb_str s, size_t *at, struct nb_date *d)
{
	if (d->year == 0 || !read_part(s, at, NB_S("月"), &d->month) ||
	    d->month < 1 || d->month > 12)
		return false;
	if (!read_part(s, at, NB_S("日"), &d->day))
		read_part(s, at, NB_S("号"), &d->day);
	return d->day <= nb_month_days(d->year, d->month);
}

bool
nb_date_next(
    struct nb_str s, size_t *at, size_t *ret_begin, struct nb_date *ret)
{
	const struct nb_str mark = NB_S("年");

	for (;;) {
		const size_t hit = nb_str_find(s, mark, *at);

		if (hit == SIZE_MAX) {
			*at = s.n;
			return false;
		}
		*at = hit + mark.n;
		*ret = (struct nb_date){ .year = year_before(s, hit) };
		if (read_date(s, at, ret)) {
			*ret_begin = hit - YEAR_DIGITS;
			return true;
		}
	}
}
