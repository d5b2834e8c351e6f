/*
 * What a PDF says of the record it shows, and of how it was made: fields of
 * 元数据, 档号, 指标 for other programs, the record for verify.
 */
#include "base/arena.h"
#include "cli/archive/indicators.h"
#include "cli/archive/making.h"
#include "output/pdf/xml.h"
#include "pages.h"

#define HEAD "年度: 2024\n机关: 甲街道\n"
#define TAIL "章节: [{标题: 总, 正文: 全年甲。}]\n"

/* A report, and each of its fields: “name=value|value;”. */
static const struct fact_case {
	const char *name, *yaml, *want;
} facts[] = {
	{ "least", HEAD TAIL,
	    "文种=报告;标题=甲街道2024年法治政府建设年度报告;"
	    "发文机关或签发人署名=甲街道;年度=2024;" },
	{ "all",
	    HEAD
	    "标题: 题\n主送: 区政府\n联合机关: [乙局]\n成文日期: 2025-02-26\n"
	    "附注: 此件公开发布\n附件: [表]\n"
	    "版头: {份号: \"000001\", 密级: 秘密★1年, 紧急程度: 加急, "
	    "发文机关标志: [甲街道, 乙局文件], 文号: 甲〔2025〕3号, "
	    "签发人: [张三, 李四]}\n"
	    "版记: {抄送: 丙, 印发机关: 甲办, 印发日期: 2025-02-28}\n"
	    "档案: {全宗号: J012, 门类: WS, 保管期限: 30年, 机构代码: BGS, "
	    "件号: \"0012\"}\n公开日期: 2025-03-18\n"
	    "公开: {索引号: QH-1, 主题分类: 司法, 主题词: [法治, 报告], "
	    "公开方式: 主动公开, 内容概述: 全年的事。}\n" TAIL,
	    "文种=报告;份号=000001;密级和保密期限=秘密★1年;紧急程度=加急;"
	    "发文机关标志=甲街道|乙局文件;发文字号=甲〔2025〕3号;"
	    "签发人=张三|李四;标题=题;主送机关=区政府;附件说明=表;"
	    "发文机关或签发人署名=甲街道|乙局;成文日期=2025-02-26;"
	    "附注=此件公开发布;抄送机关=丙;印发机关=甲办;印发日期=2025-02-28;"
	    "档号=J012-WS·2024-D30-BGS-0012;全宗号=J012;门类=WS;年度=2024;"
	    "保管期限=30年;机构或问题=BGS;件号=0012;主题词=法治|报告;"
	    "摘要=全年的事。;索引号=QH-1;主题分类=司法;公开方式=主动公开;"
	    "公开日期=2025-03-18;" },
	{ "month",
	    HEAD "成文日期: 2025年2月\n标题: 题\n文号: 甲〔2025〕3号\n" TAIL,
	    "文种=报告;发文字号=甲〔2025〕3号;标题=题;"
	    "发文机关或签发人署名=甲街道;成文日期=2025-02;年度=2024;" },
	{ "no-whole-code",
	    HEAD "标题: 题\n档案: {全宗号: J012, 保管期限: 永久}\n" TAIL,
	    "文种=报告;标题=题;发文机关或签发人署名=甲街道;全宗号=J012;"
	    "年度=2024;保管期限=永久;" },
	{ "notice",
	    "年度: 2025\n机关: 甲街道\n文种: 工作方案\n标题: 题\n"
	    "印发: {标题: 通知题, 主送: 各社区, 日期: 2025-03-01, "
	    "正文: 印发给你们。}\n" TAIL,
	    "文种=通知;标题=题;主送机关=各社区;"
	    "发文机关或签发人署名=甲街道;成文日期=2025-03-01;年度=2025;" },
	{ "traditional",
	    "字形: 繁体\n" HEAD "标题: 題\n公开: {公开方式: 依申请公开}\n" TAIL,
	    "文种=報告;标题=題;发文机关或签发人署名=甲街道;年度=2024;"
	    "公开方式=依申請公開;" },
};

static void
test_facts(const void *data)
{
	const struct fact_case *c = data;
	g_autoptr(GString) got = g_string_new(NULL);
	struct pages p;

	if (!pages_ready())
		return;
	p = pages_make(c->yaml, -1);
	for (uint32_t i = 0; i < p.pages->n_facts; i++) {
		const struct nb_fact *f = &p.pages->fact[i];

		g_string_append_printf(got, NB_FMT "=", NB_ARG(f->name));
		for (uint32_t k = 0; k < f->n; k++)
			g_string_append_printf(got, "%s" NB_FMT,
			    k > 0 ? "|" : "", NB_ARG(f->value[k]));
		g_string_append_c(got, ';');
	}
	g_assert_cmpstr(got->str, ==, c->want);
	pages_release(&p);
}

static const struct {
	const char *text, *want;
} xml[] = {
	{ "甲<乙>&\"丙'", "甲&lt;乙&gt;&amp;&quot;丙&apos;" },
	{ "a\x01"
	  "b\x1f",
	    "a b " },
	{ "\xEF\xBF\xBE", " " }, /* U+FFFE */
	{ "a\tb\nc", "a\tb\nc" },
};

static void
test_xml(void)
{
	for (size_t i = 0; i < NB_COUNT(xml); i++) {
		g_autoptr(GString) s = g_string_new(NULL);

		nb_xml_put(s, nb_str_z(xml[i].text));
		g_assert_cmpstr(s->str, ==, xml[i].want);
	}
}

