#include "model/quantity.h"

#include "base/arena.h"
#include "base/beside.h"
#include "base/hant.h"
#include "model/number.h"

#include <glib.h>

enum { MOST_UNIT = 8 }; /* [char] */

/* A word, also as characters, and what it stands for.  Longer come first. */
struct word {
	const char *word;
	const char32_t *chars;
	unsigned value;
};

#define WORD(word, value) \
	{ \
		"" word, U"" word, value \
	}

static const struct word before[] = {
	WORD("大于或等于", NB_BOUND_AT_LEAST),
	WORD("小于或等于", NB_BOUND_AT_MOST),
	WORD("大于等于", NB_BOUND_AT_LEAST),
	WORD("小于等于", NB_BOUND_AT_MOST),
	WORD("不少于", NB_BOUND_AT_LEAST),
	WORD("不低于", NB_BOUND_AT_LEAST),
	WORD("不小于", NB_BOUND_AT_LEAST),
	WORD("不超过", NB_BOUND_AT_MOST),
	WORD("不多于", NB_BOUND_AT_MOST),
	WORD("不高于", NB_BOUND_AT_MOST),
	WORD("不大于", NB_BOUND_AT_MOST),
	WORD("至少", NB_BOUND_AT_LEAST),
	WORD("最少", NB_BOUND_AT_LEAST),
	WORD("至多", NB_BOUND_AT_MOST),
	WORD("最多", NB_BOUND_AT_MOST),
	WORD("超过", NB_BOUND_MORE),
	WORD("多于", NB_BOUND_MORE),
	WORD("高于", NB_BOUND_MORE),
	WORD("大于", NB_BOUND_MORE),
	WORD("不到", NB_BOUND_LESS),
	WORD("不足", NB_BOUND_LESS),
	WORD("少于", NB_BOUND_LESS),
	WORD("低于", NB_BOUND_LESS),
	WORD("小于", NB_BOUND_LESS),
	WORD("大约", NB_BOUND_ABOUT),
	WORD("接近", NB_BOUND_ABOUT),
	WORD("将近", NB_BOUND_ABOUT),
	WORD("约", NB_BOUND_ABOUT),
	WORD("近", NB_BOUND_ABOUT),
	WORD("超", NB_BOUND_MORE),
	WORD("逾", NB_BOUND_MORE),
	WORD("达到", NB_BOUND_EXACT),
	WORD("共计", NB_BOUND_EXACT),
	WORD("共", NB_BOUND_EXACT),
	WORD("达", NB_BOUND_EXACT),
	WORD(">=", NB_BOUND_AT_LEAST),
	WORD("<=", NB_BOUND_AT_MOST),
	WORD("≥", NB_BOUND_AT_LEAST),
	WORD("≤", NB_BOUND_AT_MOST),
	WORD("＞", NB_BOUND_MORE),
	WORD("＜", NB_BOUND_LESS),
	WORD(">", NB_BOUND_MORE),
	WORD("<", NB_BOUND_LESS),
};

static const struct word behind[] = {
	WORD("及以上", NB_BOUND_AT_LEAST),
	WORD("及以下", NB_BOUND_AT_MOST),
	WORD("以上", NB_BOUND_AT_LEAST),
	WORD("以下", NB_BOUND_AT_MOST),
	WORD("以内", NB_BOUND_AT_MOST),
	WORD("之内", NB_BOUND_AT_MOST),
	WORD("左右", NB_BOUND_ABOUT),
};

static const struct word powers[] = {
	WORD("万亿", 12),
	WORD("千亿", 11),
	WORD("百亿", 10),
	WORD("千万", 7),
	WORD("百万", 6),
	WORD("亿", 8),
	WORD("万", 4),
};

static const struct word shares[] = { WORD("百分之", 0), WORD("千分之", 1) };

/* Steps over a word of the list; its row, or NULL. */
static const struct word *
skip_word(struct nb_str s, size_t *at, const struct word *list, size_t n)
{
	const uint32_t c = nb_hant_simplified(nb_char_after(s, *at));

	for (size_t i = 0; i < n; i++)
		if (list[i].chars[0] == c &&
		    nb_hant_skip(s, at, nb_str_z(list[i].word)))
			return &list[i];
	return NULL;
}

static void
skip_blanks(struct nb_str s, size_t *at)
{
	size_t next = *at;

	while (next < s.n && nb_is_blank(nb_utf8_next(s, &next)))
		*at = next;
}

