/*
 * Long numbers in running text, and the names in lists of units.
 */
#include "base/arena.h"
#include "check/long_number.h"
#include "check/units.h"

#include <glib.h>

/* What is found: digits, groups and the words in front, “;” between. */
static const struct {
	const char *name, *text, *want;
} numbers[] = {
	{ "plain", "电话13912345678。", "13912345678/1/电话;" },
	{ "groups", "手机 139 1234 5678，", "13912345678/3/手机 ;" },
	{ "hyphens", "139-1234-5678", "13912345678/3/;" },
	{ "id", "34000019900228001X", "34000019900228001X/1/;" },
	{ "id-small-x", "34000019900228001x。", "34000019900228001X/1/;" },
	{ "two", "甲13912345678、乙13712345678",
	    "13912345678/1/甲;13712345678/1/乙;" },
	{ "clause", "编号17，电话13912345678", "13912345678/1/电话;" },
	{ "sentence", "编号17。13912345678", "13912345678/1/;" },
	{ "short", "12345热线1391234567个", "" },
	{ "date", "2024-03-26至2024-04-26", "" },
	{ "decimal", "1391234567.8和0.13912345678", "" },
	{ "letters", "X13912345678、13912345678Y、XG-13912345678", "" },
	{ "masked", "340000********0011、139****5678901", "" },
	{ "commas", "13,912,345,678", "" },
	{ "too-long", "1391234567813912345678139", "" },
	{ "many-groups", "1 3 9 1 2 3 4 5 6 7 8", "13912345678/11/;" },
	{ "empty", "", "" },
};

static void
test_number(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_long_number n;

	for (size_t at = 0;
	     nb_long_number_next(nb_str_z(numbers[i].text), &at, &n);)
		g_string_append_printf(got, "%s/%u/" NB_FMT ";", n.digit,
		    n.n_groups, NB_ARG(n.clause));
	g_assert_cmpstr(got->str, ==, numbers[i].want);
}

static void
test_groups(void)
{
	static const unsigned plain[] = { 3, 4, 4 };
	struct nb_long_number n;
	size_t at = 0;

	g_assert_true(nb_long_number_next(NB_S("139 1234 5678"), &at, &n));
	g_assert_true(nb_long_number_in_groups(&n, plain, 3));
	g_assert_false(nb_long_number_in_groups(&n, plain, 2));
	at = 0;
	g_assert_true(nb_long_number_next(NB_S("1391 2345 678"), &at, &n));
	g_assert_false(nb_long_number_in_groups(&n, plain, 3));
	at = 0;
	g_assert_true(nb_long_number_next(NB_S("13912345678"), &at, &n));
	g_assert_true(nb_long_number_in_groups(&n, plain, 3));
}

static void
test_masked(void)
{
	struct nb_arena *a = nb_arena_new();

	g_assert_true(nb_str_eq(
	    nb_long_number_masked(a, "13912345678"), NB_S("139…5678")));
	nb_arena_free(a);
}

static const struct {
	const char *name, *list, *want;
} units[] = {
	{ "one", "司法所", "司法所;" },
	{ "several", "司法所、党政办公室", "司法所;党政办公室;" },
	{ "marks", "甲，乙,丙；丁; 戊", "甲;乙;丙;丁;戊;" },
	{ "bracket", "区委（区政府、人大）督查室、司法所",
	    "区委（区政府、人大）督查室;司法所;" },
	{ "bracket-closed-twice", "甲）、乙", "甲）;乙;" },
	{ "blanks", " 甲 、　乙", "甲;乙;" },
	{ "nothing-between", "甲、、乙", "甲;;乙;" },
	{ "mark-at-end", "甲、", "甲;" },
	{ "empty", "", "" },
};

static void
test_units(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const struct nb_str list = nb_str_z(units[i].list);
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_unit unit;

	for (size_t at = 0; nb_unit_next(list, &at, &unit);) {
		g_assert_true(nb_str_eq(unit.name,
		    nb_str_sub(list, unit.begin, unit.end - unit.begin)));
		g_string_append_printf(got, NB_FMT ";", NB_ARG(unit.name));
	}
	g_assert_cmpstr(got->str, ==, units[i].want);
}

#define ADD_ROWS(rows, prefix, test) \
	for (size_t i = 0; i < NB_COUNT(rows); i++) { \
		g_autofree char *row = \
		    g_strconcat(prefix, rows[i].name, NULL); \
		g_test_add_data_func(row, GSIZE_TO_POINTER(i), test); \
	}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD_ROWS(numbers, "/long-number/", test_number);
	g_test_add_func("/long-number-groups", test_groups);
	g_test_add_func("/long-number-masked", test_masked);
	ADD_ROWS(units, "/units/", test_units);
	return g_test_run();
}
