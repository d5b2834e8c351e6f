/*
 * Next year's file: one line at a time, in every way it may be written.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "import/next.h"
#include "source/reader.h"

#include <glib.h>

struct row {
	const char *name, *was, *now; /* behind 年度: 2024⏎ */
};

#define RECALL(blanks, first) \
	blanks "# " \
	       "上年的问题：没有解决的再写一遍，在“原因”里说清为什么还在" \
	       "\n" blanks "#   " first "\n"

static const struct row rows[] = {
	{ "title", "标题: 甲2024年度报告\n", "标题: 甲2025年度报告\n" },
	{ "title-of-other", "标题: 落实《2024年要点》2024年、2025年工作\n",
	    "标题: 落实《2024年要点》2025年、2026年工作\n" },
	{ "title-range", "标题: 2021—2024年规划，12024号\n",
	    "标题: 2021—2024年规划，12024号\n" },
	{ "date", "成文日期: 2025-02-26\n", "成文日期:\n" },
	{ "date-comment", "成文日期: 2025-02-26 # 报送\n",
	    "成文日期:  # 报送\n" },
	{ "until", "数据截至: 2024-12-31\n", "数据截至: 2025-12-31\n" },
	{ "quoted", "文号: '甲〔2025〕1号'\n", "文号:\n" },
	{ "last-again", "上年: 2023.yaml\n", "上年: l.yaml\n" },
	{ "last-empty", "上年:\n", "上年: l.yaml\n" },
	{ "lead", "导语: |-\n  一。\n\n  二。\n\n结语: 完。\n",
	    "导语: |-\n\n结语: 完。\n" },
	{ "lead-at-end", "导语: |\n  一。", "导语: |" },
	{ "lead-folded", "导语: >\n  一。\n", "导语: >\n" },
	{ "figure", "指标:\n  甲: 8次\n", "指标:\n  甲: {值: , 上年: 8次}\n" },
	{ "figures-in-braces", "指标: {甲: 8次, 乙: {值: 9件, 说明: 多}}\n",
	    "指标: {甲: {值: , 上年: 8次}, 乙: {值: , 上年: 9件, 说明: }}\n" },
	{ "figure-note",
	    "指标:\n  甲: {值: 3件 = 乙1 + 丙2, 上年: 9件}  # 上年算式：9件 = "
	    "乙9\n",
	    "指标:\n  甲: {值: , 上年: 3件}  # 上年算式：3件 = 乙1 + 丙2\n" },
	{ "figure-note-gone",
	    "指标:\n  甲: {值: 3件, 上年: 9件}  # 上年算式：9件 = 乙9\n",
	    "指标:\n  甲: {值: , 上年: 3件}\n" },
	{ "figure-empty", "指标:\n  甲:\n", "指标:\n  甲:\n" },
	{ "figure-block", "指标:\n  甲:\n    值: 8次 # 丙\n    上年:\n",
	    "指标:\n  甲:\n    值:  # 丙\n    上年: 8次\n" },
	{ "promise-of-figure",
	    "指标:\n  甲: {值: 9件, 上年: 7件}\n下年任务:\n"
	    "- 任务: 甲多于{甲}，{甲.同比}{乙}\n",
	    "指标:\n  甲: {值: , 上年: 9件}\n上年任务:\n"
	    "- 任务: 甲多于9件，增加2件{乙}\n  进展:\n  依据:\n\n下年任务:\n"
	    "  清单:\n  - 任务:\n    目标:\n    时限:\n    责任:\n" },
	{ "bare-promise-of-figure",
	    "指标:\n  甲: 9件\n下年任务: [\"甲多于{甲}\"]\n",
	    "指标:\n  甲: {值: , 上年: 9件}\n上年任务:\n- 任务: 甲多于9件\n"
	    "  进展:\n  依据:\n\n下年任务:\n  清单:\n  - 任务:\n"
	    "    目标:\n    时限:\n    责任:\n" },
	{ "title-of-figure", "指标:\n  甲: 9件\n章节:\n- 标题: 甲{甲.同比}\n",
	    "指标:\n  甲: {值: , 上年: 9件}\n章节:\n"
	    "- 标题: 甲{甲.同比}\n" },
	{ "section-in-braces", "章节: [{标题: 甲, 正文: 乙。}]\n",
	    "章节: [{标题: 甲, 正文: }]\n" },
	{ "section-synonym", "章节:\n- 标题: 甲\n  内容: 乙。\n",
	    "章节:\n- 标题: 甲\n  内容:\n" },
	{ "problems-bare", "存在问题:\n- 甲\n- 乙\n",
	    "存在问题:\n" RECALL("", "甲") "#   乙\n- 问题:\n  原因:\n"
					   "  措施:\n" },
	{ "problems-in-brackets", "存在问题: [甲, {问题: 乙, 原因: 丙}]\n",
	    "存在问题:\n" RECALL("", "甲") "#   乙\n- 问题:\n  原因:\n"
					   "  措施:\n" },
	{ "problems-in-braces", "存在问题: {清单: [甲]}\n",
	    "存在问题: {清单: }\n" },
	{ "problems-lead", "存在问题:\n  导语: 2024年还有\n  清单:\n  - 甲\n",
	    "存在问题:\n  导语:\n  清单:\n" RECALL(
		"  ", "甲") "  - 问题:\n    原因:\n    措施:\n" },
	{ "problems-recalled",
	    "存在问题:\n" RECALL("", "前年的") "- 问题: 甲\n",
	    "存在问题:\n" RECALL("", "甲") "- 问题:\n  原因:\n  措施:\n" },
	{ "table",
	    "章节:\n- 标题: 甲\n  表:\n    标题: 2024年情况\n"
	    "    列: [事项, 2023年, 2024年]\n    行:\n"
	    "    - [处罚, 6, '{处罚}']\n    - [检查, 3, {文字: 4, 跨列: 2}]\n",
	    "章节:\n- 标题: 甲\n  表:\n    标题: 2025年情况\n"
	    "    列: [事项, 2024年, 2025年]\n    行:\n"
	    "    - [处罚, '', '{处罚}']\n"
	    "    - [检查, '', {文字: '', 跨列: 2}]\n" },
	{ "table-head-merged",
	    "章节:\n- 标题: 甲\n  表:\n    行:\n"
	    "    - [{文字: 事项, 跨行: 2}, {文字: 件数, 跨列: 2}]\n"
	    "    - [2023年, 2024年]\n    - [处罚, 6, 7]\n",
	    "章节:\n- 标题: 甲\n  表:\n    行:\n"
	    "    - [{文字: 事项, 跨行: 2}, {文字: 件数, 跨列: 2}]\n"
	    "    - [2024年, 2025年]\n    - [处罚, '', '']\n" },
	{ "table-merged",
	    "章节:\n- 标题: 甲\n  表:\n    列: [乙, 丙]\n    行:\n"
	    "    - [{文字: 丁, 跨行: 2}, 1]\n    - [2]\n",
	    "章节:\n- 标题: 甲\n  表:\n    列: [乙, 丙]\n    行:\n" },
	{ "chart",
	    "章节:\n- 标题: 甲\n  图: {标题: 2023、2024年, 指标: [乙]}\n",
	    "章节:\n- 标题: 甲\n  图: {标题: 2024、2025年, 指标: [乙]}\n" },
	{ "attachment", "附件: [2024年情况表, 名单]\n",
	    "附件: [2025年情况表, 名单]\n" },
	{ "comments",
	    "# 自称\n自称: 我街道\n\n# 去年的\n# 事\n上年任务:\n- 甲\n"
	    "  # 完\n\n# 结语\n结语: 完。 # 尾\n# 末\n",
	    "# 自称\n自称: 我街道\n\n# 结语\n结语: 完。 # 尾\n# 末\n" },
	{ "disclosure",
	    "公开:\n  发布日期: 2025-03-18\n  索引号: QH-1 # 网站给\n  主题词: "
	    "[法治, 2024年度]\n"
	    "  公开方式: 主动公开\n  内容概述: 甲。\n",
	    "公开:\n  发布日期:\n  索引号:  # 网站给\n  主题词: [法治, "
	    "2025年度]\n"
	    "  公开方式: 主动公开\n  内容概述:\n" },
	{ "disclosure-in-braces",
	    "公开: {信息索引号: QH-1, 关键词: 法治}\n发布日期: 2025-03-18\n",
	    "公开: {信息索引号: , 关键词: 法治}\n发布日期:\n" },
	{ "closing-formula", "结语: |\n  特此报告。\n",
	    "结语: |\n  特此报告。\n" },
	{ "closing-long",
	    "结语: 总之，我街道将继续坚持以人民为中心，作出新的更大贡献。\n",
	    "结语:\n" },
	{ "tasks-in-brackets", "下年任务: [甲, 乙]\n",
	    "上年任务:\n- 任务: 甲\n  进展:\n  依据:\n"
	    "- 任务: 乙\n  进展:\n  依据:\n\n"
	    "下年任务:\n  清单:\n  - 任务:\n    目标:\n    时限:\n"
	    "    责任:\n" },
	{ "task-lines", "下年任务:\n- |\n  甲\n  乙\n",
	    "上年任务:\n- 任务: 甲乙\n  进展:\n  依据:\n\n"
	    "下年任务:\n  清单:\n  - 任务:\n    目标:\n    时限:\n"
	    "    责任:\n" },
	{ "last-tasks-gone", "上年任务:\n- 甲\n\n自称: 我街道\n",
	    "\n自称: 我街道\n" },
	{ "left-undone",
	    "上年任务:\n- 任务: 甲\n  进展: 未完成\n  原因: 没有场地\n"
	    "- 任务: 乙\n  进展: 完成\n- 任务: 丙\n  进展: 部分完成\n"
	    "下年任务:\n  清单:\n  - 任务: 丙\n",
	    "上年任务:\n  清单:\n  - 任务: 丙\n    进展:\n    依据:\n"
	    "  - 任务: 甲\n    进展:\n    依据:\n\n"
	    "下年任务:\n  清单:\n  - 任务:\n    目标:\n    时限:\n"
	    "    责任:\n" },
	{ "plan-gone", "方案: 2024年方案.yaml\n", "方案:\n" },
	{ "ignore-gone", "忽略: {T25: 引文}\n结语: 完。\n", "结语: 完。\n" },
	{ "table-all-done",
	    "任务表:\n  分组:\n  - 工作任务: 甲\n    任务:\n"
	    "    - 内容: 乙\n      进展: 完成\n",
	    "任务表:\n  分组:\n  - 工作任务:\n    任务:\n"
	    "    - 内容:\n      责任:\n      时限:\n" },
	{ "notice",
	    "印发:\n  正文: 现将《2024年方案》印发。\n  日期: 2024-1-2\n",
	    "印发:\n  正文: 现将《2025年方案》印发。\n  日期:\n" },
};

