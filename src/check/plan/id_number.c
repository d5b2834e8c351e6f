/*
 * P12 id-number - the number of somebody's identity card (GB 11643-1999): a
 * province, a day of birth and a check digit that are all right.
 */
#include "check/rule.h"

#include "check/long_number.h"
#include "model/date.h"

enum { YOUNGEST = 10 }; /* whose number stands in a report unannounced [year] */

static const struct nb_code code = {
	.id = "P12",
	.name = "id-number",
	.severity = NB_ERROR,
	.title = "公开前删去居民身份证号码",
	.basis = "《政府信息公开条例》第十五条；《民法典》第一千零三十四条",
	.help = "删去号码，或者用“*”隐去出生日期那几位",
	.why = "年度报告要向社会公开，身份证号码是个人信息，公开出去收不回来。"
	       "区划、出生日期、校验码都对得上的18位号码才报，"
	       "统一社会信用代码、案号、长的数字不会误报。\n"
	       "误：当事人王某（身份证号写全18位）\n"
	       "正：当事人王某（不写号码，或者写成340***********0012）",
};

/* The first two digits: 11 Beijing … 83 residents from Taiwan. */
static bool
is_province(int n)
{
	static const signed char known[] = { 11, 12, 13, 14, 15, 21, 22, 23, 31,
		32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53,
		54, 61, 62, 63, 64, 65, 71, 81, 82, 83 };

	for (size_t i = 0; i < NB_COUNT(known); i++)
		if (known[i] == n)
			return true;
	return false;
}

/* Eight digits as a day; the year, or 0 when they are none. */
static int
year_of_day(const char *digit)
{
	const char day[] = { digit[0], digit[1], digit[2], digit[3], '-',
		digit[4], digit[5], '-', digit[6], digit[7] };
	struct nb_date date;

	if (nb_date_parse((struct nb_str){ day, sizeof(day) }, &date) !=
	    NB_DATE_OK)
		return 0;
	return date.year;
}

/* ISO 7064 MOD 11-2: the digit i from the left weighs 2^(17 - i). */
static bool
is_checked(const char *digit)
{
	unsigned sum = 0;

	for (unsigned i = 0; i < 17; i++)
		sum = (sum + (unsigned)(digit[i] - '0')) * 2 % 11;
	return digit[17] == "10X98765432"[sum];
}

static bool
is_valid(const struct nb_long_number *n)
{
	static const unsigned groups[] = { 6, 8, 4 };

	return n->n == 18 &&
	    nb_long_number_in_groups(n, groups, NB_COUNT(groups)) &&
	    is_province((n->digit[0] - '0') * 10 + n->digit[1] - '0') &&
	    year_of_day(n->digit + 6) >= 1900 && is_checked(n->digit);
}

/* A division, a day of these years and a count: cases are numbered so, too. */
static bool
is_serial(const struct nb_check *ck, const struct nb_long_number *n)
{
	const struct nb_digit_words *words = &ck->outline->wording.number;

	return !nb_words_in(&words->identity, n->about) &&
	    (nb_words_in(&words->serial, n->clause) ||
		year_of_day(n->digit + 6) > ck->report->year - YOUNGEST);
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	struct nb_long_number n;

	for (size_t at = 0; nb_long_number_next(p->text, &at, &n);)
		if (is_valid(&n) && !is_serial(ck, &n))
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(p->is.prose, n.begin, n.end),
			    "公开前删去居民身份证号码“" NB_FMT "”",
			    NB_ARG(nb_long_number_masked(ck->arena, n.digit)));
}

const struct nb_rule nb_rule_id_number = { .code = &code, .passage = look };
