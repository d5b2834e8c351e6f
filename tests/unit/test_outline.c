/*
 * The outline: what a heading speaks of, and what the real documents cover.
 */
#include "base/arena.h"
#include "base/hant.h"
#include "check/check.h"
#include "check/coverage.h"
#include "check/headings.h"
#include "diag/diag.h"
#include "source/reader.h"
#include "style/outline.h"
#include "style/year_scan.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static struct nb_arena *arena;
static const struct nb_outline *outline;

static char *
path_in(const char *variable, const char *name)
{
	const char *folder = g_getenv(variable);

	return g_build_filename(folder != NULL ? folder : ".", name, NULL);
}

/* In a report of 2024; NULL: nothing of its own. */
static const struct {
	const char *name, *heading, *topic;
} topics[] = {
	{ "next/step", "下一步工作打算", "下年任务" },
	{ "next/year", "2025年重点工作", "下年任务" },
	{ "next/coming", "下一年度推进法治建设的安排", "下年任务" },
	{ "next/before-problems", "不足之处及下一步措施", "下年任务" },
	{ "next/this-year-is-not", "2024年重点工作", NULL },
	{ "next/not-in-a-range", "衔接2021—2025年规划", NULL },
	{ "next/not-in-a-document", "学习《2025年工作要点》", NULL },
	{ "problems/plain", "存在的问题和原因", "存在问题" },
	{ "problems/short", "当前工作的短板", "存在问题" },
	{ "problems/lack", "工作中存在的不足", "存在问题" },
	{ "problems/weak-link", "薄弱环节分析", "存在问题" },
	{ "principal/duty", "第一责任人履职情况", "第一责任人" },
	{ "principal/perform", "党政主要负责人履行法治职责", "第一责任人" },
	{ "documents/control", "加强规范性文件监督管理", "规范性文件" },
	{ "documents/review", "规范性文件合法性审核", "规范性文件" },
	{ "documents/system", "健全依法行政制度体系", "规范性文件" },
	{ "documents/law-making", "办好基层立法联系点", "规范性文件" },
	{ "over-enforcement/plain", "强化行政执法监督", "执法监督" },
	{ "over-enforcement/acts", "加强对执法行为的监督", "执法监督" },
	{ "review/plain", "规范办理行政复议案件", "复议应诉" },
	{ "review/court", "负责人出庭应诉", "复议应诉" },
	{ "review/suit", "提升行政应诉质量", "复议应诉" },
	{ "oversight/power", "强化对行政权力的监督", "监督" },
	{ "oversight/restraint", "健全权力制约机制", "监督" },
	{ "oversight/accept", "自觉接受人大监督", "监督" },
	{ "oversight/audit", "配合审计整改", "监督" },
	{ "oversight/inspect", "用好政府督查", "监督" },
	{ "oversight/court", "尊重司法监督", "监督" },
	{ "oversight/bare-word-is-not", "加强工程质量监督", NULL },
	{ "disputes/plain", "多元化解矛盾", "化解纠纷" },
	{ "disputes/mediate", "做实人民调解", "化解纠纷" },
	{ "disputes/petition", "依法办理信访事项", "化解纠纷" },
	{ "disputes/source", "推进诉源治理", "化解纠纷" },
	{ "disputes/rule", "开展行政裁决", "化解纠纷" },
	{ "decision/major", "规范重大行政决策", "依法决策" },
	{ "decision/counsel", "用好法律顾问", "依法决策" },
	{ "decision/lawyer", "公职律师坐班", "依法决策" },
	{ "decision/open-is-not", "推进决策信息公开", "政务公开" },
	{ "enforcement/plain", "严格规范执法", "执法" },
	{ "enforcement/three", "落实三项制度", "执法" },
	{ "enforcement/scale", "公平适用裁量基准", "执法" },
	{ "enforcement/penalty", "规范行政处罚", "执法" },
	{ "enforcement/learn-is-not", "领导干部学法用法执法考试",
	    "普法与能力" },
	{ "open/plain", "扩大政务公开", "政务公开" },
	{ "open/site", "办好政府网站", "政务公开" },
	{ "open/random", "推行“双随机、一公开”", "政务公开" },
	{ "lead/plain", "加强组织领导", "组织领导" },
	{ "lead/party", "坚持党的领导", "组织领导" },
	{ "lead/duty", "压实主体责任", "组织领导" },
	{ "lead/assess", "严格年度考核", "组织领导" },
	{ "lead/inspect", "迎接法治督察", "组织领导" },
	{ "lead/agenda", "列入重要议事日程", "组织领导" },
	{ "service/plain", "优化营商环境", "职能与营商" },
	{ "service/approve", "压缩审批时限", "职能与营商" },
	{ "service/list", "更新权力清单", "职能与营商" },
	{ "service/office", "提升政务服务", "职能与营商" },
	{ "digital/plain", "建设数字政府", "数字政府" },
	{ "digital/net", "推广“互联网+”监管", "数字政府" },
	{ "emergency/plain", "健全应急预案", "应急" },
	{ "learn/plain", "深入开展普法", "普法与能力" },
	{ "learn/leaders", "领导干部带头学法", "普法与能力" },
	{ "learn/society", "推进法治社会建设", "普法与能力" },
	{ "none/container", "主要举措和成效", NULL },
	{ "none/atmosphere", "营造良好氛围", NULL },
	{ "none/empty", "", NULL },
};

