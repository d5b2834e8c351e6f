#include "model/due.h"

#include "base/word_list.h"
#include "model/number.h"

#include <glib.h>

static bool
ends_piece(uint32_t c)
{
	return c == U'，' || c == U'；' || c == U'、' || c == U'。' ||
	    c == ',' || c == ';';
}

/* Limits that name no day. */
static bool
is_open(struct nb_str s)
{
	static const char *const words[] = { "长期", "持续", "常态", "经常",
		"日常", "随时", "适时", "即时", "立即", "立行立改", "定期",
		"每年", "每半年", "每季", "每月", "每周", "按年", "按季",
		"按月", "全程", "之日起", "日内", "个月内", "周内", NULL };

	return nb_word_in(words, s) > 0;
}

static bool
cut_end(struct nb_str *s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (nb_str_ends(*s, nb_str_z(words[i]))) {
			s->n -= nb_str_z(words[i]).n;
			*s = nb_str_trim(*s);
			return true;
		}
	return false;
}

/* “力争12月底前完成” is “12月底”. */
static struct nb_str
core_of(struct nb_str s)
{
	static const char *const heads[] = { "力争", "确保", "预计", "计划",
		"截至", "截止", "务必", "须", "应", "于", "在", "到", "至" };
	static const char *const tails[] = { "全面完成", "基本完成", "完成",
		"实现", "落实", "到位", "结束", "启动", "开展", "上报", "报送",
		"为止", "下班", "之前", "以前", "前", "止", "内" };

	s = nb_str_trim(s);
	for (size_t i = 0; i < NB_COUNT(heads); i++) {
		size_t at = 0;

		if (nb_str_skip(s, &at, nb_str_z(heads[i])))
			s = nb_str_trim(nb_str_from(s, at));
	}
	while (cut_end(&s, tails, NB_COUNT(tails)))
		;
	return s;
}

static bool
set_day(struct nb_date *d, int year, int month, int day)
{
	const int days =
	    month >= 1 && month <= 12 ? nb_month_days(year, month) : 0;

	*d = (struct nb_date){ year, month, day == 0 ? days : day, { 0 } };
	return days > 0 && d->day <= days;
}

static struct nb_str
rest_of(struct nb_str s, size_t at)
{
	return nb_str_trim(nb_str_from(s, at));
}

/* “底”, “中旬”, “5日”: a part of a month. */
static bool
read_day(struct nb_str s, int *ret)
{
	static const struct {
		const char *word;
		int day; /* the last; 0: of the month */
	} parts[] = { { "", 0 }, { "份", 0 }, { "底", 0 }, { "末", 0 },
		{ "下旬", 0 }, { "初", 10 }, { "上旬", 10 }, { "中旬", 20 },
		{ "中", 20 } };
	unsigned day;
	size_t at = 0;

	for (size_t i = 0; i < NB_COUNT(parts); i++)
		if (nb_str_eq(s, nb_str_z(parts[i].word))) {
			*ret = parts[i].day;
			return true;
		}
	if (!nb_number_read(s, &at, &day) || day < 1 || day > 31)
		return false;
	*ret = (int)day;
	s = rest_of(s, at);
	return nb_str_eq(s, NB_S("日")) || nb_str_eq(s, NB_S("号"));
}

/* “3月底”, “第三季度”. */
static bool
read_month(struct nb_str s, int year, struct nb_date *ret)
{
	unsigned n;
	size_t at = 0;
	int day;

	nb_str_skip(s, &at, NB_S("第"));
	if (!nb_number_read(s, &at, &n))
		return false;
	s = rest_of(s, at);
	at = 0;
	if (nb_str_skip(s, &at, NB_S("月")))
		return n <= 12 && read_day(rest_of(s, at), &day) &&
		    set_day(ret, year, (int)n, day);
	if (!nb_str_skip(s, &at, NB_S("季度")) || n < 1 || n > 4)
		return false;
	s = rest_of(s, at);
	return (s.n == 0 || nb_str_eq(s, NB_S("末")) ||
		   nb_str_eq(s, NB_S("底"))) &&
	    set_day(ret, year, 3 * (int)n, 0);
}

