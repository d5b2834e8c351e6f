/*
 * Slices, places in a text, cells: every row is a case.
 */
#include "base/arena.h"
#include "base/text.h"

#include <glib.h>

static const struct {
	const char *name, *bytes;
	uint32_t offset;
	struct nb_pos want;
} places[] = {
	{ "start", "年报", 0, { 1, 1, 0 } },
	{ "wide", "a年报", 4, { 1, 3, 3 } },
	{ "line-two", "年\n报\n", 4, { 2, 1, 0 } },
	{ "at-end", "年\n报", 7, { 2, 2, 2 } },
	{ "past-end", "年", 99, { 1, 2, 2 } },
	{ "combining", "e\xcc\x81x", 3, { 1, 3, 1 } },
	{ "empty", "", 0, { 1, 1, 0 } },
};

static void
test_place(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	const struct nb_text *t =
	    nb_text_new(a, NB_S("t"), nb_str_z(places[i].bytes));
	const struct nb_pos pos = nb_text_pos(t, places[i].offset);

	g_assert_cmpuint(pos.line, ==, places[i].want.line);
	g_assert_cmpuint(pos.col, ==, places[i].want.col);
	g_assert_cmpuint(pos.cell, ==, places[i].want.cell);
	nb_arena_free(a);
}

/* Property: the milestones of a long line change no place. */
static void
test_long_lines(void)
{
	g_autoptr(GString) bytes = g_string_new(NULL);
	struct nb_arena *a = nb_arena_new();
	struct nb_pos want = { 1, 1, 0 };
	const struct nb_text *t;
	struct nb_str all;

	for (unsigned i = 0; i < 5000; i++)
		g_string_append(bytes,
		    i % 1700 == 1699    ? "\n"
			: i % 11 == 0   ? "e\xcc\x81"
			: i % 7 == 0    ? "a"
			: i % 1001 == 0 ? "\xf0\xa0\x80\x80"
					: "年");
	all = (struct nb_str){ bytes->str, bytes->len };
	t = nb_text_new(a, NB_S("t"), all);
	for (size_t at = 0; at < all.n;) {
		const struct nb_pos got = nb_text_pos(t, (uint32_t)at);
		const uint32_t c = nb_utf8_next(all, &at);

		g_assert_cmpuint(got.line, ==, want.line);
		g_assert_cmpuint(got.col, ==, want.col);
		g_assert_cmpuint(got.cell, ==, want.cell);
		want.col++;
		want.cell += nb_char_cells(c);
		if (c == '\n')
			want = (struct nb_pos){ want.line + 1, 1, 0 };
	}
	nb_arena_free(a);
}

static const struct {
	const char *text, *want;
} trims[] = {
	{ "", "" },
	{ "  年 报\t", "年 报" },
	{ "\xe3\x80\x80年\xe3\x80\x80", "年" },
	{ " \xe3\x80\x80 ", "" },
};

static void
test_trim(void)
{
	for (size_t i = 0; i < NB_COUNT(trims); i++)
		g_assert_true(nb_str_eq(nb_str_trim(nb_str_z(trims[i].text)),
		    nb_str_z(trims[i].want)));
}

static const struct {
	const char *a, *b;
	unsigned want;
} distances[] = {
	{ "标题", "标题", 0 }, { "标题", "标提", 1 }, { "责任单位", "责任", 2 },
	{ "", "年度", 2 }, { "成文日期", "公开", 3 }, /* cut at the limit */
};

static void
test_distance(void)
{
	for (size_t i = 0; i < NB_COUNT(distances); i++)
		g_assert_cmpuint(nb_str_distance(nb_str_z(distances[i].a),
				     nb_str_z(distances[i].b), 3),
		    ==, distances[i].want);
}

static void
test_find(void)
{
	const struct nb_str s = NB_S("法治政府建设");

	g_assert_cmpuint(nb_str_find(s, NB_S("政府"), 0), ==, 6);
	g_assert_cmpuint(nb_str_find(s, NB_S("政府"), 7), ==, SIZE_MAX);
	g_assert_true(nb_str_has(s, NB_S("")));
	g_assert_true(nb_str_starts(s, NB_S("法治")));
	g_assert_true(nb_str_ends(s, NB_S("建设")));
	g_assert_false(nb_str_ends(NB_S("设"), s));
	g_assert_cmpuint(nb_str_chars(s), ==, 6);
	g_assert_cmpuint(nb_str_han(NB_S("第12条〇")), ==, 3);
	g_assert_cmpuint(nb_str_cells(NB_S("a（年）")), ==, 7);
}

/* Property: walking any bytes, either way, never leaves the slice. */
static void
test_walk_stays_inside(void)
{
	for (int round = 0; round < 10000; round++) {
		char buf[16];
		struct nb_str s = { buf, (size_t)g_test_rand_int_range(0, 16) };
		size_t at = 0;

		for (size_t k = 0; k < s.n; k++)
			buf[k] = (char)g_test_rand_int_range(0, 256);
		while (at < s.n)
			nb_utf8_next(s, &at);
		g_assert_cmpuint(at, ==, s.n);
		while (at > 0)
			nb_utf8_prev(s, &at);
	}
}

static void
test_arena(void)
{
	struct nb_arena *a = nb_arena_new();
	unsigned char *last = NULL;

	for (size_t n = 1; n < 200 * 1024; n = n * 3 + 1) {
		unsigned char *p = nb_arena_alloc(a, n);

		g_assert_true(p != last);
		g_assert_cmpuint((uintptr_t)p % sizeof(void *), ==, 0);
		for (size_t k = 0; k < n; k++)
			g_assert_cmpuint(p[k], ==, 0);
		p[0] = p[n - 1] = 0xFF;
		last = p;
	}
	g_assert_true(nb_str_eq(
	    nb_arena_printf(a, "%d年" NB_FMT, 2024, NB_ARG(NB_S("度"))),
	    NB_S("2024年度")));
	nb_arena_free(a);
	nb_arena_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(places); i++) {
		g_autofree char *name =
		    g_strdup_printf("/text/place/%s", places[i].name);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_place);
	}
	g_test_add_func("/place/long-lines", test_long_lines);
	g_test_add_func("/str/trim", test_trim);
	g_test_add_func("/str/distance", test_distance);
	g_test_add_func("/str/find", test_find);
	g_test_add_func("/str/walk-stays-inside", test_walk_stays_inside);
	g_test_add_func("/arena/zeroed", test_arena);
	return g_test_run();
}
