/*
 * The clerk's traps: what is found, where, and that doing what the findings
 * say leaves nothing to be found.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "source/reader.h"

#include <glib.h>

/* A trap, and near misses: rows with nothing to find. */
static const struct {
	const char *name, *yaml, *findings;
} traps[] = {
	{ "full-colon", "年度：2023\n", "Y01@1:3" },
	{ "full-colon-blank", "年度： 2023\n", "Y01@1:3" },
	{ "full-colon-nested", "章节：\n- 标题：甲\n  正文：|\n    说：是\n",
	    "Y01@1:3 Y01@2:5 Y01@3:5" },
	{ "full-colon-digits", "指标:\n  甲: 1\n  12345热线：3\n", "Y01@3:10" },
	{ "full-colon-quoted-key", "'年度'：2023\n", "Y01@1:5" },
	{ "full-colon-in-text", "文: |\n  年度：2023\n  标题:甲\n", "" },
	{ "full-colon-in-value", "题: 年度：2023\n", "" },
	{ "full-colon-in-item", "附: \n- 说明：甲\n- 标题：乙\n", "" },
	{ "full-colon-same-items", "清单:\n- 问题：甲\n- 问题：乙\n",
	    "Y01@2:5 Y01@3:5" },
	{ "full-colon-in-more-text", "题: 甲\n  说明：乙\n", "Y07@1:4" },
	{ "full-colon-in-quotes", "题: \"甲\n  说明：乙\"\n", "Y07@1:4" },
	{ "full-colon-sentence", "文:\n  情况如下：\n", "" },
	{ "tab", "章:\n- 题: 甲\n\t文: 乙\n", "Y02@3:1" },
	{ "tab-in-text", "文: |\n  甲\n\t乙\n", "Y02@3:1" },
	{ "tab-behind", "年度:\t2023\t# 注\n", "" },
	{ "tab-empty-line", "文: |\n  甲\n\t\n  乙\n", "" },
	{ "tight-colon", "年度:2023\n机关: 甲\n", "Y03@1:3" },
	{ "tight-time", "会:\n- 上午9:30开会\n- http://a.cn/b\n", "" },
	{ "no-colon", "年度: 2023\n标题 年度报告\n", "Y03@2:3" },
	{ "tight-dash", "章:\n-题: 甲\n-题: 乙\n", "Y04@2:1 Y04@3:1" },
	{ "wide-dash", "章:\n－ 题: 甲\n", "Y04@2:1" },
	{ "negative", "增长: -5%\n比: \n- -3\n", "" },
	{ "curly", "年度: “2023”\n", "Y05@1:5" },
	{ "curly-colon", "题: “甲: 乙”\n", "Y05@1:4" },
	{ "curly-hash", "题: “甲 #乙”\n", "Y05@1:4" },
	{ "curly-text", "题: “法治”建设\n称: “我街道”\n", "" },
	{ "mixed-quotes", "题: \"甲”\n后: 1\n", "Y05@1:6" },
	{ "wide-comma", "位: [甲，乙]\n", "Y06@1:6" },
	{ "wide-comma-long",
	    "位: [甲, 加强领导，落实各级各部门的法治建设责任]\n", "" },
	{ "wide-colon", "率: {值：6次，上年：5次}\n",
	    "Y06@1:6 Y06@1:9 Y06@1:12" },
	{ "wide-bracket", "位: [甲, 乙］\n后: 1\n", "Y06@1:9" },
	{ "wide-bar", "文: ｜\n  甲：乙\n", "Y06@1:4" },
	{ "tight-in-braces", "率: {目标:100%}\n", "Y03@1:7" },
	{ "fold", "文: >\n  甲\n  乙\n", "Y07@1:4" },
	{ "fold-strip", "文: >-\n  甲\n", "Y07@1:4" },
	{ "lines-han", "文:\n  甲\n  乙\n", "Y07@2:3" },
	{ "lines-latin", "a: one\n  two\n", "" },
	{ "at-least", "目标: >=60学时\n", "Y08@1:5" },
	{ "more-than", "目标: >60\n后: 1\n", "Y08@1:5" },
	{ "figure", "据: {复议}占三成\n", "Y08@1:4" },
	{ "figure-alone", "据: {复议}\n", "Y08@1:4" },
	{ "figure-in-text", "文: |\n  {复议}占三成\n", "" },
	{ "braces", "率: {目标: 100%}\n空: {}\n", "" },
	{ "bracket", "号: [2023]12号\n", "Y08@1:4" },
	{ "bracket-comment", "号: [甲, 乙] # 注\n", "" },
	{ "marks", "a: %1\nb: @人\nc: `d\ne: *重*\nf: &和\ng: !叹\nh: - 一\n",
	    "Y08@1:4 Y08@2:4 Y08@3:4 Y08@4:4 Y08@5:4 Y08@6:4 Y08@7:4" },
	{ "inner-colon", "题: 普法: 甲\n", "Y09@1:6" },
	{ "last-colon", "题: 如下:\n", "Y09@1:6" },
	{ "inner-colon-item", "- 甲\n- 乙 丙: 丁: 戊\n", "Y09@2:9" },
	{ "hash", "题: 打造 #法治# 品牌\n", "Y10@1:7" },
	{ "comments", "甲: 1 # 注\n乙: 2   #注\n丙: C#1\n", "" },
	{ "wide-indent", "章:\n- 题: 甲\n　文: 乙\n", "Y11@3:1" },
	{ "no-break-indent", "章:\n- 题: 甲\n\xC2\xA0 文: 乙\n", "Y11@3:1" },
	{ "wide-in-text", "文: |\n  　　甲\n  乙\n", "" },
	{ "wide-text", "文: |\n　　甲\n", "Y11@2:1" },
	{ "deep-key", "年: 1\n 月: 2\n", "Y12@2:1" },
	{ "shallow-key", "章:\n- 题: 甲\n 文: 乙\n", "Y12@3:1" },
	{ "deep-dash", "章:\n- 题: 甲\n - 题: 乙\n", "Y12@3:1" },
	{ "deep-item", "位:\n- 甲\n - 乙\n", "Y12@3:1" },
	{ "deep-first-line", "文: |\n    甲。\n  乙。\n  丙。\n", "Y12@2:1" },
	{ "deep-next-line", "文: |\n  甲。\n    乙。\n", "" },
	{ "pasted-text", "文: |\n  甲。\n乙，没有缩进。\n后: 1\n", "Y12@3:1" },
	{ "pasted-value", "文: 甲，\n乙，没有缩进。\n后: 1\n",
	    "Y07@1:4 Y12@2:1" },
	{ "key-under-text", "- 题: 甲\n  文: |\n      乙\n    纲: 丙\n",
	    "Y12@4:1" },
	{ "dash-in-key-column", "章:\n- 题: 甲\n", "" },
	{ "repeated", "年: 1\n月: 2\n年: 3\n", "Y13@3:1" },
	{ "alias", "甲: &a 1\n乙: *a\n", "Y14@1:4 Y14@2:4" },
	{ "tag", "甲: !!str 1\n", "Y15@1:4" },
	{ "documents", "甲: 1\n---\n乙: 2\n", "Y17@2:1" },
	{ "document-marks", "---\n甲: 1\n...\n", "" },
	{ "document-in-text", "文: |\n  ---\n", "" },
	{ "merge", "<<: 1\n甲: 2\n", "Y18@1:1" },
	{ "no-key", "甲: 1\n: 2\n", "Y19@2:1" },
	{ "map-as-key", "甲: 1\n{乙: 2}: 3\n", "Y19@2:1" },
	{ "open-bracket", "位: [甲, 乙\n后: 1\n", "Y20@1:4" },
	{ "two-mistakes", "甲: [1\n乙: [2\n丙: 3\n", "Y20@1:4 Y20@2:4" },
	{ "quoted-start", "题: \"法治+\"行动\n", "Y21@1:4" },
	{ "quote-open", "题: \"法治\n后: 1\n", "Y21@1:4" },
	{ "quotes", "甲: 'it''s'\n乙: \"a\\\"b\" # 注\n", "" },
	{ "quotes-lines", "甲: 'one\n  ''two''\n  three'\n乙: 1\n", "" },
	{ "bar-text", "文: |甲。\n后: 1\n", "Y22@1:5" },
	{ "bar-comment", "文: | # 注\n  甲。\n", "" },
	{ "bar-digit", "文: |2-\n    甲\n  乙\n", "" },
};

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