static bool
read_part_of_year(struct nb_str s, int year, struct nb_date *ret)
{
	static const struct {
		const char *word;
		int month;
	} parts[] = { { "上半年", 6 }, { "下半年", 12 }, { "年中", 6 },
		{ "年底", 12 }, { "年末", 12 }, { "年终", 12 }, { "年度", 12 },
		{ "全年", 12 }, { "年", 12 }, { "底", 12 }, { "末", 12 },
		{ "内", 12 }, { "", 12 } };

	for (size_t i = 0; i < NB_COUNT(parts); i++)
		if (nb_str_eq(s, nb_str_z(parts[i].word)))
			return set_day(ret, year, parts[i].month, 0);
	return read_month(s, year, ret);
}

/* The year that s starts with, else year as it is. */
static int
skip_year(struct nb_str s, size_t *at, int year)
{
	static const struct {
		const char *word;
		int later;
	} words[] = { { "今年", 0 }, { "本年", 0 }, { "当年", 0 },
		{ "明年", 1 }, { "次年", 1 }, { "下年", 1 } };
	size_t next = *at;
	int read;

	for (size_t i = 0; i < NB_COUNT(words); i++)
		if (nb_str_skip(s, at, nb_str_z(words[i].word)))
			return year + words[i].later;
	if (!nb_year_read(s, &next, &read))
		return year;
	next = (size_t)(rest_of(s, next).p - s.p);
	if (!nb_str_skip(s, &next, NB_S("年")))
		return year;
	nb_str_skip(s, &next, NB_S("度"));
	*at = next;
	return read;
}

static bool
read_whole(struct nb_str s, int year, struct nb_date *ret)
{
	size_t at = 0;

	switch (nb_date_parse(s, ret)) {
	case NB_DATE_OK:
		return true;
	case NB_DATE_MONTH_ONLY:
		return set_day(ret, ret->year, ret->month, 0);
	case NB_DATE_BAD:
		break;
	}
	year = skip_year(s, &at, year);
	if (at == 0 && s.n == 0)
		return false;
	return read_part_of_year(rest_of(s, at), year, ret);
}

/* “3月—6月底”, “2023至2025年”: what stands behind the last mark. */
static bool
read_range(struct nb_str s, int year, struct nb_date *ret)
{
	static const char *const marks[] = { "—", "–", "－", "～", "~", "至",
		"到", "-" };
	size_t behind = 0, at = 0;

	for (size_t i = 0; i < NB_COUNT(marks); i++) {
		const struct nb_str mark = nb_str_z(marks[i]);
		size_t hit = nb_str_find(s, mark, 0);

		for (; hit != SIZE_MAX; hit = nb_str_find(s, mark, hit + 1))
			behind = MAX(behind, hit + mark.n);
	}
	return behind > 0 &&
	    read_whole(
		core_of(nb_str_from(s, behind)), skip_year(s, &at, year), ret);
}

static bool
read_piece(struct nb_str s, int year, struct nb_date *ret)
{
	s = core_of(s);
	return s.n > 0 &&
	    (read_whole(s, year, ret) || read_range(s, year, ret));
}

enum nb_due
nb_due_read(struct nb_str s, int year, struct nb_date *ret)
{
	bool found = false;
	size_t at = 0, begin = 0;

	*ret = (struct nb_date){ 0 };
	while (at < s.n) {
		const size_t end = at;
		const bool cut = ends_piece(nb_utf8_next(s, &at));
		struct nb_date d;

		if (!cut && at < s.n)
			continue;
		if (read_piece(nb_str_sub(s, begin, (cut ? end : at) - begin),
			year, &d)) {
			*ret = d;
			found = true;
		}
		begin = at;
	}
	if (found)
		return NB_DUE_DATE;
	return is_open(s) ? NB_DUE_OPEN : NB_DUE_BAD;
}
