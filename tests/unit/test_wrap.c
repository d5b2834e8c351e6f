/*
 * Text in lines and numbers as bars on a terminal.
 */
#include "base/arena.h"
#include "cli/spark.h"
#include "cli/wrap.h"

#include <glib.h>

static const struct {
	const char *name;
	struct nb_spark spark[4];
	uint32_t n;
	const char *want;
} sparks[] = {
	{ "rise", { { 2021, 0 }, { 2022, 50 }, { 2023, 100 } }, 3, "▁▅█" },
	{ "same", { { 2021, 7 }, { 2022, 7 } }, 2, "▄▄" },
	{ "gap", { { 2021, 1 }, { 2024, 2 } }, 2, "▁  █" },
	{ "extreme", { { 2021, INT64_MIN }, { 2022, INT64_MAX } }, 2, "▁█" },
};

static void
test_spark(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	const struct nb_str got = nb_spark(a, sparks[i].spark, sparks[i].n);

	g_assert_true(nb_str_eq(got, nb_str_z(sparks[i].want)));
	nb_arena_free(a);
}

static const struct {
	const char *name, *text;
	unsigned indent, width;
	const char *want;
} wraps[] = {
	{ "fits", "柳溪街道", 2, 12, "柳溪街道" },
	{ "han", "柳溪街道办事处", 2, 10, "柳溪街道\n  办事处" },
	{ "no-mark-in-front", "柳溪街道，办事处", 2, 10,
	    "柳溪街\n  道，办事\n  处" },
	{ "no-bracket-behind", "柳溪街（办事处）", 2, 10,
	    "柳溪街\n  （办事\n  处）" },
	{ "words", "one two three", 0, 9, "one two\nthree" },
	{ "long-word", "abcdefghijklm", 0, 8, "abcdefgh\nijklm" },
	{ "figure-stays", "共1234567件", 0, 8, "共\n1234567\n件" },
};

static void
test_wrap(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autoptr(GString) s = g_string_new(NULL);

	nb_wrap(s, nb_str_z(wraps[i].text), wraps[i].indent, wraps[i].width);
	g_assert_cmpstr(s->str, ==, wraps[i].want);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(sparks); i++) {
		g_autofree char *path =
		    g_strconcat("/spark/", sparks[i].name, NULL);

		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_spark);
	}
	for (size_t i = 0; i < NB_COUNT(wraps); i++) {
		g_autofree char *path =
		    g_strconcat("/wrap/", wraps[i].name, NULL);

		g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_wrap);
	}
	return g_test_run();
}
