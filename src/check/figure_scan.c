/*
 * check/figure_scan.c - finds figures.
 */
#include "check/figure_scan.h"

#include "base/beside.h"
#include "base/word_list.h"
#include "check/near.h"

#include <glib.h>

enum { MOST_JOINTS = 4, MOST_NAME = 16 /* before 率 [char] */ };

static bool
is_digit_at(struct nb_str s, size_t at)
{
	return at < s.n && nb_is_digit((unsigned char)s.p[at]);
}

/* The comma at at sets off three digits, and no more. */
static bool
is_group(struct nb_str s, size_t at)
{
	return is_digit_at(s, at + 1) && is_digit_at(s, at + 2) &&
	    is_digit_at(s, at + 3) && !is_digit_at(s, at + 4);
}

/* Behind the digits, points and commas that start at at. */
static size_t
digits_end(struct nb_str s, size_t at)
{
	bool point = false;

	while (at < s.n) {
		if (s.p[at] == '.' && !point && is_digit_at(s, at + 1))
			point = true;
		else if (!is_digit_at(s, at) &&
		    (s.p[at] != ',' || point || !is_group(s, at)))
			break;
		at++;
	}
	return at;
}

static size_t
skip_power(struct nb_str s, size_t at)
{
	static const char *const powers[] = { "万亿", "千亿", "百亿", "千万",
		"百万", "亿", "万", NULL };

	nb_word_skip(powers, s, &at);
	return at;
}

/* Whether the words around a figure make it an estimate or a bound. */
static bool
is_loose(struct nb_str s, const struct nb_found_figure *f)
{
	static const char *const before[] = { "近", "约", "超", "逾", "超过",
		"不足", "不到", "至少", "不少于", "不超过", "不低于", NULL };
	static const char *const behind[] = { "余", "多", "以上", "以下",
		"以内", "左右", NULL };

	return nb_word_ends(before, nb_str_sub(s, 0, f->begin)) > 0 ||
	    nb_word_starts(behind, nb_str_from(s, f->end)) > 0;
}

/* Reads the number at begin; false when it is too long. */
static bool
read_figure(struct nb_str s, const struct nb_words *units, size_t begin,
    struct nb_found_figure *ret)
{
	const size_t end = digits_end(s, begin);

	ret->begin = begin;
	ret->unit = skip_power(s, end);
	ret->end =
	    ret->unit + nb_words_starting(units, nb_str_from(s, ret->unit));
	if (!nb_quantity_read(nb_str_sub(s, begin, ret->unit - begin), &ret->q))
		return false;
	ret->q.unit = nb_str_sub(s, ret->unit, ret->end - ret->unit);
	ret->loose = is_loose(s, ret);
	return true;
}

static size_t
next_digit(struct nb_str s, size_t at)
{
	while ((at = nb_skip_han(s, at)) < s.n && !is_digit_at(s, at))
		at++;
	return at;
}

bool
nb_figure_next(struct nb_str s, const struct nb_words *units, size_t *at,
    struct nb_found_figure *ret)
{
	for (;;) {
		const size_t begin = next_digit(s, *at);
		size_t before = begin;

		if (begin == s.n) {
			*at = s.n;
			return false;
		}
		*at = digits_end(s, begin);
		if ((before == 0 || !nb_is_latin(nb_utf8_prev(s, &before))) &&
		    read_figure(s, units, begin, ret)) {
			*at = ret->end;
			return true;
		}
	}
}

/* Steps over words between 率 and its number: 均达, 为, 保持在. */
static size_t
skip_joints(struct nb_str s, size_t at)
{
	static const char *const joints[] = { "保持在", "稳定在", "提高到",
		"提升到", "提升至", "上升到", "达到了", "达到", "高达", "保持",
		"均", "都", "已", "仍", "为", "是", "达", "在", "：", "了",
		NULL };

	for (int n = 0; n < MOST_JOINTS && nb_word_skip(joints, s, &at);)
		n++;
	return at;
}

/* Behind “98.14%以上”, “百分之八十” …; 0 when it is no percentage. */
static size_t
percentage_end(struct nb_str s, size_t at)
{
	static const char *const signs[] = { "%", "％", "‰", NULL };
	size_t end = digits_end(s, at);

	if (end == at || !nb_word_skip(signs, s, &end))
		return 0;
	if (!nb_str_skip(s, &end, NB_S("以上")))
		nb_str_skip(s, &end, NB_S("左右"));
	return end;
}

/* “办结率达98%、97%” gives several rates at once. */
static bool
is_listed(struct nb_str s, size_t at)
{
	return nb_str_skip(s, &at, NB_S("、")) && is_digit_at(s, at);
}

static bool
read_rate(struct nb_str s, const struct nb_number_words *words, size_t name_end,
    struct nb_found_rate *ret)
{
	ret->name_end = name_end;
	ret->number = skip_joints(s, name_end);
	ret->end = percentage_end(s, ret->number);
	return ret->end > 0 && !is_listed(s, ret->end) &&
	    !nb_words_ending(&words->not_rate, nb_str_sub(s, 0, name_end)) &&
	    nb_quantity_read(
		nb_str_sub(s, ret->number, ret->end - ret->number), &ret->q);
}

bool
nb_rate_next(struct nb_str s, const struct nb_number_words *words, size_t *at,
    struct nb_found_rate *ret)
{
	const struct nb_str mark = NB_S("率");

	for (;;) {
		const size_t hit = nb_str_find(s, mark, *at);

		if (hit == SIZE_MAX) {
			*at = s.n;
			return false;
		}
		*at = hit + mark.n;
		if (read_rate(s, words, *at, ret)) {
			ret->name = hit - nb_han_before(s, hit, MOST_NAME).n;
			*at = ret->end;
			return true;
		}
	}
}
