/*
 * Findings as text: the formats, and marks under full-width letters.
 */
#include "base/arena.h"
#include "base/text.h"
#include "diag/render.h"

#include <glib.h>
#include <string.h>

static const struct nb_code code = {
	.id = "S16",
	.name = "organ-mismatch",
	.severity = NB_WARNING,
	.title = "名称不一致",
	.basis = "7.3.1",
	.help = "写全称",
	.why = "",
};

/* What renders one finding about bytes [begin, end) of the text. */
static char *
render(const char *format, const char *bytes, uint32_t begin, uint32_t end,
    struct nb_str fix)
{
	const struct nb_code *const codes[] = { &code };
	struct nb_rendering r = {
		.renderer = nb_renderer_find(format),
		.options = { .least = NB_NOTE, .code = codes, .n_codes = 1 },
	};
	struct nb_arena *a = nb_arena_new();
	GString *out = g_string_new(NULL);
	struct nb_text *text =
	    nb_text_new(a, NB_S("年报.yaml"), nb_str_z(bytes));
	struct nb_diags d;
	struct nb_diag *g;

	nb_diags_init(&d, a);
	g = nb_diag_add(
	    &d, &code, (struct nb_span){ text, begin, end }, "不一致");
	g->fix = fix;
	nb_render_finding(out, &r, g);
	nb_arena_free(a);
	return g_string_free(out, FALSE);
}

static const struct {
	const char *name, *format, *bytes;
	uint32_t begin, end;
	const char *want;
} cases[] = {
	{ "full/wide", "full", "标题: 金湖街办2023年\n", 8, 20,
	    "年报.yaml:1:5: 警告[S16] 不一致\n"
	    "    1 | 标题: 金湖街办2023年\n"
	    "      |       ^^^^^^^^\n"
	    "      = 依据: 7.3.1\n"
	    "      = 建议: 写全称\n\n" },
	{ "full/whole", "full", "标题: 年报\n", 0, 0,
	    "年报.yaml: 警告[S16] 不一致\n"
	    "      = 依据: 7.3.1\n"
	    "      = 建议: 写全称\n\n" },
	{ "full/tab", "full", "a\t年报\n", 2, 5,
	    "年报.yaml:1:3: 警告[S16] 不一致\n"
	    "    1 | a 年报\n"
	    "      |   ^^\n"
	    "      = 依据: 7.3.1\n"
	    "      = 建议: 写全称\n\n" },
	{ "full/many-lines", "full", "甲\n乙丙\n丁\n", 7, 13,
	    "年报.yaml:2:2: 警告[S16] 不一致\n"
	    "    2 | 乙丙\n"
	    "      |   ^^\n"
	    "      = 依据: 7.3.1\n"
	    "      = 建议: 写全称\n\n" },
	{ "full/at-end-of-line", "full", "甲\n", 3, 3,
	    "年报.yaml:1:2: 警告[S16] 不一致\n"
	    "    1 | 甲\n"
	    "      |   ^\n"
	    "      = 依据: 7.3.1\n"
	    "      = 建议: 写全称\n\n" },
	{ "full/escape-is-harmless", "full", "\033[31m甲\n", 5, 8,
	    "年报.yaml:1:6: 警告[S16] 不一致\n"
	    "    1 |  [31m甲\n"
	    "      |      ^^\n"
	    "      = 依据: 7.3.1\n"
	    "      = 建议: 写全称\n\n" },
	{ "full/combining", "full", "e\xcc\x81 年报\n", 4, 7,
	    "年报.yaml:1:4: 警告[S16] 不一致\n"
	    "    1 | e\xcc\x81 年报\n"
	    "      |   ^^\n"
	    "      = 依据: 7.3.1\n"
	    "      = 建议: 写全称\n\n" },
	{ "csv/place", "csv", "甲\n乙丙\n", 7, 10,
	    "年报.yaml,2,2,警告,S16,不一致,7.3.1,写全称\r\n" },
	{ "csv/whole", "csv", "甲\n", 0, 0,
	    "年报.yaml,,,警告,S16,不一致,7.3.1,写全称\r\n" },
	{ "sarif/place", "sarif", "甲\n乙丙\n", 7, 10,
	    "{\"ruleId\":\"S16\",\"level\":\"warning\","
	    "\"message\":{\"text\":\"不一致\"},"
	    "\"partialFingerprints\":{\"wordsAround/v1\":"
	    "\"4d3042a0a47a50e8\"},\"ruleIndex\":0,"
	    "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":"
	    "{\"uri\":\"%E5%B9%B4%E6%8A%A5.yaml\"},\"region\":"
	    "{\"startLine\":2,\"startColumn\":2,\"endLine\":2,"
	    "\"endColumn\":3}}}]}" },
	{ "concise/place", "concise", "甲\n乙丙\n", 7, 10,
	    "年报.yaml:2:2: 警告 S16 不一致\n" },
	{ "concise/whole", "concise", "甲\n", 0, 0,
	    "年报.yaml:1:1: 警告 S16 不一致\n" },
	{ "json/place", "json", "甲\n乙“丙”\n", 7, 16,
	    "{\"type\":\"finding\",\"file\":\"年报.yaml\",\"line\":2,\"col\":2,"
	    "\"end_line\":2,\"end_col\":5,\"code\":\"S16\","
	    "\"level\":\"warning\",\"message\":\"不一致\","
	    "\"excerpt\":\"“丙”\",\"fix\":null,\"basis\":\"7.3.1\"}\n" },
	{ "json/quote", "json", "a\"b\\c\n", 1, 4,
	    "{\"type\":\"finding\",\"file\":\"年报.yaml\",\"line\":1,\"col\":2,"
	    "\"end_line\":1,\"end_col\":5,\"code\":\"S16\","
	    "\"level\":\"warning\",\"message\":\"不一致\","
	    "\"excerpt\":\"\\\"b\\\\\",\"fix\":null,\"basis\":\"7.3.1\"}\n" },
};

