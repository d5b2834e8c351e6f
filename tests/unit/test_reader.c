/*
 * Bytes of any encoding give the same text; what cannot be read is said.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "source/reader.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char same[] = "年度: 2023\n导语: |\n  受理71件，办结。\n";

/* Ids of the findings with line and column: "G01@1:1 Y23@3:5". */
static char *
show(struct nb_diags *d)
{
	g_autoptr(GString) out = g_string_new("");

	nb_diags_sort(d);
	for (const struct nb_diag *g = d->first; g != NULL; g = g->next) {
		const struct nb_pos pos =
		    nb_text_pos(g->span.text, g->span.begin);

		g_string_append_printf(out, "%s%s@%u:%u",
		    out->len > 0 ? " " : "", g->code->id, pos.line, pos.col);
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

/* The text that is the same in each, written in another way. */
static const struct {
	const char *name, *to, *mark;
	const char *line_end, *findings;
} encodings[] = {
	{ "utf-8", "UTF-8", "", "\n", "" },
	{ "utf-8-bom", "UTF-8", "\xEF\xBB\xBF", "\n", "G01@1:1" },
	{ "two-marks", "UTF-8", "\xEF\xBB\xBF\xEF\xBB\xBF", "\n", "G01@1:1" },
	{ "utf-16le", "UTF-16LE", "\xFF\xFE", "\n", "G01@1:1" },
	{ "utf-16be", "UTF-16BE", "\xFE\xFF", "\n", "G01@1:1" },
	{ "gbk", "GBK", "", "\n", "G01@1:1" },
	{ "gb18030", "GB18030", "", "\n", "G01@1:1" },
	{ "crlf", "UTF-8", "", "\r\n", "G01@1:1" },
	{ "cr", "UTF-8", "", "\r", "G01@1:1" },
	{ "gbk-crlf", "GBK", "", "\r\n", "G01@1:1 G01@1:1" },
};

static void
test_encoding(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_auto(GStrv) lines = g_strsplit(same, "\n", -1);
	g_autofree char *text = g_strjoinv(encodings[i].line_end, lines);
	gsize n, mark = strlen(encodings[i].mark);
	g_autofree char *body =
	    g_convert(text, -1, encodings[i].to, "UTF-8", NULL, &n, NULL);
	g_autoptr(GString) bytes = g_string_new(encodings[i].mark);
	struct nb_arena *a = nb_arena_new();
	const struct nb_text *t;
	struct nb_diags d;
	g_autofree char *found = NULL;

	g_string_append_len(bytes, body, (gssize)n);
	nb_diags_init(&d, a);
	t = nb_source_text(
	    a, NB_S("t"), (struct nb_str){ bytes->str, n + mark }, &d);
	g_assert_true(nb_str_eq(t->bytes, nb_str_z(same)));
	g_assert_cmpuint(t->n_lines, ==, 4);
	found = show(&d);
	g_assert_cmpstr(found, ==, encodings[i].findings);
	nb_arena_free(a);
}

#define ROW(bytes) \
	{ \
		"" bytes, sizeof(bytes) - 1 \
	}

/* Letters that are no letters. */
static const struct {
	const char *name;
	struct nb_str bytes;
	const char *want, *findings;
} damages[] = {
	{ "empty", ROW(""), "", "" },
	{ "nul", ROW("年\0度"), "年\uFFFD度", "Y23@1:2" },
	{ "bell", ROW("a\n年\a度"), "a\n年\uFFFD度", "Y23@2:2" },
	{ "delete", ROW("\x7F"), "\uFFFD", "Y23@1:1" },
	{ "c1", ROW("a\xC2\x9F"), "a\uFFFD", "Y23@1:2" },
	{ "no-break-space", ROW("a\xC2\xA0"), "a\xC2\xA0", "" },
	{ "line-separator", ROW("一\xE2\x80\xA8二"), "一 二", "Y24@1:2" },
	{ "paragraph-separator", ROW("一\xE2\x80\xA9"), "一 ", "Y24@1:2" },
	{ "next-line", ROW("一\xC2\x85二"), "一 二", "Y24@1:2" },
	{ "soft-break", ROW("一\v二"), "一 二", "Y24@1:2" },
	{ "curly-quotes", ROW("“一”"), "“一”", "" },
	{ "noncharacter", ROW("\xEF\xBF\xBE"), "\uFFFD", "Y23@1:1" },
	{ "full-width", ROW("，｛"), "，｛", "" },
	{ "cut-off", ROW("年度年度\xE5\xBA"), "年度年度\uFFFD", "Y25@1:5" },
	{ "damaged-utf-8", ROW("年度:\r\n依法\xFF行政"),
	    "年度:\n依法\uFFFD行政", "G01@1:1 Y25@2:3" },
	{ "damaged-gbk", ROW("\xC4\xEA\xB6\xC8\xFF\xC4\xEA"), "年度\uFFFD年",
	    "G01@1:1 Y25@1:3" },
	{ "utf-16-odd", ROW("\xFF\xFE\x74\x5E\x41"), "年\uFFFD",
	    "G01@1:1 Y25@1:2" },
	{ "utf-16-half-pair", ROW("\xFF\xFE\x00\xD8\x41\x00"), "\uFFFDA",
	    "G01@1:1 Y25@1:1" },
	{ "utf-16-pair", ROW("\xFE\xFF\xD8\x40\xDC\x00"), "𠀀", "G01@1:1" },
	{ "real-u+fffd", ROW("\uFFFD"), "\uFFFD", "" },
};

static void
test_damage(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	g_autofree char *found = NULL;
	const struct nb_text *t;
	struct nb_diags d;

	nb_diags_init(&d, a);
	t = nb_source_text(a, NB_S("t"), damages[i].bytes, &d);
	g_assert_cmpstr(t->bytes.p, ==, damages[i].want);
	found = show(&d);
	g_assert_cmpstr(found, ==, damages[i].findings);
	nb_arena_free(a);
}

/* However many there are, the list of findings stays readable. */
static void
test_many_damages(void)
{
	g_autofree char *bytes = g_strnfill(5000, '\a');
	struct nb_arena *a = nb_arena_new();
	struct nb_diags d;

	nb_diags_init(&d, a);
	nb_source_text(a, NB_S("t"), nb_str_z(bytes), &d);
	g_assert_cmpuint(d.n[NB_ERROR], <, 50);
	nb_arena_free(a);
}

static enum nb_status
open_path(const char *path, char **found)
{
	struct nb_arena *a = nb_arena_new();
	const struct nb_text *t;
	enum nb_status status;
	struct nb_diags d;

	nb_diags_init(&d, a);
	status = nb_source_open(a, path, &d, &t);
	g_assert_cmpuint(t->n_lines, >=, 1);
	if (status != NB_OK)
		g_assert_cmpuint(t->bytes.n, ==, 0);
	*found = show(&d);
	nb_arena_free(a);
	return status;
}

/* A file of the given bytes, or of `size` zeros when that is larger. */
static void
check_file(
    struct nb_str bytes, gsize size, enum nb_status want, const char *findings)
{
	g_autofree char *found = NULL, *path = NULL;
	const int fd = g_file_open_tmp("nianbao-XXXXXX", &path, NULL);

	g_assert_cmpint(fd, >=, 0);
	g_assert_cmpint(write(fd, bytes.p, bytes.n), ==, (gssize)bytes.n);
	if (size > bytes.n)
		g_assert_cmpint(ftruncate(fd, (off_t)size), ==, 0);
	close(fd);
	g_assert_cmpint(open_path(path, &found), ==, want);
	g_assert_cmpstr(found, ==, findings);
	g_remove(path);
}

static void
test_files(void)
{
	const gsize limit = NB_SOURCE_MAX;

	check_file(nb_str_z(same), 0, NB_OK, "");
	check_file(NB_S(""), 0, NB_OK, "");
	check_file(NB_S("a"), limit + 1, NB_FAILED, "A02@1:1");
	check_file(NB_S("PK\3\4..."), 0, NB_FAILED, "A03@1:1");
	check_file(NB_S("\xD0\xCF\x11\xE0"), 0, NB_FAILED, "A03@1:1");
	check_file(NB_S("%PDF-1.7"), 0, NB_FAILED, "A03@1:1");
	check_file(NB_S("a"), 64, NB_FAILED, "A03@1:1");
}

static void
test_unreadable(void)
{
	static const struct {
		const char *path, *findings;
	} paths[] = {
		{ "/nonexistent/年报.yaml", "A01@1:1" },
		{ "/", "A01@1:1" },
		{ "/dev/zero", "A02@1:1" },
		{ "", "A01@1:1" },
	};

	for (size_t i = 0; i < NB_COUNT(paths); i++) {
		g_autofree char *found = NULL;

		g_assert_cmpint(
		    open_path(paths[i].path, &found), ==, NB_FAILED);
		g_assert_cmpstr(found, ==, paths[i].findings);
	}
}

/* Exactly the limit is read, one byte more is not. */
static void
test_size(void)
{
	struct nb_arena *a = nb_arena_new();
	g_autofree char *bytes = g_strnfill(NB_SOURCE_MAX + 1, 'a');
	const struct nb_text *t;
	struct nb_diags d;

	nb_diags_init(&d, a);
	t = nb_source_text(
	    a, NB_S("t"), (struct nb_str){ bytes, NB_SOURCE_MAX }, &d);
	g_assert_cmpuint(t->bytes.n, ==, NB_SOURCE_MAX);
	g_assert_null(d.first);
	t = nb_source_text(
	    a, NB_S("t"), (struct nb_str){ bytes, NB_SOURCE_MAX + 1 }, &d);
	g_assert_cmpuint(t->bytes.n, ==, 0);
	g_assert_cmpuint(d.n[NB_ERROR], ==, 1);
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(encodings); i++) {
		g_autofree char *name =
		    g_strdup_printf("/reader/encoding/%s", encodings[i].name);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_encoding);
	}
	for (size_t i = 0; i < NB_COUNT(damages); i++) {
		g_autofree char *name =
		    g_strdup_printf("/reader/damage/%s", damages[i].name);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_damage);
	}
	g_test_add_func("/reader/many-damages", test_many_damages);
	g_test_add_func("/reader/files", test_files);
	g_test_add_func("/reader/unreadable", test_unreadable);
	g_test_add_func("/reader/size", test_size);
	return g_test_run();
}
