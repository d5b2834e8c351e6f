/*
 * check/figure_scan.c - finds figures.
 */
#include "check/figure_scan.h"

#include "base/beside.h"

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
		"百万", "亿", "万" };

	for (size_t i = 0; i < NB_COUNT(powers); i++)
		if (nb_str_skip(s, &at, nb_str_z(powers[i])))
			break;
	return at;
}

/* Whether the words around a figure make it an estimate or a bound. */
static bool
is_loose(struct nb_str s, const struct nb_found_figure *f)
{
	static const struct nb_str before[] = { { "近", 3 }, { "约", 3 },
		{ "超", 3 }, { "逾", 3 }, { "超过", 6 }, { "不足", 6 },
		{ "不到", 6 }, { "至少", 6 }, { "不少于", 9 }, { "不超过", 9 },
		{ "不低于", 9 }, { "将近", 6 } };
	static const struct nb_str behind[] = { { "余", 3 }, { "多", 3 },
		{ "以上", 6 }, { "以下", 6 }, { "以内", 6 }, { "左右", 6 } };
	const struct nb_words in_front = { .word = before,
		.n = NB_COUNT(before) };
	const struct nb_words after = { .word = behind, .n = NB_COUNT(behind) };

	return nb_words_ending(&in_front, nb_str_sub(s, 0, f->begin)) > 0 ||
	    nb_words_starting(&after, nb_str_from(s, f->end)) > 0;
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
		"均", "都", "已", "仍", "为", "是", "达", "在", "：", "了" };

	for (int n = 0; n < MOST_JOINTS; n++) {
		size_t i = 0;

		while (i < NB_COUNT(joints) &&
		    !nb_str_skip(s, &at, nb_str_z(joints[i])))
			i++;
		if (i == NB_COUNT(joints))
			break;
	}
	return at;
}

/* Behind “98.14%以上”, “百分之八十” …; 0 when it is no percentage. */
static size_t
percentage_end(struct nb_str s, size_t at)
{
	static const char *const signs[] = { "%", "％", "‰" };
	size_t end = digits_end(s, at), i;

	for (i = 0; i < NB_COUNT(signs) && end > at; i++)
		if (nb_str_skip(s, &end, nb_str_z(signs[i])))
			break;
	if (end == at || i == NB_COUNT(signs))
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

/* A few characters before 率 that tell which it is. */
static size_t
name_begin(struct nb_str s, size_t at)
{
	for (int i = 0; i < MOST_NAME && at > 0; i++) {
		size_t before = at;

		if (!nb_is_han(nb_utf8_prev(s, &before)))
			break;
		at = before;
	}
	return at;
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
			ret->name = name_begin(s, hit);
			*at = ret->end;
			return true;
		}
	}
}