static void
test_case(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *got = render(cases[i].format, cases[i].bytes,
	    cases[i].begin, cases[i].end, (struct nb_str){ 0 });

	g_assert_cmpstr(got, ==, cases[i].want);
}

static void
test_fix(void)
{
	const struct nb_str word = NB_S("全称"), nothing = NB_S("");
	g_autofree char *full = render("full", "甲乙", 0, 3, word);
	g_autofree char *json = render("json", "甲乙", 0, 3, word);
	g_autofree char *gone = render("json", "甲乙", 0, 3, nothing);
	g_autofree char *marks = render("full", "甲乙", 0, 3, NB_S(": "));

	g_assert_nonnull(strstr(full, "\n      = 改为: 全称\n"));
	g_assert_null(strstr(marks, "改为"));
	g_assert_nonnull(strstr(json, "\"fix\":\"全称\""));
	g_assert_nonnull(strstr(gone, "\"fix\":\"\""));
}

/* A file name may be any bytes; the object stays JSON. */
static void
test_name_not_utf8(void)
{
	g_autoptr(GString) out = g_string_new(NULL);

	nb_render_json_string(out, NB_S("a\xff"));
	g_assert_cmpstr(out->str, ==, "\"a\xef\xbf\xbd\"");
}

/* The character of a line that starts at a cell, or 0. */
static uint32_t
char_at(struct nb_str line, size_t cell)
{
	size_t here = 0;

	for (size_t at = 0; at < line.n;) {
		const uint32_t c = nb_utf8_next(line, &at);

		if (here == cell)
			return c;
		here += nb_char_cells(c);
	}
	return 0;
}

/* Property: wherever the place is, it is seen, and the mark is under it. */
static void
test_long_line(void)
{
	g_autoptr(GString) line = g_string_new(NULL);

	for (unsigned i = 0; i < 120; i++)
		g_string_append_unichar(
		    line, i % 7 == 0 ? 'a' + i % 26 : 0x4E00 + i);
	for (size_t at = 0; at < line->len;) {
		const struct nb_str all = { line->str, line->len };
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(all, &at);
		g_autofree char *got = render("full", line->str,
		    (uint32_t)begin, (uint32_t)at + 1, (struct nb_str){ 0 });
		g_auto(GStrv) rows = g_strsplit(got, "\n", 0);

		if (begin == 0)
			continue; /* with its end it could be the whole file */
		g_assert_cmpuint(nb_str_cells(nb_str_z(rows[1])), <=, 76);
		g_assert_cmpuint(nb_str_cells(nb_str_z(rows[2])), <=, 77);
		g_assert_cmpuint(
		    char_at(nb_str_z(rows[1]), strcspn(rows[2], "^")), ==, c);
	}
}