static void
test_topic(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const struct nb_topic *got =
	    nb_outline_topic(outline, nb_str_z(topics[i].heading), 2025);
	const struct nb_str name = got != NULL ? got->name : NB_S("");
	const char *want = topics[i].topic != NULL ? topics[i].topic : "";

	if (!nb_str_eq(name, nb_str_z(want)))
		g_error("%s: " NB_FMT ", not %s", topics[i].heading,
		    NB_ARG(name), want);
}

static const struct {
	const char *name, *paragraph, *item;
	bool evident;
} evidence[] = {
	{ "problems", "但也存在一些问题和不足。主要是：一是力量不够；",
	    "存在问题", true },
	{ "across-a-sentence", "存在困难。问题不大，一是人少；", "存在问题",
	    false },
	{ "no-list", "工作中存在不足，需要改进。", "存在问题", false },
	{ "wrong-order", "一是走访。存在不足。", "存在问题", false },
	{ "second-chance", "存在隐患。仍存在一些不足：一是人少；", "存在问题",
	    true },
	{ "next", "下一步，我街道将继续努力。", "下年任务", true },
	{ "next-year", "2025年，街道将继续努力。", "下年任务", true },
	{ "this-year", "2024年，街道将工作落细。", "下年任务", false },
};

static void
test_evidence(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);

	const struct nb_outline_item *item = nb_outline_item_named(outline,
	    nb_str_z(evidence[i].item), NB_KIND_REPORT, NB_LEVEL_STREET);

	g_assert_true(nb_outline_evident(item, nb_str_z(evidence[i].paragraph),
			  2025) == evidence[i].evident);
}

static const struct {
	const char *name, *heading;
	int year[3];
} years[] = {
	{ "plain", "2024年工作和2025年打算", { 2024, 2025, 0 } },
	{ "degree", "2024年度报告", { 2024, 0 } },
	{ "blank", "2024 年工作", { 2024, 0 } },
	{ "range", "2021—2025年规划", { 0 } },
	{ "range-of-two", "2021年至2025年规划", { 0 } },
	{ "long-dash", "2021——2025年规划", { 0 } },
	{ "document", "落实《2019年规定》的2024年工作", { 2024, 0 } },
	{ "open-document", "《2024年工作", { 2024, 0 } },
	{ "no-year", "完成2024件", { 0 } },
	{ "five-digits", "12024年", { 0 } },
	{ "old", "1999年", { 0 } },
	{ "empty", "", { 0 } },
};

static void
test_years(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const struct nb_str s = nb_str_z(years[i].heading);
	size_t at = 0, begin = 0;

	for (size_t k = 0; k < NB_COUNT(years[i].year); k++) {
		const int year = nb_year_next(s, &at, &begin);

		g_assert_cmpint(year, ==, years[i].year[k]);
		if (year == 0)
			return;
		g_assert_cmpint(atoi(s.p + begin), ==, year); /* a place in s */
	}
}

static void
test_fold(void)
{
	const struct nb_str s = NB_S("行政復議與行政複議，組織領導 a");

	g_assert_true(nb_str_eq(
	    nb_hant_fold(arena, s), NB_S("行政复议与行政复议，组织领导 a")));
}

