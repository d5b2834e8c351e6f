/*
 * The YAML writer: what it looks like, and that reading it gives the same.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "model/prose.h"
#include "source/node.h"
#include "source/reader.h"
#include "source/write.h"

#include <glib.h>

struct look {
	const char *name;
	void (*write)(struct nb_writer *w);
	const char *yaml;
};

static void
write_keys(struct nb_writer *w)
{
	nb_write_text(w, NB_S("年度"), NB_S("2024"));
	nb_write_text(w, NB_S("机关"), NB_S("青荷区柳溪街道办事处"));
	nb_write_text(w, NB_S("文号"), NB_S("柳街发〔2025〕3号"));
	nb_write_text(w, NB_S("自称"), NB_S(""));
}

static void
write_sections(struct nb_writer *w)
{
	const struct nb_str para[] = {
		NB_S("第一句。第二句，说“好。”了！第三句？"),
		NB_S(" 又一段。 "),
	};
	const struct nb_str brief = NB_S("平稳推进。");

	nb_write_comment(w, NB_S("一行\n\n又一行"));
	nb_write_gap(w);
	nb_write_gap(w);
	nb_write_open(w, NB_S("章节"));
	nb_write_item(w);
	nb_write_comment(w, NB_S("存疑：第3行"));
	nb_write_text(w, NB_S("标题"), NB_S("组织领导"));
	nb_write_open(w, NB_S("条目"));
	nb_write_item(w);
	nb_write_comment(w, NB_S("存疑：第4行"));
	nb_write_text(w, NB_S("标题"), NB_S("甲"));
	nb_write_paras(w, NB_S("正文"), para, 2);
	nb_write_item(w);
	nb_write_text(w, NB_S("标题"), NB_S("乙"));
	nb_write_paras(w, NB_S("正文"), &brief, 1);
	nb_write_close(w);
	nb_write_gap(w);
	nb_write_item(w);
	nb_write_text(w, NB_S("标题"), NB_S("依法决策"));
	nb_write_close(w);
}

static void
write_names(struct nb_writer *w)
{
	const struct nb_str level[] = { NB_S("一、"), NB_S("（一）"),
		NB_S("1."), NB_S("（1）") };
	const struct nb_str long_name[] = {
		NB_S("青荷区柳溪街道办事处法治政府建设重点任务清单"),
		NB_S("附件：又一份"),
		NB_S("青荷区柳溪街道办事处行政执法事项目录"),
	};

	nb_write_open(w, NB_S("编号"));
	nb_write_names(w, NB_S("层次"), level, 4);
	nb_write_close(w);
	nb_write_names(w, NB_S("附件"), long_name, 1);
	nb_write_names(w, NB_S("附件"), long_name, 3);
}

static void
write_rows(struct nb_writer *w)
{
	const struct nb_write_pair pair[] = {
		{ NB_S("文字"), NB_S("合计") },
		{ NB_S("跨列"), NB_S("2") },
	};
	const struct nb_write_cell head[] = {
		{ .text = NB_S("民事, 行政") },
		{ .pair = pair, .n = 2 },
	};
	const struct nb_write_cell row[] = {
		{ .text = NB_S("12") },
		{ .text = NB_S("") },
	};

	nb_write_open(w, NB_S("行"));
	nb_write_row(w, head, 2);
	nb_write_row(w, row, 2);
	nb_write_close(w);
}

static void
write_quoted(struct nb_writer *w)
{
	nb_write_text(w, NB_S("标题"), NB_S("{指标}占一半"));
	nb_write_text(w, NB_S("标题"), NB_S("it's: 甲"));
	nb_write_text(w, NB_S("标题"), NB_S("'甲"));
	nb_write_text(w, NB_S("标题"), NB_S("“2024”"));
	nb_write_text(w, NB_S("标题"), NB_S("“放管服”改革"));
	nb_write_text(w, NB_S("标题"), NB_S("甲\n乙"));
	nb_write_text(w, NB_S("标题"), NB_S("19:40，C#、甲:乙"));
}

static const struct look looks[] = {
	{ "keys", write_keys,
	    "年度: 2024\n机关: 青荷区柳溪街道办事处\n"
	    "文号: 柳街发〔2025〕3号\n自称:\n" },
	{ "sections", write_sections,
	    "# 一行\n#\n# 又一行\n\n"
	    "章节:\n# 存疑：第3行\n- 标题: 组织领导\n"
	    "  条目:\n  # 存疑：第4行\n  - 标题: 甲\n    正文: |\n"
	    "      第一句。\n"
	    "      第二句，说“好。”了！\n      第三句？\n\n      又一段。\n"
	    "  - 标题: 乙\n    正文: 平稳推进。\n\n- 标题: 依法决策\n" },
	{ "names", write_names,
	    "编号:\n  层次: [一、, （一）, 1., （1）]\n"
	    "附件: 青荷区柳溪街道办事处法治政府建设重点任务清单\n"
	    "附件:\n- 青荷区柳溪街道办事处法治政府建设重点任务清单\n"
	    "- '附件：又一份'\n- 青荷区柳溪街道办事处行政执法事项目录\n" },
	{ "rows", write_rows,
	    "行:\n- ['民事, 行政', {文字: 合计, 跨列: 2}]\n- [12, '']\n" },
	{ "quoted", write_quoted,
	    "标题: '{指标}占一半'\n标题: 'it''s: 甲'\n标题: '''甲'\n"
	    "标题: '“2024”'\n标题: “放管服”改革\n标题: \"甲\\n乙\"\n"
	    "标题: 19:40，C#、甲:乙\n" },
};

static void
test_look(gconstpointer p)
{
	const struct look *l = p;
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_writer w = { .out = out };

	l->write(&w);
	g_assert_cmpuint(w.depth, ==, 0);
	g_assert_cmpstr(out->str, ==, l->yaml);
}

/* Strings that a plain value of YAML, or its mercy, would change. */
#define S(lit) \
	{ \
		lit, sizeof(lit) - 1 \
	}

