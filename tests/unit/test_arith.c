/*
 * Sums and rates, worked out exactly: a table, and random decimals against
 * another way of reckoning.
 */
#include "base/arena.h"
#include "base/wide.h"
#include "model/arith.h"

#include <glib.h>

enum { MOST_PARTS = 4, ROUNDS = 20000 };

static const struct sum {
	const char *name, *whole, *part[MOST_PARTS];
	enum nb_verdict verdict;
	const char *sum; /* when it fails */
} sums[] = {
	{ "exact", "71件", { "50", "21" }, NB_HOLDS, NULL },
	{ "off-by-one", "12件", { "11", "2" }, NB_FAILS, "13" },
	{ "many", "29件", { "17", "2", "4", "6" }, NB_HOLDS, NULL },
	{ "units-agree", "71件", { "50件", "21" }, NB_HOLDS, NULL },
	{ "units-differ", "71件", { "50件", "21人" }, NB_UNSURE, NULL },
	{ "at-least-just", "≥3名", { "2", "1" }, NB_HOLDS, NULL },
	{ "at-least-more", "3名以上", { "2", "4" }, NB_HOLDS, NULL },
	{ "at-least-less", "≥3名", { "1", "1" }, NB_FAILS, "2" },
	{ "at-most-more", "不超过3天", { "2", "4" }, NB_FAILS, "6" },
	{ "about", "约70件", { "50", "21" }, NB_UNSURE, NULL },
	{ "part-at-least", "5名", { "2", "≥1" }, NB_HOLDS, NULL },
	{ "part-at-least-too-many", "5名", { "6", "≥1" }, NB_FAILS, "7" },
	{ "part-about", "71件", { "约50", "21" }, NB_UNSURE, NULL },
	{ "parts-both-ways", "71件", { "≥50", "≤21" }, NB_UNSURE, NULL },
	{ "decimals", "269.95亿元", { "100.25", "169.70" }, NB_HOLDS, NULL },
	{ "decimals-off", "269.95亿元", { "100.25", "168.70" }, NB_FAILS,
	    "268.95" },
	{ "rounded-parts", "100%", { "33.3%", "33.3%", "33.3%" }, NB_HOLDS,
	    NULL },
	{ "rounded-too-far", "100%", { "33.3%", "33.3%", "32.3%" }, NB_FAILS,
	    "98.9" },
	{ "rounded-whole", "1.2万元", { "8000元", "4040元" }, NB_HOLDS, NULL },
	{ "myriads", "1.2万元", { "0.8", "0.4" }, NB_HOLDS, NULL },
	{ "myriads-in-ones", "1.2万户", { "8000", "4000" }, NB_HOLDS, NULL },
	{ "myriads-rounded", "1.2万户", { "8000", "4040" }, NB_HOLDS, NULL },
	{ "myriads-off", "1.2万户", { "8000", "5000" }, NB_FAILS, "1.3" },
	{ "hundred-millions", "3亿元", { "2.5亿", "5000万" }, NB_HOLDS, NULL },
	{ "zero", "0件", { "0", "0" }, NB_HOLDS, NULL },
	{ "minus", "5件", { "8", "-3" }, NB_HOLDS, NULL },
	{ "large", "99999999999999999件", { "99999999999999998件", "1件" },
	    NB_HOLDS, NULL },
	{ "large-off", "99999999999999999件", { "99999999999999998件", "2件" },
	    NB_FAILS, "100000000000000000" },
	{ "large-many", "1件",
	    { "99999999999999999件", "99999999999999999件",
		"99999999999999999件", "99999999999999999件" },
	    NB_FAILS, "399999999999999996" },
	{ "none-of-many-places", "0万亿件", { "0.0000000000000001件", "0" },
	    NB_UNSURE, NULL },
	{ "least-of-all", "0件", { "0.0000000000000002件", "0" }, NB_FAILS,
	    "0.0000000000000002" },
	{ "too-large", "99999999999999999万亿件", { "1", "1" }, NB_UNSURE,
	    NULL },
};

