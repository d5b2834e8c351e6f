/*
 * 同比 in words: a table, and random figures against another way of
 * reckoning.
 */
#include "base/arena.h"
#include "base/wide.h"
#include "model/change.h"
#include "model/quantity.h"

#include <glib.h>

enum { ROUNDS = 20000 };

/* want NULL: the change cannot be told, and why. */
static const struct row {
	const char *name, *now, *last, *want;
	enum nb_change change;
} rows[] = {
	{ "grown", "312件", "287件", "增长8.71%", NB_CHANGE_TOLD },
	{ "shrunk", "700件", "800件", "下降12.5%", NB_CHANGE_TOLD },
	{ "whole-percent", "120件", "100件", "增长20%", NB_CHANGE_TOLD },
	{ "half-up", "200010件", "200000件", "增长0.01%", NB_CHANGE_TOLD },
	{ "below-rounding", "1000001件", "1000000件", "增加1件",
	    NB_CHANGE_TOLD },
	{ "small", "8次", "6次", "增加2次", NB_CHANGE_TOLD },
	{ "just-small", "100件", "99件", "增加1件", NB_CHANGE_TOLD },
	{ "fewer", "6次", "8次", "减少2次", NB_CHANGE_TOLD },
	{ "doubled", "300件", "100件", "增长200%", NB_CHANGE_TOLD },
	{ "to-none", "0件", "287件", "下降100%", NB_CHANGE_TOLD },
	{ "from-none", "312件", "0件", "增加312件", NB_CHANGE_TOLD },
	{ "from-bare-none", "3件", "0", "增加3件", NB_CHANGE_TOLD },
	{ "bare", "0", "3件", "减少3件", NB_CHANGE_TOLD },
	{ "rate", "98.14%", "97%", "提高1.14个百分点", NB_CHANGE_TOLD },
	{ "rate-down", "97%", "98.10%", "下降1.1个百分点", NB_CHANGE_TOLD },
	{ "permille", "3.5‰", "4‰", "下降0.5个千分点", NB_CHANGE_TOLD },
	{ "same", "5件", "5件", "与上年持平", NB_CHANGE_TOLD },
	{ "same-otherwise", "1.20万元", "12000元", "与上年持平",
	    NB_CHANGE_TOLD },
	{ "same-rate", "100%", "100%", "与上年持平", NB_CHANGE_TOLD },
	{ "myriads", "38万元", "32万元", "增长18.75%", NB_CHANGE_TOLD },
	{ "myriads-from-none", "1.2万元", "0元", "增加1.2万元",
	    NB_CHANGE_TOLD },
	{ "mean", "72.5学时", "64学时", "增加8.5学时", NB_CHANGE_TOLD },
	{ "hant", "3萬項", "20000項", "增长50%", NB_CHANGE_TOLD },
	{ "no-value", "", "3件", NULL, NB_CHANGE_NO_VALUE },
	{ "vague", "约80件", "3件", NULL, NB_CHANGE_VAGUE },
	{ "no-figure", "全部", "3件", NULL, NB_CHANGE_VAGUE },
	{ "no-last", "3件", "", NULL, NB_CHANGE_NO_LAST },
	{ "last-vague", "3件", "10余件", NULL, NB_CHANGE_LAST_VAGUE },
	{ "units", "80件", "70人", NULL, NB_CHANGE_UNITS },
	{ "rate-and-count", "80%", "70件", NULL, NB_CHANGE_UNITS },
	{ "too-large", "99999999999999999万件", "3件", NULL,
	    NB_CHANGE_TOO_LARGE },
};

/* From one figure to another; want NULL: it cannot be told. */
static const struct between {
	const char *name, *from, *to, *want;
} betweens[] = {
	{ "more", "12件", "15件", "增加3件，25%" },
	{ "fewer", "312件", "300件", "减少12件，3.85%" },
	{ "from-none", "0件", "5件", "增加5件" },
	{ "to-none", "5件", "0件", "减少5件，100%" },
	{ "below-rounding", "1000000件", "1000001件", "增加1件" },
	{ "rate", "97%", "98.14%", "提高1.14个百分点" },
	{ "same", "1.20万元", "12000元", "持平" },
	{ "units", "80件", "70人", NULL },
	{ "bound", "不少于6次", "不少于8次", NULL },
};

static void
test_between(gconstpointer data)
{
	const struct between *row = data;
	struct nb_arena *a = nb_arena_new();
	struct nb_str text = NB_S("");
	const enum nb_change change = nb_change_between(a, nb_str_z(row->from),
	    nb_str_z(row->to), NB_SCRIPT_SIMPLIFIED, &text);

	g_assert_cmpint(change == NB_CHANGE_TOLD, ==, row->want != NULL);
	if (row->want != NULL)
		g_assert_true(nb_str_eq(text, nb_str_z(row->want)));
	nb_arena_free(a);
}