static void
test_indicators(void)
{
	static const char yaml[] =
	    HEAD "指标:\n  复议: {值: 71件 = 受理50 + 其他21, 上年: 60件}\n"
		 "  率: 98.10%\n  补助: 1.25万元\n  会: {值: ≥3次, 目标: 4次}\n"
		 "  言: 若干\n" TAIL;
	g_autoptr(GString) s = g_string_new(NULL);
	struct pages p;

	if (!pages_ready())
		return;
	p = pages_make(yaml, -1);
	nb_indicators_json(s, p.arena, p.report);
	g_assert_cmpstr(s->str, ==,
	    "{\"年度\":\"2024\",\"机关\":\"甲街道\",\"指标\":[\n"
	    "{\"名称\":\"复议\",\"值\":\"71件\",\"数\":71,\"单位\":\"件\","
	    "\"式\":\"受理50 + 其他21\",\"上年\":\"60件\"},\n"
	    "{\"名称\":\"率\",\"值\":\"98.10%\",\"数\":98.10,"
	    "\"单位\":\"%\"},\n"
	    "{\"名称\":\"补助\",\"值\":\"1.25万元\",\"数\":12500,"
	    "\"单位\":\"元\"},\n"
	    "{\"名称\":\"会\",\"值\":\"≥3次\",\"目标\":\"4次\"},\n"
	    "{\"名称\":\"言\",\"值\":\"若干\"}\n]}\n");
	pages_release(&p);
}

static void
check_file(const struct nb_making_file *a, const struct nb_making_file *b)
{
	g_assert_true(nb_str_eq(a->name, b->name));
	g_assert_true(nb_str_eq(a->sum, b->sum));
}

/* What is written is read back, whatever the files are called. */
static void
test_making(void)
{
	static const struct nb_making_file source[] = {
		{ { "a: \"b\" #c.yaml", 15 }, { "01", 2 } },
		{ { "年报\n2.yaml", 13 }, { "02", 2 } },
	};
	static const uint32_t read[] = { 2, 0, 1 };
	const struct nb_making m = {
		.program = NB_S("nianbao 1.2"),
		.conform = true,
		.template = { NB_S("./本街道"), NB_S("aa") },
		.outline = { NB_S("outline-annual"), NB_S("bb") },
		.roles = { NB_S("roles.yaml"), NB_S("cc") },
		.font = source,
		.n_fonts = 1,
		.source = source,
		.n_sources = NB_COUNT(source),
		.read = read,
		.n_reads = NB_COUNT(read),
	};
	g_autoptr(GString) s = g_string_new(NULL);
	struct nb_arena *a = nb_arena_new();
	struct nb_making got;
	struct nb_diags d;

	nb_diags_init(&d, a);
	nb_making_write(s, &m);
	g_assert_true(nb_making_read(
	    a, NULL, (struct nb_str){ s->str, s->len }, &d, &got));
	g_assert_true(nb_str_eq(got.program, m.program));
	g_assert_true(got.conform);
	check_file(&got.template, &m.template);
	check_file(&got.outline, &m.outline);
	check_file(&got.roles, &m.roles);
	g_assert_cmpuint(got.words.name.n, ==, 0);
	g_assert_cmpuint(got.n_fonts, ==, 1);
	check_file(&got.font[0], &source[0]);
	g_assert_cmpuint(got.n_sources, ==, 2);
	check_file(&got.source[1], &source[1]);
	g_assert_cmpuint(got.n_reads, ==, 3);
	for (size_t i = 0; i < NB_COUNT(read); i++)
		g_assert_cmpuint(got.read[i], ==, read[i]);
	nb_arena_free(a);
}

#define RECORD "记录: 1\n程序: nianbao 1\n版式: {名: a}\n稿子: [{名: b}]\n"

static const struct {
	const char *name, *text;
	bool good;
} records[] = {
	{ "least", RECORD, true },
	{ "empty", "", false },
	{ "later", "记录: 2\n", false },
	{ "no-source", "记录: 1\n程序: nianbao 1\n版式: {名: a}\n", false },
	{ "no-template", "记录: 1\n程序: nianbao 1\n稿子: [{名: b}]\n", false },
	{ "no-list", RECORD "依次读取: 3\n字体: x\n", true },
	{ "no-numbers", RECORD "依次读取: [x, [], -1, 99]\n", true },
	{ "no-yaml", "{{{", false },
};

static void
test_record(const void *data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	struct nb_making got;
	struct nb_diags d;

	nb_diags_init(&d, a);
	g_assert_true(nb_making_read(a, NULL, nb_str_z(records[i].text), &d,
			  &got) == records[i].good);
	g_assert_true((d.first == NULL) == records[i].good);
	for (uint32_t k = 0; k < got.n_reads; k++)
		g_assert_cmpuint(got.read[k], ==, 0);
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(facts); i++) {
		g_autofree char *name =
		    g_strdup_printf("/archive/facts/%s", facts[i].name);

		g_test_add_data_func(name, &facts[i], test_facts);
	}
	for (size_t i = 0; i < NB_COUNT(records); i++) {
		g_autofree char *name =
		    g_strdup_printf("/archive/record/%s", records[i].name);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_record);
	}
	g_test_add_func("/archive/xml", test_xml);
	g_test_add_func("/archive/indicators", test_indicators);
	g_test_add_func("/archive/making", test_making);
	return g_test_run();
}