/* ASCII for a full-width digit, sign or point; other characters as they are. */
static uint32_t
half_width(uint32_t c)
{
	return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

/* The comma at *at sets off three digits, and no more. */
static bool
is_group(struct nb_str s, size_t at)
{
	for (unsigned i = 0; i < 3; i++)
		if (at >= s.n || !nb_is_digit(nb_utf8_next(s, &at)))
			return false;
	return at >= s.n || !nb_is_digit(nb_utf8_next(s, &at));
}

static bool
skip_sign(struct nb_str s, size_t *at)
{
	size_t next = *at;
	uint32_t c;

	if (next >= s.n)
		return false;
	c = half_width(nb_utf8_next(s, &next));
	if (c == '-' || c == '+' || c == 0x2212)
		*at = next;
	return c == '-' || c == 0x2212;
}

/* 1234  1,234  98.14 and the same in full width. */
static bool
read_digits(struct nb_str s, size_t *at, struct nb_decimal *ret)
{
	struct nb_decimal d = { 0 };
	unsigned digits = 0;
	bool point = false;

	for (size_t next = *at; next < s.n;) {
		const uint32_t c = half_width(nb_utf8_next(s, &next));

		if (nb_is_digit(c)) {
			if (++digits > NB_DECIMAL_DIGITS)
				return false;
			d.n = d.n * 10 + (c - '0');
			d.places += point;
		} else if (c == '.' && !point && digits > 0) {
			point = true;
		} else if (c != ',' || point || digits == 0 ||
		    !is_group(s, next)) {
			break;
		}
		*at = next;
	}
	*ret = d;
	return digits > 0 && (!point || d.places > 0);
}

/* “两次”, “两万元”; of 两百 nothing. */
static bool
skip_two(struct nb_str s, size_t *at)
{
	size_t next = *at;

	if (!nb_hant_skip(s, &next, NB_S("两")) ||
	    nb_mark_in(U"十百千", nb_char_after(s, next)))
		return false;
	*at = next;
	return true;
}

static bool
read_number(struct nb_str s, size_t *at, struct nb_decimal *ret)
{
	const bool minus = skip_sign(s, at);
	size_t next = *at;
	unsigned han;

	if (read_digits(s, at, ret)) {
		ret->n = minus ? -ret->n : ret->n;
		return true;
	}
	if (minus || *at != next)
		return false;
	if (skip_two(s, &next))
		han = 2;
	else if (!nb_number_read(s, &next, &han))
		return false;
	*at = next;
	*ret = (struct nb_decimal){ han, 0 };
	return true;
}

/* “30余件”: a little more than the number says. */
static void
skip_odd(struct nb_str s, size_t *at, struct nb_quantity *q)
{
	if (nb_hant_skip(s, at, NB_S("余")) || nb_str_skip(s, at, NB_S("多")))
		q->bound = NB_BOUND_MORE;
}

static struct nb_str
cut_bound(struct nb_str unit, struct nb_quantity *q)
{
	for (size_t i = 0; i < NB_COUNT(behind); i++) {
		const struct nb_str word = nb_str_z(behind[i].word);

		if (!nb_hant_ends(unit, word))
			continue;
		if (q->bound == NB_BOUND_EXACT)
			q->bound = behind[i].value;
		return nb_str_trim(nb_str_sub(unit, 0, unit.n - word.n));
	}
	return unit;
}

static bool
is_unit(struct nb_str unit)
{
	unsigned chars = 0;

	for (size_t at = 0; at < unit.n;) {
		const uint32_t c = nb_utf8_next(unit, &at);

		if (++chars > MOST_UNIT ||
		    (!nb_is_han(c) && !nb_is_latin(c) &&
			!nb_mark_in(U"%‰℃°㎡㎥²³/", c)))
			return false;
	}
	return true;
}

bool
nb_quantity_read(struct nb_str s, struct nb_quantity *ret)
{
	struct nb_quantity q = { 0 };
	const struct word *word, *share;
	size_t at = 0;

	s = nb_str_trim(s);
	word = skip_word(s, &at, before, NB_COUNT(before));
	if (word != NULL)
		q.bound = word->value;
	skip_blanks(s, &at);
	share = skip_word(s, &at, shares, NB_COUNT(shares));
	if (!read_number(s, &at, &q.number))
		return false;
	skip_odd(s, &at, &q);
	word = skip_word(s, &at, powers, NB_COUNT(powers));
	if (word != NULL) {
		q.power = word->value;
		skip_odd(s, &at, &q);
	}
	q.unit = cut_bound(nb_str_trim(nb_str_from(s, at)), &q);
	if (share != NULL && (q.unit.n != 0 || q.power != 0))
		return false;
	if (share != NULL)
		q.unit = share->value == 0 ? NB_S("%") : NB_S("‰");
	if (nb_str_eq(q.unit, NB_S("％")))
		q.unit = NB_S("%");
	*ret = q;
	return is_unit(q.unit);
}

unsigned
nb_quantity_places(const struct nb_quantity *q, unsigned power)
{
	const unsigned up = q->power > power ? q->power - power : 0;
	const unsigned down = power > q->power ? power - q->power : 0;

	return q->number.places + down - MIN(q->number.places + down, up);
}

bool
nb_quantity_scale(
    const struct nb_quantity *q, unsigned power, unsigned places, int64_t *ret)
{
	int most = NB_DECIMAL_DIGITS;
	int up = (int)(q->power + places) - (int)(power + q->number.places);
	int64_t limit = 1, n = q->number.n;

	while (most-- > 0)
		limit *= 10;
	for (; up > 0 && n != 0; up--) {
		if (ABS(n) >= limit / 10)
			return false;
		n *= 10;
	}
	for (; up < 0; up++) {
		if (n % 10 != 0)
			return false;
		n /= 10;
	}
	*ret = n;
	return true;
}

struct nb_str
nb_power_word(unsigned power)
{
	for (size_t i = 0; i < NB_COUNT(powers); i++)
		if (powers[i].value == power)
			return nb_str_z(powers[i].word);
	return NB_S("");
}

struct nb_str
nb_decimal_text(struct nb_arena *a, struct nb_decimal d)
{
	const int least = (int)d.places + 1; /* a digit before the point */
	const struct nb_str digits =
	    nb_arena_printf(a, "%0*" G_GINT64_FORMAT, least, (gint64)ABS(d.n));

	return nb_arena_printf(a, "%s" NB_FMT "%s" NB_FMT, d.n < 0 ? "-" : "",
	    NB_ARG(nb_str_sub(digits, 0, digits.n - d.places)),
	    d.places > 0 ? "." : "",
	    NB_ARG(nb_str_from(digits, digits.n - d.places)));
}