static const struct rate {
	const char *name, *rate, *part, *base;
	enum nb_verdict verdict;
	const char *is; /* when it fails */
} rates[] = {
	{ "wrong", "100%", "50件", "71件", NB_FAILS, "70.42" },
	{ "whole", "98%", "158", "161", NB_HOLDS, NULL },
	{ "one-place", "98.1%", "158", "161", NB_HOLDS, NULL },
	{ "two-places", "98.14%", "158", "161", NB_HOLDS, NULL },
	{ "cut-off", "98.13%", "158", "161", NB_FAILS, "98.14" },
	{ "half-up", "12.5%", "1", "8", NB_HOLDS, NULL },
	{ "half-either-way-up", "13%", "1", "8", NB_HOLDS, NULL },
	{ "half-either-way-down", "12%", "1", "8", NB_HOLDS, NULL },
	{ "just-beyond", "12%", "126", "1000", NB_FAILS, "12.6" },
	{ "hundred", "100%", "195件", "195件", NB_HOLDS, NULL },
	{ "zero", "0%", "0", "7", NB_HOLDS, NULL },
	{ "no-base", "0%", "0", "0", NB_UNSURE, NULL },
	{ "permille", "4‰", "4", "1000", NB_HOLDS, NULL },
	{ "mean", "2.5次", "50次", "20次", NB_HOLDS, NULL },
	{ "mean-of-others", "2.5次", "50人次", "20人", NB_HOLDS, NULL },
	{ "mean-wrong", "2.5次", "60人次", "20人", NB_FAILS, "3.0" },
	{ "plain", "0.98", "158", "161", NB_HOLDS, NULL },
	{ "plain-wrong", "0.97", "158", "161", NB_FAILS, "0.98" },
	{ "permille-wrong", "3‰", "4", "1000", NB_FAILS, "4" },
	{ "above-hundred", "110%", "110", "100", NB_HOLDS, NULL },
	{ "at-least", "80%以上", "85", "100", NB_HOLDS, NULL },
	{ "at-least-not", "80%以上", "70", "100", NB_FAILS, "70" },
	{ "myriads", "50%", "0.6万户", "12000户", NB_HOLDS, NULL },
	{ "units-differ", "50%", "6件", "12人", NB_UNSURE, NULL },
	{ "about", "约50%", "1", "12", NB_UNSURE, NULL },
	{ "bound-part", "50%", "≥1", "12", NB_UNSURE, NULL },
	{ "large", "50%", "60000000000000000", "70000000000000000", NB_FAILS,
	    "85.71" },
	{ "large-right", "85.714285714285714%", "60000000000000000",
	    "70000000000000000", NB_HOLDS, NULL },
	{ "largest", "99999999999999999", "99999999999999999", "1", NB_HOLDS,
	    NULL },
	{ "too-large", "50%", "99999999999999999", "1", NB_UNSURE, NULL },
};

static struct nb_quantity
figure_of(const char *text)
{
	struct nb_quantity q;

	g_assert_true(nb_quantity_read(nb_str_z(text), &q));
	return q;
}

static void
assert_decimal(struct nb_decimal d, const char *want)
{
	struct nb_arena *a = nb_arena_new();

	g_assert_cmpstr(nb_decimal_text(a, d).p, ==, want);
	nb_arena_free(a);
}

static void
test_sum(gconstpointer data)
{
	const struct sum *row = data;
	const struct nb_quantity whole = figure_of(row->whole);
	struct nb_quantity part[MOST_PARTS];
	struct nb_decimal sum;
	uint32_t n;

	for (n = 0; n < MOST_PARTS && row->part[n] != NULL; n++)
		part[n] = figure_of(row->part[n]);
	g_assert_cmpint(nb_sum_check(&whole, part, n, &sum), ==, row->verdict);
	if (row->sum != NULL)
		assert_decimal(sum, row->sum);
}

static void
test_rate(gconstpointer data)
{
	const struct rate *row = data;
	const struct nb_quantity rate = figure_of(row->rate);
	const struct nb_quantity part = figure_of(row->part);
	const struct nb_quantity base = figure_of(row->base);
	struct nb_decimal is;

	g_assert_cmpint(
	    nb_rate_check(&rate, &part, &base, &is), ==, row->verdict);
	if (row->is != NULL)
		assert_decimal(is, row->is);
}

static nb_wide
ten_to(unsigned n)
{
	nb_wide x = 1;

	while (n-- > 0)
		x *= 10;
	return x;
}

static struct nb_quantity
any_figure(GRand *r, unsigned most_places)
{
	const unsigned places =
	    (unsigned)g_rand_int_range(r, 0, (gint32)most_places + 1);

	return (struct nb_quantity){ .number = { g_rand_int_range(r, 0, 5000),
					 places } };
}