static void
test_next(gconstpointer p)
{
	const struct row *row = p;
	struct nb_arena *a = nb_arena_new();
	g_autofree char *was = g_strdup_printf("年度: 2024\n%s", row->was);
	const bool names = g_str_has_prefix(row->was, "上年: ") ||
	    g_str_has_prefix(row->was, "上年:\n");
	g_autofree char *want = g_strdup_printf(
	    "年度: 2025\n%s%s", names ? "" : "上年: l.yaml\n", row->now);
	const struct nb_text *text;
	const struct nb_node *root;
	struct nb_diags d;
	struct nb_next next;

	nb_diags_init(&d, a);
	text = nb_source_text(a, NB_S("t"), nb_str_z(was), &d);
	root = nb_source_yaml(a, text, &d);
	g_assert_cmpuint(d.n[NB_ERROR], ==, 0);
	g_assert_cmpint(
	    nb_next(a, text, root, NB_S("l.yaml"), &next), ==, NB_NEXT_FINE);
	g_assert_cmpstr(nb_arena_str(a, next.yaml).p, ==, want);
	nb_source_yaml(a, nb_source_text(a, NB_S("n"), next.yaml, &d), &d);
	g_assert_cmpuint(d.n[NB_ERROR], ==, 0);
	nb_arena_free(a);
}