static const struct nb_str hard[] = {
	S("甲"),
	S(" 甲 "),
	S("　甲"),
	S("甲: 乙"),
	S("甲:"),
	S("甲 #乙"),
	S("# 甲"),
	S("- 甲"),
	S("-甲"),
	S("—甲: 乙"),
	S("－ 标题: 甲"),
	S("? 甲"),
	S(": 甲"),
	S("[甲"),
	S("{甲}"),
	S("*甲"),
	S("&a 甲"),
	S("!甲"),
	S("|"),
	S("｜"),
	S("> 60"),
	S(">=60学时"),
	S("%甲"),
	S("@甲"),
	S("`甲"),
	S("'"),
	S("\""),
	S("\"甲”"),
	S("“甲: 乙”"),
	S("“12”"),
	S("~"),
	S("null"),
	S("是"),
	S("---"),
	S("..."),
	S("标题：甲"),
	S("标题 甲"),
	S("标题:甲"),
	S("甲，乙"),
	S("甲,乙"),
	S("甲\t乙"),
	S("甲\n乙\n"),
	S("甲\r\n乙"),
	S("甲\0乙"),
	S("甲\xE2\x80\xA8乙"),
	S("\xEF\xBB\xBF甲"),
	S("甲\xC2\x85乙"),
	S("甲\xC2\xA0乙"),
	S("甲  乙"),
	S("\\n"),
	S("甲\xEF\xBF\xBD乙"),
	S("\xF0\xA0\x80\x80"),
};

struct doc {
	struct nb_arena *arena;
	struct nb_diags diags;
	const struct nb_node *root;
};

static struct doc
read_back(const GString *yaml)
{
	struct doc doc = { .arena = nb_arena_new() };
	const struct nb_str bytes = { yaml->str, yaml->len };

	nb_diags_init(&doc.diags, doc.arena);
	doc.root = nb_source_yaml(doc.arena,
	    nb_source_text(doc.arena, NB_S("t"), bytes, &doc.diags),
	    &doc.diags);
	return doc;
}

static void
assert_equal(struct nb_str got, struct nb_str want, const GString *yaml)
{
	if (nb_str_eq(got, want))
		return;
	g_test_message("%s", yaml->str);
	g_test_message(
	    "“" NB_FMT "” ≠ “" NB_FMT "”", NB_ARG(got), NB_ARG(want));
	g_test_fail();
}