/* Replaces every span that has a fix; the findings are sorted. */
static struct nb_str
apply_fixes(
    struct nb_arena *a, const struct nb_text *t, const struct nb_diags *d)
{
	g_autoptr(GString) out = g_string_new("");
	uint32_t at = 0;

	for (const struct nb_diag *g = d->first; g != NULL; g = g->next) {
		if (g->fix.n == 0 || g->span.begin < at)
			continue;
		g_string_append_len(
		    out, t->bytes.p + at, (gssize)(g->span.begin - at));
		g_string_append_len(out, g->fix.p, (gssize)g->fix.n);
		at = g->span.end;
	}
	g_string_append_len(out, t->bytes.p + at, (gssize)(t->bytes.n - at));
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}

static void
test_trap(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	g_autofree char *found = NULL;
	const struct nb_text *t;
	struct nb_diags d;

	nb_diags_init(&d, a);
	t = nb_source_text(a, NB_S("t"), nb_str_z(traps[i].yaml), &d);
	nb_source_yaml(a, t, &d);
	found = show(&d);
	g_assert_cmpstr(found, ==, traps[i].findings);
	for (const struct nb_diag *g = d.first; g != NULL; g = g->next) {
		g_assert_cmpuint(g->span.end, <=, t->bytes.n);
		g_assert_false(nb_str_ends(g->message, NB_S("。")));
	}
	nb_arena_free(a);
}

/* Property: the fixes of a row leave nothing of what they fix. */
static void
test_fix(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	const struct nb_text *t;
	struct nb_diags d, again;

	nb_diags_init(&d, a);
	nb_diags_init(&again, a);
	t = nb_source_text(a, NB_S("t"), nb_str_z(traps[i].yaml), &d);
	nb_source_yaml(a, t, &d);
	nb_diags_sort(&d);
	t = nb_source_text(a, NB_S("t"), apply_fixes(a, t, &d), &again);
	nb_source_yaml(a, t, &again);
	for (const struct nb_diag *g = again.first; g != NULL; g = g->next)
		if (g->fix.n > 0)
			g_error("%.*s: still " NB_FMT, (int)t->bytes.n,
			    t->bytes.p, NB_ARG(g->message));
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(traps); i++) {
		g_autofree char *trap =
		    g_strdup_printf("/mercy/trap/%s", traps[i].name);
		g_autofree char *fix =
		    g_strdup_printf("/mercy/fix/%s", traps[i].name);

		g_test_add_data_func(trap, GSIZE_TO_POINTER(i), test_trap);
		g_test_add_data_func(fix, GSIZE_TO_POINTER(i), test_fix);
	}
	return g_test_run();
}
