/*
 * model/arith.h - sums and rates of figures, worked out exactly (checks.md
 * N01, N02).  No floating point.  A figure that is printed with decimals or
 * in 万 was rounded and stands for half a unit of its last digit either way;
 * a whole number stands for itself.
 */
#pragma once

#include "model/quantity.h"

enum nb_verdict {
	NB_HOLDS,
	NB_FAILS,
	NB_UNSURE, /* 约, other units, nothing to divide by, too large */
};

/*
 * Whether the parts can add up to the whole.  A part without a unit is in the
 * whole's, in 万 too unless it is then larger than the whole.  *ret_sum is the
 * sum in the whole's unit when it fails.
 */
enum nb_verdict nb_sum_check(const struct nb_quantity *whole,
    const struct nb_quantity *part, uint32_t n, struct nb_decimal *ret_sum);

/*
 * Whether part / base is the rate as far as that is printed: in hundredths
 * when its unit is %, in thousandths for ‰, else as it is,
 * and then part and base may count different things (60人次 / 30人).  *ret is
 * what it would be when it fails, with two places at least.
 */
enum nb_verdict
nb_rate_check(const struct nb_quantity *rate, const struct nb_quantity *part,
    const struct nb_quantity *base, struct nb_decimal *ret);

/*
 * Whether two figures can be one, rounded in different ways: 1.2万件 and
 * 11980件, 98% and 98.14%, since a share is always rounded.
 */
enum nb_verdict
nb_same_check(const struct nb_quantity *a, const struct nb_quantity *b);