/* A file beside which there is nothing; 依照 looks in templates/. */
static const struct nb_outline *
load_own(const char *yaml, struct nb_diags *d)
{
	g_autofree char *name = NULL;
	g_autofree char *templates = path_in("NIANBAO_ROOT", "templates");
	const int fd = g_file_open_tmp("outline-XXXXXX.yaml", &name, NULL);
	const struct nb_outline *o;

	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	g_assert_true(g_file_set_contents(name, yaml, -1, NULL));
	nb_diags_init(d, arena);
	o = nb_outline_load_own(arena, name, templates, d);
	g_unlink(name);
	return o;
}

#define BASED "依照: outline-annual\n名称: own\n标题: 大纲\n"

/* Outlines that cannot be used, where that is, and what is said of it. */
static const struct {
	const char *name, *yaml, *says;
	unsigned line;
	bool usable;
} broken[] = {
	{ "empty", "", "缺“名称”", 1, false },
	{ "unknown-key", BASED "标提: 年报\n", "没有“标提”这个键", 4, true },
	{ "list-wanted", BASED "主题: 监督\n", "应是一列主题", 4, false },
	{ "count-wanted", BASED "最少字数: 许多\n", "应是一个整数", 4, false },
	{ "unknown-topic", BASED "大纲:\n- 项: 监督\n  强: [督查]\n",
	    "主题里没有“督查”", 6, false },
	{ "unknown-item",
	    BASED "法定内容:\n  内容:\n  - {名: 举措, 项: [成效]}\n",
	    "大纲里没有“成效”", 6, false },
	{ "unknown-kind",
	    BASED "大纲: [{项: 监督, 强: [监督], 文种: [决定]}]\n",
	    "应是“年度报告”“工作方案”", 4, false },
	{ "unknown-level", BASED "大纲: [{项: 监督, 强: [监督], 级别: [村]}]\n",
	    "应是“街道”“乡镇”", 4, false },
	{ "unknown-need", BASED "大纲: [{项: 监督, 强: [监督], 要求: 必须}]\n",
	    "应是“必写”", 4, false },
	{ "no-way-to-know", BASED "大纲:\n- 项: 组织\n- 项: 监督\n",
	    "“组织”没有写怎样从标题里认出来", 5, false },
	{ "twice",
	    BASED "大纲:\n- {项: 监督, 强: [监督]}\n"
		  "- {项: 监督, 词: [督查]}\n",
	    "“监督”写了两次", 6, false },
	{ "twice-but-apart",
	    BASED "大纲:\n- {项: 监督, 强: [监督], 级别: [街道]}\n"
		  "- {项: 监督, 词: [督查], 级别: [部门]}\n",
	    NULL, 0, true },
	{ "too-deep",
	    BASED
	    "大纲:\n- 项: 甲\n  子项:\n  - 项: 乙\n    子项:\n"
	    "    - 项: 丙\n      词: [丙]\n      子项: [{项: 丁, 词: [丁]}]\n",
	    "大纲最多3层", 11, false },
	{ "unknown-base", "依照: 国家大纲\n名称: own\n标题: 大纲\n",
	    "所依照的大纲“国家大纲”不在模板里", 1, false },
	{ "only-words", BASED "最少字数: 100\n", NULL, 0, true },
	{ "numbers-unknown-key", BASED "数字: {量词: [件]}\n",
	    "没有“量词”这个键", 4, true },
	{ "numbers-list-wanted", BASED "数字: {单位: {件: 个}}\n", "应是一列词",
	    4, false },
	{ "numbers-list-empty", BASED "数字: {单位: 、}\n", "应是一列词", 4,
	    false },
	{ "numbers-list-as-text", BASED "数字: {单位: 件、个}\n", NULL, 0,
	    true },
	{ "numbers-rate-wanted", BASED "数字: {率: {办结率: [办结]}}\n",
	    "应是{分子: [词], 分母: [词]}", 4, false },
	{ "numbers-year-wanted", BASED "数字: {常报始于: 去年}\n",
	    "应是一个年份", 4, false },
	{ "wording-key", BASED "用语: {计划语气: {情太: [要]}}\n",
	    "没有“情太”这个键", 4, true },
	{ "wording-group", BASED "用语: {计划语气: [要]}\n", "应是若干个键", 4,
	    false },
	{ "wording-list", BASED "用语: {已做: {了: 过}}\n", "应是一列词", 4,
	    false },
	{ "wording-word", BASED "用语: {已做: [[了]]}\n", "应是一个词", 4,
	    false },
};

