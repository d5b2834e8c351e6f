#include "model/date.h"

#include "base/arena.h"
#include "model/number.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2999 };

static void
skip_blanks(struct nb_str s, size_t *at)
{
	*at = (size_t)(nb_str_trim(nb_str_from(s, *at)).p - s.p);
}

/* The value of an ASCII or a Han digit; -1 of another character. */
static int
digit_of(uint32_t c)
{
	static const uint32_t han[] = { U'〇', U'一', U'二', U'三', U'四',
		U'五', U'六', U'七', U'八', U'九' };

	if (nb_is_digit(c))
		return (int)(c - '0');
	if (c == U'○' || c == U'零')
		return 0;
	for (int i = 0; i < (int)NB_COUNT(han); i++)
		if (han[i] == c)
			return i;
	return -1;
}

bool
nb_year_read(struct nb_str s, size_t *at, int *ret)
{
	int year = 0;
	size_t next = *at;

	for (int n = 0; n < 4; n++) {
		const int digit =
		    next < s.n ? digit_of(nb_utf8_next(s, &next)) : -1;

		if (digit < 0)
			return false;
		year = year * 10 + digit;
	}
	if (year < FIRST_YEAR || year > LAST_YEAR)
		return false;
	*at = next;
	*ret = year;
	return true;
}

static bool
read_part(struct nb_str s, size_t *at, int *ret)
{
	unsigned n;

	skip_blanks(s, at);
	if (!nb_number_read(s, at, &n))
		return false;
	skip_blanks(s, at);
	*ret = (int)n;
	return true;
}

int
nb_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* “-3-20”, “年3月20日” …: month and day, with one kind of mark. */
static bool
read_rest(struct nb_str s, size_t *at, struct nb_date *d)
{
	static const struct {
		const char *year, *month, *day;
	} marks[] = { { "-", "-", "" }, { "/", "/", "" }, { ".", ".", "" },
		{ "年", "月", "日" }, { "年", "月", "号" } };

	for (size_t i = 0; i < NB_COUNT(marks); i++) {
		size_t next = *at;

		if (!nb_str_skip(s, &next, nb_str_z(marks[i].year)) ||
		    !read_part(s, &next, &d->month))
			continue;
		/* 2024-03 ends here, 2024年3月 behind its mark. */
		d->day = 0;
		if (*marks[i].day == '\0' && next == s.n)
			return true;
		if (!nb_str_skip(s, &next, nb_str_z(marks[i].month)))
			continue;
		if (*marks[i].day != '\0' && next == s.n)
			return true;
		if (read_part(s, &next, &d->day) && d->day > 0 &&
		    nb_str_skip(s, &next, nb_str_z(marks[i].day)) &&
		    next == s.n)
			return true;
	}
	return false;
}

enum nb_date_parse
nb_date_parse(struct nb_str s, struct nb_date *ret)
{
	struct nb_date d = { 0 };
	size_t at = 0;

	*ret = d;
	s = nb_str_trim(s);
	if (!nb_year_read(s, &at, &d.year))
		return NB_DATE_BAD;
	skip_blanks(s, &at);
	if (!read_rest(s, &at, &d) || d.month < 1 || d.month > 12 ||
	    d.day > nb_month_days(d.year, d.month))
		return NB_DATE_BAD;
	*ret = d;
	return d.day == 0 ? NB_DATE_MONTH_ONLY : NB_DATE_OK;
}

int
nb_date_weekday(const struct nb_date *d)
{
	static const int shift[] = { 0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4 };
	const int year = d->year - (d->month < 3);

	return (year + year / 4 - year / 100 + year / 400 +
		   shift[d->month - 1] + d->day) %
	    7;
}

int
nb_date_cmp(const struct nb_date *a, const struct nb_date *b)
{
	const int day_a = a->day == 0 ? 1 : a->day;
	const int day_b = b->day == 0 ? 1 : b->day;

	if (a->year != b->year)
		return a->year - b->year;
	if (a->month != b->month)
		return a->month - b->month;
	return day_a - day_b;
}

struct nb_str
nb_date_text(struct nb_arena *a, const struct nb_date *d)
{
	if (d->year == 0)
		return NB_S("");
	if (d->day == 0)
		return nb_arena_printf(a, "%d年%d月", d->year, d->month);
	return nb_arena_printf(a, "%d年%d月%d日", d->year, d->month, d->day);
}