static struct nb_indicator
indicator(const char *now, const char *last)
{
	return (struct nb_indicator){ .value.text = nb_str_z(now),
		.last.text = nb_str_z(last) };
}

static void
test_row(gconstpointer data)
{
	const struct row *row = data;
	const struct nb_indicator in = indicator(row->now, row->last);
	struct nb_arena *a = nb_arena_new();
	struct nb_str got;

	g_assert_cmpint(
	    nb_change_text(a, &in, NB_SCRIPT_SIMPLIFIED, NB_S(""), &got), ==,
	    row->change);
	if (row->want != NULL)
		g_assert_cmpstr(nb_arena_str(a, got).p, ==, row->want);
	nb_arena_free(a);
}

/* What stands in front, and 繁体. */
static void
test_words(void)
{
	static const struct {
		enum nb_script script;
		const char *now, *before, *want;
	} cases[] = {
		{ NB_SCRIPT_SIMPLIFIED, "5件", "全年受理5件，", "与上年持平" },
		{ NB_SCRIPT_SIMPLIFIED, "5件", "同比", "持平" },
		{ NB_SCRIPT_TRADITIONAL, "5件", "（", "與上年持平" },
		{ NB_SCRIPT_TRADITIONAL, "3件", "", "減少2件" },
		{ NB_SCRIPT_TRADITIONAL, "500件", "", "增加495件" },
	};
	struct nb_arena *a = nb_arena_new();

	for (size_t i = 0; i < NB_COUNT(cases); i++) {
		const struct nb_indicator in = indicator(cases[i].now, "5件");
		struct nb_str got;

		g_assert_cmpint(nb_change_text(a, &in, cases[i].script,
				    nb_str_z(cases[i].before), &got),
		    ==, NB_CHANGE_TOLD);
		g_assert_cmpstr(nb_arena_str(a, got).p, ==, cases[i].want);
	}
	nb_arena_free(a);
}

/* The number in a text such as 增长8.71%, in 10^-places. */
static int64_t
number_in(struct nb_str s, unsigned places)
{
	const struct nb_str words = nb_str_sub(s, 0, NB_S("增长").n);
	struct nb_quantity q;
	int64_t n;

	g_assert_true(nb_quantity_read(nb_str_from(s, words.n), &q));
	g_assert_true(nb_quantity_scale(&q, q.power, places, &n));
	return n;
}

/* Of |now - last| × 10000 / last no more than half is lost, up at a tie. */
static void
check_growth(struct nb_str got, int64_t now, int64_t last)
{
	const nb_wide by = now > last ? now - last : last - now;
	const nb_wide off =
	    (nb_wide)number_in(got, 2) * last * 2 - by * 10000 * 2;

	g_assert_true(off <= last && off > -(nb_wide)last);
	g_assert_true(
	    nb_str_starts(got, now > last ? NB_S("增长") : NB_S("下降")));
}

static void
test_random(void)
{
	g_autoptr(GRand) r = g_rand_new_with_seed(6);
	unsigned n_growth = 0;

	for (int i = 0; i < ROUNDS; i++) {
		struct nb_arena *a = nb_arena_new();
		const int64_t last =
		    g_rand_int_range(r, 0, i % 2 ? 120 : 100000);
		const int64_t now = g_rand_int_range(r, 0, 100000);
		const struct nb_indicator in = {
			.value.text = nb_arena_printf(
			    a, "%" G_GINT64_FORMAT "件", (gint64)now),
			.last.text = nb_arena_printf(
			    a, "%" G_GINT64_FORMAT "件", (gint64)last),
		};
		struct nb_str got;

		g_assert_cmpint(nb_change_text(a, &in, NB_SCRIPT_SIMPLIFIED,
				    NB_S(""), &got),
		    ==, NB_CHANGE_TOLD);
		if (now == last) {
			g_assert_true(nb_str_eq(got, NB_S("与上年持平")));
		} else if (nb_str_ends(got, NB_S("%"))) {
			g_assert_cmpint(last, >=, 100);
			check_growth(got, now, last);
			n_growth++;
		} else {
			g_assert_true(number_in(got, 0) == ABS(now - last));
		}
		nb_arena_free(a);
	}
	g_assert_cmpuint(n_growth, >, ROUNDS / 3);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strconcat("/change/", rows[i].name, NULL);

		g_test_add_data_func(path, &rows[i], test_row);
	}
	for (size_t i = 0; i < NB_COUNT(betweens); i++) {
		g_autofree char *path =
		    g_strconcat("/change/between/", betweens[i].name, NULL);

		g_test_add_data_func(path, &betweens[i], test_between);
	}
	g_test_add_func("/change/words", test_words);
	g_test_add_func("/change/random", test_random);
	return g_test_run();
}
