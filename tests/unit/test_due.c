/*
 * Time limits, in a paper of 2023.
 */
#include "model/due.h"

#include <glib.h>

static const struct row {
	const char *name, *text;
	int year, month, day; /* 0: open; -1: none */
} rows[] = {
	{ "month-end", "3月底", 2023, 3, 31 },
	{ "month", "12月", 2023, 12, 31 },
	{ "month-before", "9月底前", 2023, 9, 30 },
	{ "february", "2月底", 2023, 2, 28 },
	{ "leap-february", "2024年2月底", 2024, 2, 29 },
	{ "month-last", "11月末", 2023, 11, 30 },
	{ "month-start", "5月初", 2023, 5, 10 },
	{ "month-first-ten", "5月上旬", 2023, 5, 10 },
	{ "month-middle", "6月中旬", 2023, 6, 20 },
	{ "month-last-ten", "6月下旬", 2023, 6, 30 },
	{ "month-han", "十二月底", 2023, 12, 31 },
	{ "day", "12月31日前", 2023, 12, 31 },
	{ "day-before", "6月30日之前", 2023, 6, 30 },
	{ "day-off-duty", "6月30日下班前", 2023, 6, 30 },
	{ "half", "上半年", 2023, 6, 30 },
	{ "half-second", "下半年", 2023, 12, 31 },
	{ "quarter", "第三季度", 2023, 9, 30 },
	{ "quarter-short", "一季度", 2023, 3, 31 },
	{ "quarter-digit", "4季度末", 2023, 12, 31 },
	{ "quarter-before", "第二季度前", 2023, 6, 30 },
	{ "year-end", "年底前", 2023, 12, 31 },
	{ "year-end-bare", "年底", 2023, 12, 31 },
	{ "within-year", "年内", 2023, 12, 31 },
	{ "whole-year", "全年", 2023, 12, 31 },
	{ "this-year-end", "今年年底", 2023, 12, 31 },
	{ "next-year", "明年6月底", 2024, 6, 30 },
	{ "full", "2023-06-30", 2023, 6, 30 },
	{ "full-words", "2024年6月30日前", 2024, 6, 30 },
	{ "full-month", "2025年9月底", 2025, 9, 30 },
	{ "full-month-bare", "2025年9月", 2025, 9, 30 },
	{ "iso-month", "2025-09", 2025, 9, 30 },
	{ "year-only", "2025年", 2025, 12, 31 },
	{ "year-end-full", "2022年年底前", 2022, 12, 31 },
	{ "year-end-tight", "2022年底", 2022, 12, 31 },
	{ "year-quarter", "2024年第一季度", 2024, 3, 31 },
	{ "year-half", "2024年上半年", 2024, 6, 30 },
	{ "range-months", "3月—6月", 2023, 6, 30 },
	{ "range-short", "1-3月", 2023, 3, 31 },
	{ "range-years", "2023—2025年", 2025, 12, 31 },
	{ "range-year-kept", "2024年3月至6月底", 2024, 6, 30 },
	{ "range-quarters", "一至三季度", 2023, 9, 30 },
	{ "verb", "力争10月底前完成", 2023, 10, 31 },
	{ "two-steps", "3月启动，12月底完成", 2023, 12, 31 },
	{ "two-months", "6月、12月", 2023, 12, 31 },
	{ "blanks", " 12 月 31 日 ", 2023, 12, 31 },
	{ "open", "长期", 0, 0, 0 },
	{ "open-long", "长期坚持", 0, 0, 0 },
	{ "open-each-quarter", "每季度", 0, 0, 0 },
	{ "open-since-issue", "印发之日起30日内", 0, 0, 0 },
	{ "open-months", "3个月内", 0, 0, 0 },
	{ "open-at-once", "立即整改", 0, 0, 0 },
	{ "bad-empty", "", -1, 0, 0 },
	{ "bad-soon", "尽快", -1, 0, 0 },
	{ "bad-in-time", "按时", -1, 0, 0 },
	{ "bad-month", "13月底", -1, 0, 0 },
	{ "bad-day", "2月30日", -1, 0, 0 },
	{ "bad-quarter", "第五季度", -1, 0, 0 },
	{ "bad-number", "12", -1, 0, 0 },
};

static void
test_read(gconstpointer data)
{
	const struct row *row = data;
	struct nb_date d;
	const enum nb_due due = nb_due_read(nb_str_z(row->text), 2023, &d);

	if (row->year < 0) {
		g_assert_cmpint(due, ==, NB_DUE_BAD);
		return;
	}
	g_assert_cmpint(due, ==, row->year > 0 ? NB_DUE_DATE : NB_DUE_OPEN);
	g_assert_cmpint(d.year, ==, row->year);
	g_assert_cmpint(d.month, ==, row->month);
	g_assert_cmpint(d.day, ==, row->day);
}

/* Against GLib's calendar. */
static void
test_weekday(void)
{
	g_autoptr(GDate) g = g_date_new_dmy(1, 1, 1999);

	for (int i = 0; i < 12000; i++) {
		const struct nb_date d = { g_date_get_year(g),
			(int)g_date_get_month(g), g_date_get_day(g), { 0 } };

		g_assert_cmpint(
		    nb_date_weekday(&d), ==, (int)g_date_get_weekday(g) % 7);
		g_date_add_days(g, 1);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strconcat("/due/read/", rows[i].name, NULL);

		g_test_add_data_func(path, &rows[i], test_read);
	}
	g_test_add_func("/due/weekday", test_weekday);
	return g_test_run();
}