/* In 10^-6. */
static nb_wide
in_millionths(const struct nb_quantity *q)
{
	return q->number.n * ten_to(6 - q->number.places);
}

/* Half a unit of its last digit in 10^-6; a whole number is exact. */
static nb_wide
half_digit(const struct nb_quantity *q)
{
	return q->number.places == 0 ? 0 : ten_to(6 - q->number.places) / 2;
}

/* A whole near the sum of the parts, so that both verdicts come up. */
static void
test_random_sums(void)
{
	g_autoptr(GRand) r = g_rand_new_with_seed(1);
	unsigned n_fail = 0;

	for (int i = 0; i < ROUNDS; i++) {
		struct nb_quantity part[MOST_PARTS], whole = { 0 };
		struct nb_decimal got;
		nb_wide sum = 0, slack = 0, off;
		const uint32_t n =
		    (uint32_t)g_rand_int_range(r, 2, MOST_PARTS + 1);

		for (uint32_t k = 0; k < n; k++) {
			part[k] = any_figure(r, 3);
			sum += in_millionths(&part[k]);
			slack += half_digit(&part[k]);
		}
		whole.number.places = (unsigned)g_rand_int_range(r, 0, 4);
		whole.number.n =
		    (int64_t)(sum / ten_to(6 - whole.number.places)) +
		    g_rand_int_range(r, -2, 3);
		slack += half_digit(&whole);
		off = sum - in_millionths(&whole);
		off = off < 0 ? -off : off;
		if (off <= slack) {
			g_assert_cmpint(
			    nb_sum_check(&whole, part, n, &got), ==, NB_HOLDS);
			continue;
		}
		g_assert_cmpint(
		    nb_sum_check(&whole, part, n, &got), ==, NB_FAILS);
		g_assert_true(got.n * ten_to(6 - got.places) == sum);
		n_fail++;
	}
	g_assert_cmpuint(n_fail, >, ROUNDS / 4);
	g_assert_cmpuint(n_fail, <, ROUNDS);
}

/*
 * The same rate by cross-multiplication in 128 bits: half a unit of the last
 * digit printed is allowed.
 */
static void
test_random_rates(void)
{
	g_autoptr(GRand) r = g_rand_new_with_seed(2);
	unsigned n_fail = 0;

	for (int i = 0; i < ROUNDS; i++) {
		const struct nb_quantity part = any_figure(r, 2);
		struct nb_quantity base = any_figure(r, 2);
		struct nb_quantity rate = { .unit = NB_S("%") };
		struct nb_decimal got;
		nb_wide a, b, scale, off, one;

		base.number.n++;
		a = in_millionths(&part);
		b = in_millionths(&base);
		rate.number.places = (unsigned)g_rand_int_range(r, 0, 5);
		scale = 100 * ten_to(rate.number.places);
		rate.number.n =
		    (int64_t)(a * scale / b) + g_rand_int_range(r, -1, 3);
		off = a * scale - rate.number.n * b;
		off = off < 0 ? -off : off;
		if (2 * off <= b) {
			g_assert_cmpint(
			    nb_rate_check(&rate, &part, &base, &got), ==,
			    NB_HOLDS);
			continue;
		}
		g_assert_cmpint(
		    nb_rate_check(&rate, &part, &base, &got), ==, NB_FAILS);
		one = ten_to(got.places);
		off = a * 100 * one - got.n * b;
		off = off < 0 ? -off : off;
		g_assert_true(2 * off <= b);
		n_fail++;
	}
	g_assert_cmpuint(n_fail, >, ROUNDS / 4);
	g_assert_cmpuint(n_fail, <, ROUNDS);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(sums); i++) {
		g_autofree char *path =
		    g_strconcat("/arith/sum/", sums[i].name, NULL);

		g_test_add_data_func(path, &sums[i], test_sum);
	}
	for (size_t i = 0; i < NB_COUNT(rates); i++) {
		g_autofree char *path =
		    g_strconcat("/arith/rate/", rates[i].name, NULL);

		g_test_add_data_func(path, &rates[i], test_rate);
	}
	g_test_add_func("/arith/sum-random", test_random_sums);
	g_test_add_func("/arith/rate-random", test_random_rates);
	return g_test_run();
}
