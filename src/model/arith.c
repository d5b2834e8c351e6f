#include "model/arith.h"

#include "base/hant.h"
#include "base/wide.h"

#include <glib.h>

enum { SHOWN_PLACES = 2, MOST_POWER = 18 };

/* 10^n; false when that is too large. */
static bool
power_of_ten(unsigned n, int64_t *ret)
{
	if (n > MOST_POWER)
		return false;
	for (*ret = 1; n > 0; n--)
		*ret *= 10;
	return true;
}

static bool
is_rounded(const struct nb_quantity *q)
{
	return q->number.places > 0 || q->power > 0;
}

/* A unit of the last digit in 10^-places; 0 of a number that is exact. */
static bool
last_digit(const struct nb_quantity *q, unsigned places, int64_t *ret)
{
	*ret = 0;
	return !is_rounded(q) ||
	    power_of_ten(places + q->power - q->number.places, ret);
}

static bool
same_unit(struct nb_str a, struct nb_str b)
{
	return a.n == 0 || b.n == 0 || nb_str_eq(a, b);
}

/* Whether the bare numbers of a and b are in this order: a > b. */
static bool
is_larger(struct nb_decimal a, struct nb_decimal b)
{
	const unsigned places = MAX(a.places, b.places);
	const struct nb_quantity qa = { .number = a }, qb = { .number = b };
	int64_t x, y;

	return nb_quantity_scale(&qa, 0, places, &x) &&
	    nb_quantity_scale(&qb, 0, places, &y) && x > y;
}

/*
 * “1.2万元 = 0.8 + 0.4” is in 万 throughout, “1.2万元 = 8000 + 4000” is not:
 * no part is larger than the whole.
 */
static unsigned
power_of_bare(
    const struct nb_quantity *whole, const struct nb_quantity *part, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (is_larger(part[i].number, whole->number))
			return 0;
	return whole->power;
}

static struct nb_quantity
with_power(const struct nb_quantity *part, unsigned bare)
{
	struct nb_quantity q = *part;

	if (q.power == 0 && q.unit.n == 0)
		q.power = bare;
	return q;
}

/* Of the sum: exact, or only its lower or upper end is known. */
static bool
add_bound(enum nb_bound bound, bool *least, bool *most)
{
	switch (bound) {
	case NB_BOUND_EXACT:
		return true;
	case NB_BOUND_AT_LEAST:
	case NB_BOUND_MORE:
		*least = true;
		return !*most;
	case NB_BOUND_AT_MOST:
	case NB_BOUND_LESS:
		*most = true;
		return !*least;
	case NB_BOUND_ABOUT:
	case NB_BOUNDS:
		return false;
	}
	NB_UNREACHABLE();
}

/*
 * Whether a value can be what is said of it: it lies over above the figure
 * that is said, and rounding explains up to slack.
 */
static bool
bound_holds(enum nb_bound bound, nb_wide over, nb_wide slack)
{
	switch (bound) {
	case NB_BOUND_EXACT:
		return over <= slack && over >= -slack;
	case NB_BOUND_AT_LEAST:
	case NB_BOUND_MORE:
		return over >= -slack;
	case NB_BOUND_AT_MOST:
	case NB_BOUND_LESS:
		return over <= slack;
	case NB_BOUND_ABOUT:
	case NB_BOUNDS:
		return true;
	}
	NB_UNREACHABLE();
}

/* The sum, and twice the rounding that may be in it, in 10^-places. */
struct sum {
	int64_t total, slack;
	bool least, most;
};

static bool
add_part(struct sum *s, const struct nb_quantity *q, unsigned places)
{
	int64_t n, step;

	return nb_quantity_scale(q, 0, places, &n) &&
	    last_digit(q, places, &step) &&
	    !__builtin_add_overflow(s->total, n, &s->total) &&
	    !__builtin_add_overflow(s->slack, step, &s->slack) &&
	    add_bound(q->bound, &s->least, &s->most);
}

/* n × 10^-places in 10^power, as short as it can be. */
static struct nb_decimal
shorten(int64_t n, unsigned places, unsigned keep)
{
	while (places > keep && n % 10 == 0) {
		n /= 10;
		places--;
	}
	return (struct nb_decimal){ n, places };
}

static enum nb_verdict
compare_sum(const struct nb_quantity *whole, const struct sum *s, int64_t want)
{
	enum nb_bound bound = whole->bound;
	const nb_wide over = (nb_wide)s->total - want;

	if (s->least && bound != NB_BOUND_EXACT && bound != NB_BOUND_AT_MOST &&
	    bound != NB_BOUND_LESS)
		return NB_UNSURE;
	if (s->most && bound != NB_BOUND_EXACT && bound != NB_BOUND_AT_LEAST &&
	    bound != NB_BOUND_MORE)
		return NB_UNSURE;
	/* Of an open sum only the wrong side contradicts. */
	if (s->least)
		bound = NB_BOUND_AT_MOST;
	if (s->most)
		bound = NB_BOUND_AT_LEAST;
	return bound_holds(bound, 2 * over, s->slack) ? NB_HOLDS : NB_FAILS;
}