/* No year to count from, or a map that has no lines. */
static void
test_refused(void)
{
	static const struct {
		const char *yaml;
		enum nb_next_fault fault;
	} refused[] = {
		{ "机关: 甲\n", NB_NEXT_NO_YEAR },
		{ "年度: 去年\n", NB_NEXT_NO_YEAR },
		{ "年度: 20242024202420242024\n", NB_NEXT_NO_YEAR },
		{ "- 甲\n", NB_NEXT_NO_YEAR },
		{ "", NB_NEXT_NO_YEAR },
		{ "年度: [2024]\n", NB_NEXT_NO_YEAR },
		{ "{年度: 2024}\n", NB_NEXT_IN_BRACES },
		{ "年度: 2021—2025\n", NB_NEXT_YEARS },
		{ "文种: 实施纲要\n年度: 2021—2025\n", NB_NEXT_OUTLINE },
		{ "年度: 9999\n", NB_NEXT_TOO_LATE },
	};

	for (size_t i = 0; i < NB_COUNT(refused); i++) {
		struct nb_arena *a = nb_arena_new();
		const struct nb_text *text;
		struct nb_next next;
		struct nb_diags d;

		nb_diags_init(&d, a);
		text =
		    nb_source_text(a, NB_S("t"), nb_str_z(refused[i].yaml), &d);
		g_assert_cmpint(nb_next(a, text, nb_source_yaml(a, text, &d),
				    NB_S("l"), &next),
		    ==, refused[i].fault);
		g_assert_cmpuint(next.yaml.n, ==, 0);
		nb_arena_free(a);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strdup_printf("/next/%s", rows[i].name);

		g_test_add_data_func(path, &rows[i], test_next);
	}
	g_test_add_func("/next/refused", test_refused);
	return g_test_run();
}
