/*
 * Ordinals: made from patterns, and told from numbers that are none.
 */
#include "base/arena.h"
#include "model/number.h"

#include <glib.h>

static const struct {
	unsigned n;
	const char *want;
} han[] = {
	{ 0, "0" },
	{ 1, "一" },
	{ 9, "九" },
	{ 10, "十" },
	{ 12, "十二" },
	{ 20, "二十" },
	{ 41, "四十一" },
	{ 100, "一百" },
	{ 105, "一百零五" },
	{ 110, "一百一十" },
	{ 119, "一百一十九" },
	{ 1000, "一千" },
	{ 1001, "一千零一" },
	{ 1010, "一千零一十" },
	{ 1100, "一千一百" },
	{ 9999, "九千九百九十九" },
	{ 10000, "10000" },
};

static const struct {
	const char *name, *pattern;
	unsigned n;
	const char *want;
} marks[] = {
	{ "han", "一、", 12, "十二、" },
	{ "han-brackets", "（一）", 3, "（三）" },
	{ "arabic", "1.", 37, "37." },
	{ "arabic-brackets", "（1）", 10, "（10）" },
	{ "words-around", "第一条", 2, "第二条" },
	{ "first-of-two", "1-1", 5, "5-1" },
	{ "neither", "甲、", 2, "甲、" },
	{ "empty", "", 2, "" },
};

/* typed: what of the heading is an ordinal with the blanks behind it. */
static const struct {
	const char *name, *heading, *typed;
} headings[] = {
	{ "han", "一、组织领导", "一、" },
	{ "han-two-digits", "十二、组织领导", "十二、" },
	{ "han-brackets", "（一）组织领导", "（一）" },
	{ "han-half-width", "(一)组织领导", "(一)" },
	{ "han-mixed-width", "（一)组织领导", "（一)" },
	{ "han-brackets-mark", "（一）、组织领导", "（一）、" },
	{ "han-half-bracket", "一）组织领导", "一）" },
	{ "arabic-dot", "1.组织领导", "1." },
	{ "arabic-dot-blank", "1. 组织领导", "1. " },
	{ "arabic-full-dot", "1．组织领导", "1．" },
	{ "arabic-pause", "12、组织领导", "12、" },
	{ "arabic-brackets", "（1）组织领导", "（1）" },
	{ "arabic-half-bracket", "1)组织领导", "1)" },
	{ "circled", "①组织领导", "①" },
	{ "enclosed-han", "㈠组织领导", "㈠" },
	{ "wide-blank", "一、　组织领导", "一、　" },
	{ "before-a-year", "1. 2024年工作", "1. " },
	{ "before-a-han-number", "一、二十大精神学习", "一、" },
	{ "before-a-service", "二、一网通办改革", "二、" },
	{ "ordinal-alone", "一、", "一、" },
	{ "hotline", "12345热线办理", "" },
	{ "hotline-pair", "110、119联动", "" },
	{ "version", "3.0版改革", "" },
	{ "version-han", "“行政审批3.0”版改革", "" },
	{ "one-stop", "一站式平台", "" },
	{ "year", "2023年度工作", "" },
	{ "year-brackets", "（2023）年度工作", "" },
	{ "doc-number", "〔2020〕75号文件", "" },
	{ "first-is", "一是加强领导", "" },
	{ "first-person", "第一责任人履职", "" },
	{ "levels", "三、四级联动机制", "" },
	{ "kinds", "一、二类事项办理", "" },
	{ "decimal", "1.5万户走访", "" },
	{ "day", "12.4宪法日活动", "" },
	{ "bracket-words", "（一站式）平台", "" },
	{ "plain", "组织领导", "" },
	{ "number-alone", "12", "" },
	{ "empty", "", "" },
};

static const struct {
	const char *name, *text;
	bool ok;
	unsigned n;
	size_t end; /* [byte] */
} numbers[] = {
	{ "arabic", "12月", true, 12, 2 },
	{ "han", "十二月", true, 12, 6 },
	{ "han-thirty-one", "三十一", true, 31, 9 },
	{ "han-with-zero", "一百零五", true, 105, 12 },
	{ "largest", "9999", true, 9999, 4 },
	{ "too-large", "10000", false, 0, 0 },
	{ "far-too-large", "99999999999999999999", false, 0, 0 },
	{ "no-number", "月", false, 0, 0 },
	{ "empty", "", false, 0, 0 },
};

static void
test_han(gconstpointer row)
{
	const size_t i = GPOINTER_TO_SIZE(row);
	struct nb_arena *a = nb_arena_new();

	g_assert_cmpstr(nb_number_han(a, han[i].n).p, ==, han[i].want);
	nb_arena_free(a);
}

static void
test_mark(gconstpointer row)
{
	const size_t i = GPOINTER_TO_SIZE(row);
	struct nb_arena *a = nb_arena_new();
	struct nb_str s =
	    nb_number_mark(a, nb_str_z(marks[i].pattern), marks[i].n);

	g_assert_true(nb_str_eq(s, nb_str_z(marks[i].want)));
	nb_arena_free(a);
}

static void
test_typed(gconstpointer row)
{
	const size_t i = GPOINTER_TO_SIZE(row);

	g_assert_cmpuint(nb_number_typed(nb_str_z(headings[i].heading)), ==,
	    nb_str_z(headings[i].typed).n);
}

static void
test_read(gconstpointer row)
{
	const size_t i = GPOINTER_TO_SIZE(row);
	size_t at = 0;
	unsigned n = 0;

	g_assert_true(nb_number_read(nb_str_z(numbers[i].text), &at, &n) ==
	    numbers[i].ok);
	g_assert_cmpuint(at, ==, numbers[i].end);
	if (numbers[i].ok)
		g_assert_cmpuint(n, ==, numbers[i].n);
}

/* Every ordinal we make can be read, and is known as one when typed. */
static void
test_round_trip(void)
{
	static const char *const patterns[] = { "一、", "（一）", "1.",
		"（1）" };
	struct nb_arena *a = nb_arena_new();

	for (unsigned n = 1; n <= 9999; n++) {
		size_t at = 0;
		unsigned back = 0;

		g_assert_true(nb_number_read(nb_number_han(a, n), &at, &back));
		g_assert_cmpuint(back, ==, n);
	}
	for (unsigned n = 1; n <= 99; n++)
		for (size_t i = 0; i < NB_COUNT(patterns); i++) {
			struct nb_str mark =
			    nb_number_mark(a, nb_str_z(patterns[i]), n);

			g_assert_cmpuint(nb_number_typed(mark), ==, mark.n);
		}
	nb_arena_free(a);
}

static void
add(const char *group, const char *name, size_t i, GTestDataFunc test)
{
	g_autofree char *path = g_strdup_printf("/number/%s/%s", group, name);

	g_test_add_data_func(path, GSIZE_TO_POINTER(i), test);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(han); i++) {
		g_autofree char *name = g_strdup_printf("%u", han[i].n);

		add("han", name, i, test_han);
	}
	for (size_t i = 0; i < NB_COUNT(marks); i++)
		add("mark", marks[i].name, i, test_mark);
	for (size_t i = 0; i < NB_COUNT(headings); i++)
		add("typed", headings[i].name, i, test_typed);
	for (size_t i = 0; i < NB_COUNT(numbers); i++)
		add("read", numbers[i].name, i, test_read);
	g_test_add_func("/number/round-trip", test_round_trip);
	return g_test_run();
}