static void
test_broken(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const struct nb_diag *g;
	struct nb_diags d;
	const bool usable = load_own(broken[i].yaml, &d) != NULL;

	g_assert_true(usable == broken[i].usable);
	if (broken[i].says == NULL) {
		g_assert_null(d.first);
		return;
	}
	for (g = d.first; g != NULL; g = g->next)
		if (nb_str_has(g->message, nb_str_z(broken[i].says)))
			break;
	g_assert_nonnull(g);
	g_assert_cmpuint(
	    nb_text_pos(g->span.text, g->span.begin).line, ==, broken[i].line);
}

static const char own_outline[] = BASED
    "主题:\n"
    "- {名: 执法, 词: [执法], 权重: 2}\n"
    "- {名: 监督, 词: [监督], 权重: 2}\n"
    "- {名: 普法, 词: [普法], 权重: 1}\n"
    "- {名: 应急, 词: [应急]}\n"
    "- {名: 职能与营商, 词: [营商], 权重: 1}\n"
    "大纲:\n"
    "- {项: 执法, 又名: [规范执法], 强: [执法]}\n"
    "- {项: 监督, 强: [监督]}\n"
    "- 项: 普法\n"
    "  强: [普法]\n"
    "  子项:\n"
    "  - {项: 法治文化, 词: [法治文化, 阵地], 否决: [文化馆], 要求: 可写}\n"
    "- {项: 应急, 强: [应急]}\n"
    "- {项: 营商, 强: [职能与营商]}\n";

/* Which items a heading counts for, in a city's own outline. */
static const struct {
	const char *name, *heading, *items;
} own[] = {
	{ "one", "严格执法", "执法" },
	{ "two-of-a-weight", "规范执法，强化监督", "执法 监督" },
	{ "the-first-in-the-table", "强化监督，规范执法", "执法 监督" },
	{ "heavier-behind", "执法普法", "执法 普法" },
	{ "lighter-behind", "执法护航营商", "执法" },
	{ "lighter-alone", "优化营商环境", "营商" },
	{ "no-weight", "应急执法", "执法" },
	{ "own-word", "建设法治阵地", "普法 法治文化" },
	{ "child-is-parent", "繁荣法治文化", "普法 法治文化" },
	{ "veto", "法治文化进文化馆", "" },
	{ "topic-below", "自觉接受审计", "" },
	{ "none", "综述", "" },
};

static void
test_own(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *yaml =
	    g_strconcat("年度: 2024\n机关: 甲\n章节:\n- {标题: “",
		own[i].heading, "”, 正文: 乙}\n", NULL);
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_diags d;
	const struct nb_outline *o = load_own(own_outline, &d);
	const struct nb_report *r = nb_report_build(arena,
	    nb_source_yaml(arena,
		nb_source_text(arena, NB_S("t.yaml"), nb_str_z(yaml), &d), &d),
	    NULL, &d);
	const struct nb_headings hs = nb_headings_map(arena, r, o);

	for (uint32_t k = 0; k < o->n_items; k++)
		if (nb_heading_cover(&hs, &hs.heading[0], &o->item[k]) ==
		    NB_COVER_STRONG)
			g_string_append_printf(got, "%s" NB_FMT,
			    got->len > 0 ? " " : "", NB_ARG(o->item[k].name));
	g_assert_cmpstr(got->str, ==, own[i].items);
}

/* What the file does not say comes from the outline below. */
static void
test_based(void)
{
	struct nb_diags d;
	const struct nb_outline *o = load_own(own_outline, &d);

	g_assert_nonnull(o);
	g_assert_null(d.first);
	g_assert_cmpuint(o->n_items, ==, 6);
	g_assert_cmpuint(o->item[3].depth, ==, 1);
	g_assert_cmpuint(o->item[3].parent, ==, 2);
	g_assert_cmpuint(o->n_topics, ==, outline->n_topics + 2);
	g_assert_true(nb_str_eq(o->topic[0].name, NB_S("普法")));
	g_assert_cmpuint(o->least_han, ==, outline->least_han);
	g_assert_true(nb_str_eq(nb_outline_item_named(o, NB_S("规范执法"),
				    NB_KIND_REPORT, NB_LEVEL_STREET)
				    ->name,
	    NB_S("执法")));
}

