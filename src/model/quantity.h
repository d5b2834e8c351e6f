/*
 * model/quantity.h - figures as officials write them, read exactly: 71件,
 * 98.14%, 12天以上, ≥3名, 1.2万元, 百分之八十.
 *
 * No floating point: a number is an integer and its decimal places, so 98.10
 * stays 98.10.  A unit points into the text it was read from.
 */
#pragma once

#include "base/str.h"

struct nb_arena;

enum { NB_DECIMAL_DIGITS = 17 }; /* at most; |n| < 10^17 */

/* n / 10^places */
struct nb_decimal {
	int64_t n;
	unsigned places;
};

enum nb_bound {
	NB_BOUND_EXACT,
	NB_BOUND_AT_LEAST, /* 不少于, ≥, 以上 */
	NB_BOUND_AT_MOST,  /* 不超过, ≤, 以内 */
	NB_BOUND_MORE,     /* 超过, >, 余 */
	NB_BOUND_LESS,     /* 不到, < */
	NB_BOUND_ABOUT,    /* 约, 近, 左右 */
	NB_BOUNDS,
};

/* number × 10^power unit: 1.2万元 is 1.2, 4, 元. */
struct nb_quantity {
	enum nb_bound bound;
	struct nb_decimal number;
	unsigned power;
	struct nb_str unit; /* “％” and 百分之 are “%”; may be empty */
};

/*
 * Reads the whole of s, in either script (不少於, 萬).  false when it is not
 * one number with its unit: 第3名, 3—5次, 71件（含…）.
 */
bool nb_quantity_read(struct nb_str s, struct nb_quantity *ret);

/* Places that n × 10^(q.power - power) needs: 1.25万 has none in ones. */
unsigned nb_quantity_places(const struct nb_quantity *q, unsigned power);

/*
 * The number in units of 10^power, in whole 10^-places.  false when that is
 * not exact or too large.
 */
bool nb_quantity_scale(
    const struct nb_quantity *q, unsigned power, unsigned places, int64_t *ret);

/* “万” for 4; empty for 0 and for a power that has no word. */
struct nb_str nb_power_word(unsigned power);

/* -98.10; all places are kept. */
struct nb_str nb_decimal_text(struct nb_arena *a, struct nb_decimal d);
