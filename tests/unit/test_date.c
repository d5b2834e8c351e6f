/*
 * Dates as officials write them, and what is none.
 */
#include "base/arena.h"
#include "model/date.h"

#include <glib.h>

static const struct {
	const char *text;
	enum nb_date_parse want;
	const char *shown; /* nb_date_text of the result */
} dates[] = {
	{ "2024-03-20", NB_DATE_OK, "2024年3月20日" },
	{ "2024-3-20", NB_DATE_OK, "2024年3月20日" },
	{ "2024/3/20", NB_DATE_OK, "2024年3月20日" },
	{ "2024.3.20", NB_DATE_OK, "2024年3月20日" },
	{ "2024年3月20日", NB_DATE_OK, "2024年3月20日" },
	{ "2024年03月05号", NB_DATE_OK, "2024年3月5日" },
	{ " 2024年 3月 20日　", NB_DATE_OK, "2024年3月20日" },
	{ "二〇二四年三月二十日", NB_DATE_OK, "2024年3月20日" },
	{ "二○一七年十二月三十一日", NB_DATE_OK, "2017年12月31日" },
	{ "2024-02-29", NB_DATE_OK, "2024年2月29日" },
	{ "2000-02-29", NB_DATE_OK, "2000年2月29日" },
	{ "1900-02-29", NB_DATE_BAD, "" },
	{ "2023-02-29", NB_DATE_BAD, "" },
	{ "2024-04-31", NB_DATE_BAD, "" },
	{ "2024-12-31", NB_DATE_OK, "2024年12月31日" },
	{ "2024-13-01", NB_DATE_BAD, "" },
	{ "2024-00-01", NB_DATE_BAD, "" },
	{ "2024-01-00", NB_DATE_BAD, "" },
	{ "2024-03", NB_DATE_MONTH_ONLY, "2024年3月" },
	{ "2024年3月", NB_DATE_MONTH_ONLY, "2024年3月" },
	{ "2024年13月", NB_DATE_BAD, "" },
	{ "2024年3", NB_DATE_BAD, "" },
	{ "2024年3月20", NB_DATE_BAD, "" },
	{ "2024年3月底", NB_DATE_BAD, "" },
	{ "2024", NB_DATE_BAD, "" },
	{ "2024年", NB_DATE_BAD, "" },
	{ "2024-", NB_DATE_BAD, "" },
	{ "2024-03-", NB_DATE_BAD, "" },
	{ "2024-03/20", NB_DATE_BAD, "" },
	{ "2024-03-20 10:00", NB_DATE_BAD, "" },
	{ "20240320", NB_DATE_BAD, "" },
	{ "24-03-20", NB_DATE_BAD, "" },
	{ "08.01.2018", NB_DATE_BAD, "" },
	{ "0000-00-00", NB_DATE_BAD, "" },
	{ "9999-01-01", NB_DATE_BAD, "" },
	{ "三月二十日", NB_DATE_BAD, "" },
	{ "", NB_DATE_BAD, "" },
};

static void
test_date(gconstpointer row)
{
	const size_t i = GPOINTER_TO_SIZE(row);
	struct nb_arena *a = nb_arena_new();
	struct nb_date d;
	g_autofree char *shown = NULL;
	struct nb_str s;

	g_assert_cmpint(
	    nb_date_parse(nb_str_z(dates[i].text), &d), ==, dates[i].want);
	s = nb_date_text(a, &d);
	shown = g_strndup(s.p, s.n);
	g_assert_cmpstr(shown, ==, dates[i].shown);
	nb_arena_free(a);
}

/* Every day of two years is read back as it was written, and no other. */
static void
test_calendar(void)
{
	unsigned days = 0;

	for (int n = 0; n < 2 * 15 * 40; n++) {
		const int year = 2023 + n / 600, month = n / 40 % 15;
		const int day = n % 40;
		g_autofree char *text =
		    g_strdup_printf("%d-%d-%d", year, month, day);
		struct nb_date d;

		if (nb_date_parse(nb_str_z(text), &d) != NB_DATE_OK)
			continue;
		days++;
		g_assert_cmpint(d.year, ==, year);
		g_assert_cmpint(d.month, ==, month);
		g_assert_cmpint(d.day, ==, day);
	}
	g_assert_cmpuint(days, ==, 365 + 366);
}

static const struct {
	const char *name, *a, *b;
	int sign;
} orders[] = {
	{ "year", "2023-12-31", "2024-01-01", -1 },
	{ "month", "2024-02-28", "2024-01-31", 1 },
	{ "day", "2024-02-01", "2024-02-02", -1 },
	{ "same", "2024年2月1日", "2024-02-01", 0 },
	{ "month-is-its-first-day", "2024-02", "2024-02-01", 0 },
	{ "month-before-second-day", "2024-02", "2024-02-02", -1 },
};

static void
test_order(gconstpointer row)
{
	const size_t i = GPOINTER_TO_SIZE(row);
	struct nb_date a, b;
	int order;

	nb_date_parse(nb_str_z(orders[i].a), &a);
	nb_date_parse(nb_str_z(orders[i].b), &b);
	order = nb_date_cmp(&a, &b);
	g_assert_cmpint((order > 0) - (order < 0), ==, orders[i].sign);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(dates); i++) {
		g_autofree char *slashless =
		    g_strdelimit(g_strdup(dates[i].text), "/", '|');
		g_autofree char *path =
		    g_strdup_printf("/date/parse/%zu-%s", i, slashless);

		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_date);
	}
	for (size_t i = 0; i < NB_COUNT(orders); i++) {
		g_autofree char *path =
		    g_strdup_printf("/date/order/%s", orders[i].name);

		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_order);
	}
	g_test_add_func("/date/calendar", test_calendar);
	return g_test_run();
}
