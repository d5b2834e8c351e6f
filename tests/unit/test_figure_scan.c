/*
 * Figures, rates and dates in running text.
 */
#include "check/date_scan.h"
#include "check/figure_scan.h"

#include <glib.h>

/* What is found, each in [ ]; “~” marks an estimate. */
static const struct row {
	const char *name, *text, *want;
} figures[] = {
	{ "count", "受理430件，走访12户", "[430|件][12|户]" },
	{ "longest-unit", "出动672人次", "[672|人次]" },
	{ "power", "涉及1.2万元、3亿元", "[1.2万|元][3亿|元]" },
	{ "bare", "其他方式处理21，", "[21|]" },
	{ "decimal", "成功率98.14%。", "[98.14|%]" },
	{ "thousands", "走访1,872户", "[1,872|户]" },
	{ "not-thousands", "分别为1,87户", "[1|][87|户]" },
	{ "point-last", "共3.", "[3|]" },
	{ "version", "3.0.1版", "[3.0|][1|]" },
	{ "latin-before", "PM2.5和A4纸", "" },
	{ "latin-behind", "5G基站3个", "[5|][3|个]" },
	{ "near", "近300人，300人以上", "[300|人]~[300|人]~" },
	{ "odd", "20余人次", "[20|]~" },
	{ "too-long", "1234567890123456789012件", "" },
	{ "none", "一是加强领导", "" },
	{ "at-end", "共48", "[48|]" },
};

static const struct row rates[] = {
	{ "plain", "办结率98%", "[办结率|98%]" },
	{ "joint", "激活率达100%，优秀率均达到99.98%",
	    "[激活率|100%]"
	    "[优秀率|99.98%]" },
	{ "two-names", "及时率、合格率为100%", "[合格率|100%]" },
	{ "at-least", "出庭应诉率达80%以上", "[出庭应诉率|80%以上]" },
	{ "raised", "满意率提升至96%", "[满意率|96%]" },
	{ "full-width", "满意率为96％", "[满意率|96％]" },
	{ "efficiency-is-none", "效率提升至96%，税率为5%", "" },
	{ "no-number", "提高办结率，确保全部办结", "" },
	{ "other-number", "办结率98件", "" },
	{ "respectively", "受理率、办结率分别为100%、98%", "" },
	{ "several", "受理率、办结率达100%、98%", "" },
	{ "raised-by", "办结率提高3个百分点", "" },
	{ "about", "办结率约98%", "" },
};

static const struct row dates[] = {
	{ "day", "2024年3月20日召开", "[2024-3-20]" },
	{ "month", "2024年3月召开", "[2024-3-0]" },
	{ "several", "2024年3月5日、2023年12月31日", "[2024-3-5][2023-12-31]" },
	{ "two-digits", "24年3月5日", "" },
	{ "five-digits", "12024年3月5日", "" },
	{ "no-such-day", "2023年2月29日", "" },
	{ "no-such-month", "2023年13月", "" },
	{ "no-year", "3月5日", "" },
	{ "year-only", "2024年工作", "" },
};

static struct nb_number_words words;

static struct nb_str
cut(const char *text, size_t begin, size_t end)
{
	return nb_str_sub(nb_str_z(text), begin, end - begin);
}

static void
test_figures(gconstpointer data)
{
	const struct row *row = data;
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_found_figure f;

	for (size_t at = 0;
	     nb_figure_next(nb_str_z(row->text), &words.unit, &at, &f);)
		g_string_append_printf(got, "[" NB_FMT "|" NB_FMT "]%s",
		    NB_ARG(cut(row->text, f.begin, f.unit)),
		    NB_ARG(cut(row->text, f.unit, f.end)), f.loose ? "~" : "");
	g_assert_cmpstr(got->str, ==, row->want);
}

static void
test_rates(gconstpointer data)
{
	const struct row *row = data;
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_found_rate f;

	for (size_t at = 0; nb_rate_next(nb_str_z(row->text), &words, &at, &f);)
		g_string_append_printf(got, "[" NB_FMT "|" NB_FMT "]",
		    NB_ARG(cut(row->text, f.name, f.name_end)),
		    NB_ARG(cut(row->text, f.number, f.end)));
	g_assert_cmpstr(got->str, ==, row->want);
}

static void
test_dates(gconstpointer data)
{
	const struct row *row = data;
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_date d;
	size_t begin;

	for (size_t at = 0; nb_date_next(nb_str_z(row->text), &at, &begin, &d);)
		g_string_append_printf(
		    got, "[%d-%d-%d]", d.year, d.month, d.day);
	g_assert_cmpstr(got->str, ==, row->want);
}

#define ADD_ROWS(rows, prefix, test) \
	for (size_t i = 0; i < NB_COUNT(rows); i++) { \
		g_autofree char *path = \
		    g_strconcat(prefix, rows[i].name, NULL); \
		g_test_add_data_func(path, &rows[i], test); \
	}

int
main(int argc, char **argv)
{
	static const struct nb_str units[] = { { "人", 3 }, { "人次", 6 },
		{ "件", 3 }, { "户", 3 }, { "元", 3 }, { "个", 3 },
		{ "%", 1 } };
	static const struct nb_str none[] = { { "效率", 6 }, { "税率", 6 } };

	words.unit = (struct nb_words){ .word = units, .n = NB_COUNT(units) };
	words.not_rate = (struct nb_words){ .word = none, .n = NB_COUNT(none) };
	g_test_init(&argc, &argv, NULL);
	ADD_ROWS(figures, "/scan/figure/", test_figures);
	ADD_ROWS(rates, "/scan/rate/", test_rates);
	ADD_ROWS(dates, "/scan/date/", test_dates);
	return g_test_run();
}
