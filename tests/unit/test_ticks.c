/*
 * Marks of an axis: round, through zero, never finer than the values.
 */
#include "layout/ticks.h"

#include <glib.h>

#define LARGE INT64_C(100000000000000000)

static const struct row {
	const char *name;
	int64_t low, high;
	unsigned most;
	struct nb_ticks want;
} rows[] = {
	{ "nothing", 0, 0, 5, { 0, 1, 2 } },
	{ "one", 0, 1, 5, { 0, 1, 2 } },
	{ "three", 0, 3, 5, { 0, 1, 4 } },
	{ "five", 0, 5, 5, { 0, 1, 6 } },
	{ "six", 0, 6, 5, { 0, 2, 4 } },
	{ "ten", 0, 10, 5, { 0, 2, 6 } },
	{ "eleven", 0, 11, 5, { 0, 5, 4 } },
	{ "seventy-one", 0, 71, 5, { 0, 20, 5 } },
	{ "hundred", 0, 100, 5, { 0, 20, 6 } },
	{ "hundred-and-one", 0, 101, 5, { 0, 50, 4 } },
	{ "percent-with-places", 0, 9814, 5, { 0, 2000, 6 } },
	{ "ones-of-thousands", 0, 4999, 5, { 0, 1000, 6 } },
	{ "two-steps", 0, 71, 2, { 0, 50, 3 } },
	{ "ten-steps", 0, 71, 10, { 0, 10, 9 } },
	{ "starts-at-zero", 95, 99, 5, { 0, 20, 6 } },
	{ "below-zero", -3, 0, 5, { -3, 1, 4 } },
	{ "both-sides", -7, 12, 5, { -10, 5, 6 } },
	{ "both-sides-one-each", -1, 1, 2, { -1, 1, 3 } },
	{ "far-apart", -1, LARGE, 5, { -LARGE / 2, LARGE / 2, 4 } },
	{ "largest", 0, LARGE, 5, { 0, LARGE / 5, 6 } },
};

static void
test_row(gconstpointer data)
{
	const struct row *row = data;
	const struct nb_ticks t = nb_ticks_find(row->low, row->high, row->most);

	g_assert_cmpint(t.first, ==, row->want.first);
	g_assert_cmpint(t.step, ==, row->want.step);
	g_assert_cmpuint(t.n, ==, row->want.n);
}

static void
test_near(void)
{
	static const struct row near[] = {
		{ "rates", 981, 999, 5, { 980, 5, 5 } },
		{ "to-the-top", 95, 100, 5, { 94, 2, 4 } },
		{ "counts", 1012, 1090, 5, { 1000, 20, 6 } },
		{ "two-steps", 99, 101, 2, { 98, 2, 3 } },
		{ "largest", LARGE - 1, LARGE, 5, { LARGE - 2, 1, 3 } },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(near); i++) {
		const struct nb_ticks t =
		    nb_ticks_find_near(near[i].low, near[i].high, near[i].most);

		g_assert_cmpint(t.first, ==, near[i].want.first);
		g_assert_cmpint(t.step, ==, near[i].want.step);
		g_assert_cmpuint(t.n, ==, near[i].want.n);
	}
}

/* Property: all values lie on the axis, and no finer axis would do. */
static void
test_covers(void)
{
	for (int round = 0; round < 20000; round++) {
		const int size = g_test_rand_int_range(1, 1 << 30);
		const int64_t x = g_test_rand_int_range(-size, size);
		const int64_t y = g_test_rand_int_range(-size, size);
		const unsigned most = (unsigned)g_test_rand_int_range(2, 12);
		const struct nb_ticks t =
		    nb_ticks_find(MIN(x, y), MAX(x, y), most);

		g_assert_cmpuint(t.n, <=, most + 1);
		g_assert_cmpint(t.first % t.step, ==, 0);
		g_assert_cmpint(t.first, <=, MIN(MIN(x, y), 0));
		g_assert_cmpint(nb_ticks_last(&t), >=, MAX(MAX(x, y), 0));
		g_assert_cmpint(t.first + t.step, >, MIN(MIN(x, y), 0));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strconcat("/ticks/", rows[i].name, NULL);

		g_test_add_data_func(path, &rows[i], test_row);
	}
	g_test_add_func("/ticks/near", test_near);
	g_test_add_func("/ticks/covers", test_covers);
	return g_test_run();
}
