/*
 * The linter: the registry, figures, the walk, the matrix as text.
 */
#include "base/arena.h"
#include "check/achieved.h"
#include "check/coverage.h"
#include "check/rule.h"
#include "check/walk.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

static struct nb_arena *arena;
static const struct nb_outline *outline;

static const struct nb_report *
read_report(const char *yaml, struct nb_diags *d)
{
	const struct nb_text *text =
	    nb_source_text(arena, NB_S("t.yaml"), nb_str_z(yaml), d);

	return nb_report_build(arena, nb_source_yaml(arena, text, d), NULL, d);
}

static bool
does_something(const struct nb_rule *r)
{
	return r->wrong != NULL || r->began != NULL || r->term != NULL ||
	    r->run != NULL || r->indicator != NULL || r->passage != NULL;
}

static void
test_registry(void)
{
	for (size_t i = 0; i < nb_n_rules; i++) {
		const struct nb_code *code = nb_rules[i]->code;

		g_assert_true(does_something(nb_rules[i]));
		g_assert_true(nb_rule_find(nb_str_z(code->id)) == nb_rules[i]);
		g_assert_cmpuint(strlen(code->id), ==, 3);
		g_assert_nonnull(code->title);
		g_assert_nonnull(code->basis);
		g_assert_nonnull(code->help);
		g_assert_nonnull(strstr(code->why, "\n误："));
		g_assert_nonnull(strstr(code->why, "\n正："));
		if (i > 0)
			g_assert_cmpstr(nb_rules[i - 1]->code->id, <, code->id);
	}
	g_assert_null(nb_rule_find(NB_S("S99")));
}

static const struct {
	const char *name, *text;
	unsigned want;
} figures[] = {
	{ "one-a-clause", "全年受理50件，办结45件。", 2 },
	{ "two-in-a-clause", "受理50件办结45件。", 1 },
	{ "rate", "出庭应诉率98.5%，", 1 },
	{ "no-number", "受理案件，办结案件。", 0 },
	{ "no-unit", "2024年，编号17。", 0 },
	{ "ordinal", "召开第3次会议。", 0 },
	{ "promise", "确保办结率100%。", 0 },
	{ "promise-behind-comma", "确保及时率、合格率达到100%。", 0 },
	{ "limit", "在20个工作日内办结，", 0 },
	{ "two-officers", "严格执行2人以上执法。", 0 },
	{ "every-year", "每年培训2次。", 0 },
	{ "no-end", "受理50件", 1 },
	{ "empty", "", 0 },
};

static void
test_figures(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);

	g_assert_cmpuint(
	    nb_achieved_count(&outline->figure, nb_str_z(figures[i].text)), ==,
	    figures[i].want);
}

static void
collect(void *to, const struct nb_visit *v)
{
	static const char *const mark[] = {
		[NB_PROSE_TITLE] = "T",
		[NB_PROSE_HEADING] = "H",
		[NB_PROSE_BODY] = "B",
		[NB_PROSE_ITEM] = "I",
		[NB_PROSE_DETAIL] = "D",
		[NB_PROSE_CELL] = "C",
		[NB_PROSE_FIGURE] = "F",
		[NB_PROSE_NAME] = "N",
	};

	g_string_append_printf(
	    to, "%s" NB_FMT " ", mark[v->role], NB_ARG(v->prose->text));
}

/* Everything is visited, once, in the order of reading. */
static void
test_walk(void)
{
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_diags d;
	const struct nb_report *r;

	nb_diags_init(&d, arena);
	r = read_report("年度: 2024\n"
			"机关: 甲\n"
			"标题: 乙\n"
			"指标: {丙: 3件}\n"
			"导语: 丁\n"
			"章节:\n"
			"- 标题: 戊\n"
			"  条目:\n"
			"  - 标题: 己\n"
			"    正文: 庚\n"
			"    责任: 辛\n"
			"    表: {列: [壬], 行: [[癸]]}\n"
			"存在问题: {清单: [{问题: 子, 原因: 丑}]}\n"
			"下年任务: {标题: 寅, 清单: [{任务: 卯, 时限: 辰}]}\n"
			"结语: 巳\n",
	    &d);
	nb_walk_report(r, collect, got);
	g_assert_cmpstr(got->str, ==,
	    "N甲 T乙 F3件 B丁 H戊 H己 B庚 N辛 C壬 C癸 I子 D丑 H寅 I卯 D辰 "
	    "B巳 ");
}

