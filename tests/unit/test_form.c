/*
 * A file is written the way it was read; two versions of it as a diff.
 */
#include "base/arena.h"
#include "cli/udiff.h"
#include "diag/diag.h"
#include "source/form.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

#define BYTES(lit) \
	{ \
		"" lit, sizeof(lit) - 1 \
	}

/* Whether bytes, read and written again, are what they were. */
static const struct {
	const char *name;
	struct nb_str bytes;
	bool kept;
} forms[] = {
	{ "utf-8", BYTES("年报\n甲"), true },
	{ "empty", BYTES(""), true },
	{ "bom", BYTES("\xEF\xBB\xBF年报\n"), true },
	{ "crlf", BYTES("年报\r\n甲\r\n"), true },
	{ "cr", BYTES("年报\r甲"), true },
	{ "mixed-ends", BYTES("年报\r\n甲\n"), false },
	{ "gbk", BYTES("\xC4\xEA\xB1\xA8\r\n\xBC\xD7\n"), false },
	{ "gbk-crlf", BYTES("\xC4\xEA\xB1\xA8\r\n\xBC\xD7\r\n"), true },
	{ "gb18030-four", BYTES("\xC4\xEA\xB1\xA8\x95\x32\x82\x36"), true },
	{ "utf-16le", BYTES("\xFF\xFE\x74\x5E\xA5\x62\r\0\n\0"), true },
	{ "utf-16be", BYTES("\xFE\xFF\x5E\x74\x62\xA5\0\n"), true },
	{ "damaged", BYTES("年报年报年报\xFF年报"), false },
	{ "control", BYTES("年\x01报"), false },
};

static void
test_form(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const struct nb_form form = nb_form_read(forms[i].bytes);
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_arena *a = nb_arena_new();
	struct nb_diags d;

	nb_diags_init(&d, a);
	g_assert_true(nb_form_write(&form,
	    nb_source_text(a, NB_S("x"), forms[i].bytes, &d)->bytes, out));
	g_assert_cmpint(
	    nb_str_eq((struct nb_str){ out->str, out->len }, forms[i].bytes),
	    ==, forms[i].kept);
	nb_arena_free(a);
}

static const struct {
	const char *name, *old, *now, *want;
} diffs[] = {
	{ "same", "a\nb\n", "a\nb\n", "" },
	{ "line", "a\nb\nc\n", "a\nx\nc\n",
	    "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n" },
	{ "context", "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
	    "1\n2\n3\n4\nx\n6\n7\n8\n9\n",
	    "--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n" },
	{ "two-hunks", "a\n1\n2\n3\n4\n5\n6\n7\nb\n",
	    "x\n1\n2\n3\n4\n5\n6\n7\ny\n",
	    "--- f\n+++ f\n@@ -1,4 +1,4 @@\n-a\n+x\n 1\n 2\n 3\n"
	    "@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+y\n" },
	{ "one-hunk", "a\n1\n2\n3\n4\n5\n6\nb\n", "x\n1\n2\n3\n4\n5\n6\ny\n",
	    "--- f\n+++ f\n@@ -1,8 +1,8 @@\n-a\n+x\n 1\n 2\n 3\n 4\n 5\n 6\n"
	    "-b\n+y\n" },
	{ "inserted", "a\nb\n", "a\nx\nb\n",
	    "--- f\n+++ f\n@@ -1,2 +1,3 @@\n a\n+x\n b\n" },
	{ "deleted", "a\nx\nb\n", "a\nb\n",
	    "--- f\n+++ f\n@@ -1,3 +1,2 @@\n a\n-x\n b\n" },
	{ "from-nothing", "", "a\n", "--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n" },
	{ "to-nothing", "a\n", "", "--- f\n+++ f\n@@ -1 +0,0 @@\n-a\n" },
	{ "no-last-end", "a\nb", "a\nc",
	    "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n"
	    "-b\n\\ No newline at end of file\n"
	    "+c\n\\ No newline at end of file\n" },
};

static void
test_diff(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autoptr(GString) out = g_string_new(NULL);

	nb_udiff_write(
	    out, "f", nb_str_z(diffs[i].old), nb_str_z(diffs[i].now), false);
	g_assert_cmpstr(out->str, ==, diffs[i].want);
}

static void
add_lines(GString *text)
{
	for (int k = g_test_rand_int_range(0, 40); k > 0; k--)
		g_string_append_printf(
		    text, "%d\n", g_test_rand_int_range(0, 9));
}

static int
count(const char *text, const char *what)
{
	int n = 0;

	for (; (text = strstr(text, what)) != NULL; text++)
		n++;
	return n;
}

/* Whatever differs, no line of either version is lost. */
static void
test_diff_whole(void)
{
	for (int round = 0; round < 300; round++) {
		g_autoptr(GString) old = g_string_new(NULL);
		g_autoptr(GString) now = g_string_new(NULL);
		g_autoptr(GString) out = g_string_new(NULL);

		add_lines(old);
		add_lines(now);
		nb_udiff_write(
		    out, "f", nb_str_z(old->str), nb_str_z(now->str), false);
		g_assert_cmpint(count(out->str, "\n+") - count(out->str, "\n-"),
		    ==,
		    count(now->str, "\n") - count(old->str, "\n") +
			(out->len > 0));
	}
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
	ADD_ROWS(forms, "/form/", test_form);
	ADD_ROWS(diffs, "/udiff/", test_diff);
	g_test_add_func("/udiff/whole", test_diff_whole);
	return g_test_run();
}