static void
assert_same(const struct nb_node *node, struct nb_str s, const GString *yaml)
{
	g_assert_nonnull(node);
	g_assert_cmpint(node->kind, ==, NB_NODE_SCALAR);
	assert_equal(node->scalar.value, s, yaml);
}

/* As a value, as an item, in a list on a line, as a cell and as a key. */
static void
test_same(gconstpointer p)
{
	const struct nb_str *s = p;
	const struct nb_str names[] = { *s, NB_S("乙"), *s };
	const struct nb_write_pair pair = { NB_S("文字"), *s };
	const struct nb_write_cell cell[] = { { .text = *s },
		{ .pair = &pair, .n = 1 } };
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_writer w = { .out = out };
	const struct nb_node *list;
	struct doc doc;

	nb_write_text(&w, NB_S("标题"), *s);
	nb_write_names(&w, NB_S("列"), names, 3);
	nb_write_open(&w, NB_S("行"));
	nb_write_row(&w, cell, 2);
	nb_write_close(&w);
	nb_write_text(&w, *s, NB_S("甲"));
	nb_write_text(&w, NB_S("附注"), *s);
	doc = read_back(out);
	g_assert_null(doc.diags.first);
	assert_same(nb_node_get(doc.root, NB_S("标题")), *s, out);
	assert_same(nb_node_get(doc.root, NB_S("附注")), *s, out);
	assert_same(nb_node_get(doc.root, *s), NB_S("甲"), out);
	list = nb_node_get(doc.root, NB_S("列"));
	g_assert_cmpuint(list->list.n, ==, 3);
	assert_same(list->list.item[0], *s, out);
	assert_same(list->list.item[2], *s, out);
	list = nb_node_get(doc.root, NB_S("行"))->list.item[0];
	assert_same(list->list.item[0], *s, out);
	assert_same(nb_node_get(list->list.item[1], NB_S("文字")), *s, out);
	nb_arena_free(doc.arena);
}

static const struct nb_str paras[] = {
	S("平稳推进。"),
	S("第一句。第二句。 第三句（内。有句号）。"),
	S("（括号没有成对。第二句。"),
	S("”倒过来。第二句“。"),
	S("# 像注释。- 像列表。标题: 像键。| 像竖线。"),
	S("完成率98%。ABC. Next sentence. 好！！！真的？！是。。"),
	S("甲\xE2\x80\xA8乙。丙。"),
	S("。"),
	S("--- 甲。... 乙。"),
};

static void
test_paras(void)
{
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_writer w = { .out = out };
	struct doc doc;
	struct nb_paras ps;

	nb_write_open(&w, NB_S("章节"));
	nb_write_item(&w);
	nb_write_paras(&w, NB_S("正文"), paras, NB_COUNT(paras));
	nb_write_close(&w);
	for (uint32_t i = 0; i < NB_COUNT(paras); i++) {
		g_autofree char *key = g_strdup_printf("段%u", i);

		nb_write_paras(&w, nb_str_z(key), &paras[i], 1);
	}
	doc = read_back(out);
	g_assert_null(doc.diags.first);
	for (uint32_t i = 0; i < NB_COUNT(paras); i++) {
		g_autofree char *key = g_strdup_printf("段%u", i);

		ps = nb_paras_read(doc.arena,
		    nb_node_get(doc.root, nb_str_z(key)), NULL, &doc.diags);
		g_assert_cmpuint(ps.n, ==, 1);
		assert_equal(ps.para[0].text, paras[i], out);
	}
	ps = nb_paras_read(doc.arena,
	    nb_node_get(nb_node_get(doc.root, NB_S("章节"))->list.item[0],
		NB_S("正文")),
	    NULL, &doc.diags);
	g_assert_cmpuint(ps.n, ==, NB_COUNT(paras));
	nb_arena_free(doc.arena);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(looks); i++) {
		g_autofree char *path =
		    g_strdup_printf("/write/%s", looks[i].name);

		g_test_add_data_func(path, &looks[i], test_look);
	}
	for (size_t i = 0; i < NB_COUNT(hard); i++) {
		g_autofree char *path = g_strdup_printf("/write/same-%zu", i);

		g_test_add_data_func(path, &hard[i], test_same);
	}
	g_test_add_func("/write/paras", test_paras);
	return g_test_run();
}