enum nb_verdict
nb_sum_check(const struct nb_quantity *whole, const struct nb_quantity *part,
    uint32_t n, struct nb_decimal *ret_sum)
{
	const unsigned bare = power_of_bare(whole, part, n);
	unsigned places = nb_quantity_places(whole, 0);
	struct sum s = { 0 };
	int64_t want, step;

	for (uint32_t i = 0; i < n; i++) {
		const struct nb_quantity q = with_power(&part[i], bare);

		if (!same_unit(q.unit, whole->unit))
			return NB_UNSURE;
		places = MAX(places, nb_quantity_places(&q, 0));
	}
	for (uint32_t i = 0; i < n; i++) {
		const struct nb_quantity q = with_power(&part[i], bare);

		if (!add_part(&s, &q, places))
			return NB_UNSURE;
	}
	if (whole->bound == NB_BOUND_ABOUT ||
	    !nb_quantity_scale(whole, 0, places, &want) ||
	    !last_digit(whole, places, &step) ||
	    __builtin_add_overflow(s.slack, step, &s.slack))
		return NB_UNSURE;
	*ret_sum = shorten(s.total, places + whole->power, 0);
	return compare_sum(whole, &s, want);
}

static int64_t
base_of_rate(const struct nb_quantity *rate)
{
	if (nb_str_eq(rate->unit, NB_S("%")))
		return 100;
	return nb_str_eq(rate->unit, NB_S("‰")) ? 1000 : 1;
}

/* 10^places × a; places of a number that was read. */
static nb_wide
enlarge(nb_wide a, unsigned places)
{
	while (places-- > 0)
		a *= 10;
	return a;
}

static bool
is_exact(const struct nb_quantity *q)
{
	return q->bound == NB_BOUND_EXACT;
}

enum nb_verdict
nb_rate_check(const struct nb_quantity *rate, const struct nb_quantity *part,
    const struct nb_quantity *base, struct nb_decimal *ret)
{
	const unsigned places =
	    MAX(nb_quantity_places(part, 0), nb_quantity_places(base, 0));
	const unsigned shown = MAX(rate->number.places, SHOWN_PLACES);
	const int64_t hundred = base_of_rate(rate);
	nb_wide have, over;
	int64_t a, b;

	if (!is_exact(part) || !is_exact(base) || rate->power != 0 ||
	    rate->bound == NB_BOUND_ABOUT ||
	    (hundred > 1 && !same_unit(part->unit, base->unit)) ||
	    !nb_quantity_scale(part, 0, places, &a) ||
	    !nb_quantity_scale(base, 0, places, &b) || a < 0 || b <= 0)
		return NB_UNSURE;
	have = enlarge((nb_wide)a * hundred, rate->number.places);
	over = 2 * (have - (nb_wide)rate->number.n * b);
	if (bound_holds(rate->bound, over, b))
		return NB_HOLDS;
	have = enlarge((nb_wide)a * hundred, shown);
	have = have / b + (have % b >= b - have % b);
	if (have > INT64_MAX)
		return NB_UNSURE;
	*ret = shorten((int64_t)have, shown, rate->number.places);
	return NB_FAILS;
}

/* As last_digit, but 98% was rounded, too. */
static bool
rounding(const struct nb_quantity *q, unsigned places, int64_t *ret)
{
	if (base_of_rate(q) > 1 && !is_rounded(q))
		return power_of_ten(places, ret);
	return last_digit(q, places, ret);
}

enum nb_verdict
nb_same_check(const struct nb_quantity *a, const struct nb_quantity *b)
{
	const unsigned places =
	    MAX(nb_quantity_places(a, 0), nb_quantity_places(b, 0));
	int64_t x, y, step_x, step_y;

	if (!is_exact(a) || !is_exact(b) ||
	    (a->unit.n > 0 && b->unit.n > 0 && !nb_hant_eq(a->unit, b->unit)) ||
	    !nb_quantity_scale(a, 0, places, &x) ||
	    !nb_quantity_scale(b, 0, places, &y) ||
	    !rounding(a, places, &step_x) || !rounding(b, places, &step_y))
		return NB_UNSURE;
	return 2 * ABS(x - y) <= MAX(step_x, step_y) ? NB_HOLDS : NB_FAILS;
}