static const struct {
	const char *name, *format;
	unsigned errors, warnings, notes;
	enum nb_severity least;
	const char *want;
} summaries[] = {
	{ "nothing", "full", 0, 0, 0, NB_WARNING, "未发现问题\n" },
	{ "hidden", "full", 0, 0, 2, NB_WARNING,
	    "未发现问题，2 条提示（加 -v 显示）\n" },
	{ "all", "full", 1, 3, 2, NB_WARNING,
	    "共 1 个错误、3 个警告，2 条提示（加 -v 显示）\n" },
	{ "errors-only", "full", 1, 3, 2, NB_ERROR,
	    "共 1 个错误，3 个警告、2 条提示（加 -v 显示）\n" },
	{ "no-errors", "full", 0, 3, 0, NB_ERROR,
	    "未发现错误，3 个警告（加 -v 显示）\n" },
	{ "shown", "full", 1, 0, 2, NB_NOTE, "共 1 个错误、2 条提示\n" },
	{ "warnings", "full", 0, 3, 0, NB_WARNING, "共 3 个警告\n" },
	{ "concise", "concise", 1, 3, 2, NB_NOTE, "" },
	{ "json", "json", 1, 3, 2, NB_NOTE,
	    "{\"type\":\"summary\",\"errors\":1,\"warnings\":3,"
	    "\"notes\":2}\n" },
};

static void
test_summary(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_rendering r = {
		.renderer = nb_renderer_find(summaries[i].format),
		.options = { .least = summaries[i].least },
	};
	const struct nb_diags d = { .n = { summaries[i].notes,
					summaries[i].warnings,
					summaries[i].errors } };
	g_autoptr(GString) out = g_string_new(NULL);

	nb_render_summary(out, &r, &d);
	g_assert_cmpstr(out->str, ==, summaries[i].want);
}

static void
test_colour(void)
{
	const struct nb_render_options o = { .colour = true };
	g_autoptr(GString) out = g_string_new(NULL);
	const struct nb_diag g = {
		.code = &code, .severity = NB_WARNING, .message = { "x", 1 }
	};

	nb_full_finding(out, &g, &o);
	g_assert_nonnull(strstr(out->str, "\033[1;33m警告[S16]\033[0m x"));
}

/* What can be mended is counted from one summary to the next. */
static void
test_mendable(void)
{
	struct nb_rendering r = { .renderer = &nb_renderers[0] };
	const struct nb_diag g = { .code = &code, .fix = NB_S("好") };
	const struct nb_diags d = { .n = { 1, 0, 0 } };
	g_autoptr(GString) out = g_string_new(NULL);

	nb_render_finding(out, &r, &g);
	g_string_truncate(out, 0);
	nb_render_summary(out, &r, &d);
	nb_render_summary(out, &r, &d);
	g_assert_cmpstr(out->str, ==,
	    "共 1 条提示，其中 1 个可以用 nianbao fix 代改\n共 1 条提示\n");
}

/* What is below the level is not written, nor is what would part it. */
static void
test_level(void)
{
	const struct nb_diag g = {
		.code = &code, .severity = NB_WARNING, .message = { "x", 1 }
	};

	for (size_t i = 0; i < nb_n_renderers; i++) {
		struct nb_rendering r = { .renderer = &nb_renderers[i],
			.options = { .least = NB_ERROR } };
		g_autoptr(GString) out = g_string_new(NULL);

		nb_render_finding(out, &r, &g);
		nb_render_finding(out, &r, &g);
		g_assert_cmpstr(out->str, ==, "");
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
	ADD_ROWS(cases, "/render/", test_case);
	ADD_ROWS(summaries, "/render/summary/", test_summary);
	g_test_add_func("/render/fix", test_fix);
	g_test_add_func("/render/name-not-utf8", test_name_not_utf8);
	g_test_add_func("/render/long-line", test_long_line);
	g_test_add_func("/render/colour", test_colour);
	g_test_add_func("/render/level", test_level);
	g_test_add_func("/render/mendable", test_mendable);
	return g_test_run();
}