/* Every list that a rule goes by is there: it would find nothing else. */
static void
test_wording(void)
{
	const struct nb_words *list = (const void *)&outline->wording;

	for (size_t i = 0; i < sizeof(outline->wording) / sizeof(*list); i++)
		g_assert_cmpuint(list[i].n, >, 0);
}

/* checks.md 2.3, column by column. */
static const char *const columns[] = { "组织领导", "依法决策", "执法", "监督",
	"化解纠纷", "存在问题", "下年任务", "第一责任人" };

static const struct {
	const char *file, *cover;
} seeds[] = {
	{ "hanyang-2023.yaml", "✔✔✔✔✔---" },
	{ "haojiang-2021.yaml", "✔✔✔✔✔✔✔✔" },
	{ "haojiang-2021-hant.yaml", "✔✔✔✔✔✔✔✔" },
	{ "hedong-2021-2025.yaml", "✔✔✔✔✔---" },
	{ "jinhu-2023.yaml", "✔✔✔△✔✔✔✔" },
	{ "hongshan-2017.yaml", "✔✔✔✔△✘✘✘" },
};

static const char *
mark_of(const struct nb_coverage *c, const char *column)
{
	for (uint32_t k = 0; k < c->n; k++)
		if (nb_str_eq(c->item[k].item, nb_str_z(column)))
			return nb_cover_mark(c->item[k].cover);
	return "-";
}

static void
test_seed(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *path = path_in("NIANBAO_SEEDS", seeds[i].file);
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_arena *a;
	struct nb_coverage c;
	struct nb_diags d;
	const struct nb_text *text;

	if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
		g_test_skip("the real documents are not at hand");
		return;
	}
	a = nb_arena_new();
	nb_diags_init(&d, a);
	g_assert_cmpint(nb_source_open(a, path, &d, &text), ==, NB_OK);
	c = nb_check_report(a,
	    nb_report_build(a, nb_source_yaml(a, text, &d), NULL, &d), outline,
	    NULL, &d);
	for (size_t k = 0; k < NB_COUNT(columns); k++)
		g_string_append(got, mark_of(&c, columns[k]));
	g_assert_cmpstr(got->str, ==, seeds[i].cover);
	nb_arena_free(a);
}

/* The example of a city's own outline is without fault. */
static void
test_example(void)
{
	g_autofree char *path =
	    path_in("NIANBAO_ROOT", "examples/outlines/yunzhou.yaml");
	g_autofree char *templates = path_in("NIANBAO_ROOT", "templates");
	struct nb_diags d;

	nb_diags_init(&d, arena);
	g_assert_nonnull(nb_outline_load_own(arena, path, templates, &d));
	g_assert_null(d.first);
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
	g_autofree char *path =
	    path_in("NIANBAO_ROOT", "templates/outline-annual/outline.yaml");
	struct nb_diags d;
	int status;

	g_test_init(&argc, &argv, NULL);
	arena = nb_arena_new();
	nb_diags_init(&d, arena);
	outline = nb_outline_load(arena, path, &d);
	g_assert_nonnull(outline);
	g_assert_null(d.first);
	ADD_ROWS(topics, "/outline/topic/", name, test_topic);
	ADD_ROWS(evidence, "/outline/evidence/", name, test_evidence);
	ADD_ROWS(years, "/outline/year/", name, test_years);
	ADD_ROWS(broken, "/outline/broken/", name, test_broken);
	ADD_ROWS(own, "/outline/own/", name, test_own);
	ADD_ROWS(seeds, "/outline/seed/", file, test_seed);
	g_test_add_func("/outline/fold", test_fold);
	g_test_add_func("/outline/based", test_based);
	g_test_add_func("/outline/example", test_example);
	g_test_add_func("/outline/wording", test_wording);
	status = g_test_run();
	nb_arena_free(arena);
	return status;
}