static void
test_matrix(void)
{
	static const uint32_t lines[] = { 23, 122 };
	static const struct nb_coverage_item items[] = {
		{ { "监督", 6 }, NB_COVER_STRONG, 885, 3, lines, 2, 0 },
		{ { "依法决策", 12 }, NB_COVER_WEAK, 12, 0, lines, 1, 1 },
		{ { "执法", 6 }, NB_COVER_MISSING, 0, 0, NULL, 0, 0 },
	};
	static const struct nb_coverage_content contents[] = {
		{ { "举措", 6 }, NB_COVER_WEAK, false },
		{ { "其他", 6 }, NB_COVER_MISSING, true },
	};
	const struct nb_coverage c = {
		.item = items,
		.n = NB_COUNT(items),
		.basis = NB_S("规定"),
		.content = contents,
		.n_contents = NB_COUNT(contents),
	};
	g_autoptr(GString) full = g_string_new(NULL);
	g_autoptr(GString) json = g_string_new(NULL);

	nb_coverage_render(full, &c, false);
	g_assert_cmpstr(full->str, ==,
	    "大纲项      覆盖      字数    数据  行\n"
	    "监督        ✔ 有       885       3  23、122\n"
	    "  依法决策  △ 弱        12       0  23\n"
	    "执法        ✘ 缺         0       0  -\n"
	    "法定内容（规定）：△ 举措  － 其他\n");
	nb_coverage_json(json, &c);
	g_assert_cmpstr(json->str, ==,
	    "{\"type\":\"coverage\",\"file\":\"\",\"items\":["
	    "{\"item\":\"监督\",\"status\":\"strong\",\"chars\":885,"
	    "\"figures\":3,\"lines\":[23,122]},"
	    "{\"item\":\"依法决策\",\"status\":\"weak\",\"chars\":12,"
	    "\"figures\":0,\"lines\":[23],\"depth\":1},"
	    "{\"item\":\"执法\",\"status\":\"missing\",\"chars\":0,"
	    "\"figures\":0,\"lines\":[]}],\"statutory\":["
	    "{\"content\":\"举措\",\"status\":\"weak\"},"
	    "{\"content\":\"其他\",\"status\":\"missing\"}]}\n");
}

#define ADD_ROWS(rows, prefix, field, test) \
	for (size_t i = 0; i < NB_COUNT(rows); i++) { \
		g_autofree char *row = \
		    g_strconcat(prefix, rows[i].field, NULL); \
		g_test_add_data_func(row, GSIZE_TO_POINTER(i), test); \
	}

int
main(int argc, char **argv)
{
	const char *root = g_getenv("NIANBAO_ROOT");
	g_autofree char *path = g_build_filename(root != NULL ? root : ".",
	    "templates/outline-annual/outline.yaml", NULL);
	struct nb_diags d;
	int status;

	g_test_init(&argc, &argv, NULL);
	arena = nb_arena_new();
	nb_diags_init(&d, arena);
	outline = nb_outline_load(arena, path, &d);
	g_assert_nonnull(outline);
	g_test_add_func("/check/registry", test_registry);
	g_test_add_func("/check/walk", test_walk);
	g_test_add_func("/check/matrix", test_matrix);
	ADD_ROWS(figures, "/check/figures/", name, test_figures);
	status = g_test_run();
	nb_arena_free(arena);
	return status;
}
