/*
 * The box over an article: which of its lines become keys, which are kept for
 * the comment, which go, and which are the article's.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "import/buttons.h"
#include "import/furniture.h"
#include "import/lines.h"
#include "import/log.h"
#include "import/vocabulary.h"

#include <glib.h>
#include <string.h>

/* Lines end with LF; “[甲|乙]” is a row of a table.  The answer has a key a
 * line, # before what is kept, > before a line of the article. */
static const struct {
	const char *name, *lines, *answer;
} rows[] = {
	{ "colons", "成文日期：2024-03-20\n发布机构：柳溪街道办事处",
	    "机关 柳溪街道办事处\n成文 2024-03-20\n" },
	{ "colons-spaced", "索 引 号：QH-1\n有  效  性 ：有效",
	    "索引 QH-1\n# 有效性：有效\n" },
	{ "several-on-a-line",
	    "发布日期：2024-03-26    文章来源：柳溪街道办事处   浏览：12次",
	    "公开 2024-03-26\n来源 柳溪街道办事处\n" },
	{ "without-blanks",
	    "发布时间：2024-03-26 09:10来源：柳溪街道办事处字号：大中小",
	    "公开 2024-03-26\n来源 柳溪街道办事处\n" },
	{ "without-blanks-short", "来源：本网作者：甲编辑：乙",
	    "# 来源：本网\n# 作者：甲\n# 编辑：乙\n" },
	{ "label-in-a-word", "公示时间：一周", "> 公示时间：一周\n" },
	{ "bars", "来源：柳溪街道办事处 | 发布日期：2024/3/26 | 打印",
	    "公开 2024-03-26\n来源 柳溪街道办事处\n" },
	{ "brackets",
	    "【来源：柳溪街道办事处】【发布时间：2024.3.26】【字体：大 中 小】",
	    "公开 2024-03-26\n来源 柳溪街道办事处\n" },
	{ "buttons-behind", "发布时间：2024年3月26日 16:05 【打印】【关闭】",
	    "公开 2024-03-26\n" },
	{ "date-first", "2024-03-26 10:20:33 来源：柳溪街道办事处",
	    "公开 2024-03-26\n来源 柳溪街道办事处\n" },
	{ "date-and-buttons", "2024-03-26 打印 关闭 分享",
	    "公开 2024-03-26\n" },
	{ "date-day-first", "26.03.2024  19:40", "公开 2024-03-26\n" },
	{ "date-in-words", "2024年3月26日", "> 2024年3月26日\n" },
	{ "date-iso", "发布时间：2024-03-26T08:00:00", "公开 2024-03-26\n" },
	{ "date-and-words", "发布时间：2024-03-26 柳溪",
	    "公开 2024-03-26\n# 柳溪\n" },
	{ "date-bad", "成文日期：2024-02-30", "# 成文日期：2024-02-30\n" },
	{ "byline", "街道司法所 柳溪街道 2025-01-24 18:30",
	    "公开 2025-01-24\n# 街道司法所 柳溪街道\n" },
	{ "byline-not", "柳溪街道 2025-01", "> 柳溪街道 2025-01\n" },
	{ "next-line",
	    "名    称：\n甲街道2024年报告\n文    号：\n柳街〔2024〕3号",
	    "标题 甲街道2024年报告\n文号 柳街〔2024〕3号\n" },
	{ "next-line-empty", "成文日期：\n发文日期：\n2024-03-26",
	    "公开 2024-03-26\n" },
	{ "empty-beside", "有效性：有效\n主题词：\n青荷区柳溪街道办事处",
	    "# 有效性：有效\n> 青荷区柳溪街道办事处\n" },
	{ "terms", "索引号\nQH-1\n发布机构\n柳溪街道办事处\n文号\n",
	    "机关 柳溪街道办事处\n索引 QH-1\n" },
	{ "glued", "索引号QH-1\n发布机构柳溪街道办事处\n有效性有效",
	    "机关 柳溪街道办事处\n索引 QH-1\n# 有效性：有效\n" },
	{ "glued-all", "索引号QH-1发布机构柳溪街道办事处发文字号有效性有效",
	    "机关 柳溪街道办事处\n索引 QH-1\n# 有效性：有效\n" },
	{ "blanks-all", "索引号 QH-1 发布机构 柳溪街道办事处 有效性 有效",
	    "机关 柳溪街道办事处\n索引 QH-1\n# 有效性：有效\n" },
	{ "glued-traditional", "發佈機構柳溪街道辦事處\n公開日期2020-03-05",
	    "机关 柳溪街道辦事處\n公开 2020-03-05\n" },
	{ "glued-alone", "主题教育工作情况", "> 主题教育工作情况\n" },
	{ "tabs", "索引号\tQH-1\t发布机构\t柳溪街道办事处",
	    "机关 柳溪街道办事处\n索引 QH-1\n" },
	{ "cells", "[索引号|QH-1|发布机构|柳溪街道办事处]\n[文号||有效性|有效]",
	    "机关 柳溪街道办事处\n索引 QH-1\n# 有效性：有效\n" },
	{ "cells-with-colons",
	    "[信息名称：|甲报告]\n[主题分类：|政务公开|生成日期：|2021-02-26]",
	    "标题 甲报告\n成文 2021-02-26\n分类 政务公开\n" },
	{ "cells-of-both", "[索引号：QH-1|发布日期：2024-03-26]",
	    "公开 2024-03-26\n索引 QH-1\n" },
	{ "cells-below",
	    "[索引号|发布机构|成文日期]\n[QH-1|柳溪街道办事处|2024-03-20]",
	    "机关 柳溪街道办事处\n成文 2024-03-20\n索引 QH-1\n" },
	{ "cells-unknown-label", "[索引号|QH-1|文件层级|街道级|有效性|有效]",
	    "索引 QH-1\n# 文件层级：街道级\n# 有效性：有效\n" },
	{ "table-of-the-report", "[类别|2022年|2023年]\n[行政处罚|65|71]",
	    "> 表\n" },
	{ "box-below-a-heading", "一、甲\n[索引号|QH-1|有效性|有效]",
	    "> 一、甲\n> 表\n" },
	{ "said-twice", "发布日期：2024-03-26\n发布时间：2024-03-26",
	    "公开 2024-03-26\n" },
	{ "said-otherwise", "发布日期：2024-03-26\n更新时间：2024-03-28",
	    "公开 2024-03-26\n# 更新时间：2024-03-28\n" },
	{ "topic-twice", "主题分类：司法；执法\n信息分类：其他",
	    "分类 司法；执法\n# 信息分类：其他\n" },
	{ "topic-below", "索引号\nQH-1\n主题分类\n司法；执法\n有效性\n有效",
	    "索引 QH-1\n分类 司法；执法\n# 有效性：有效\n" },
	{ "keywords-twice", "主 题 词：法治 政府\n关键词：法治 政府",
	    "词 法治 政府\n" },
	{ "access", "公开方式：主动公开\n公开类别：政务公开",
	    "方式 主动公开\n# 公开类别：政务公开\n" },
	{ "access-traditional", "公開方式：主動公開\n索引號：QH-1",
	    "索引 QH-1\n方式 主动公开\n" },
	{ "summary", "[内容概述|报告全年工作，共五章。|索引号|QH-1]",
	    "索引 QH-1\n概述 报告全年工作，共五章。\n" },
	{ "summary-empty", "索引号\nQH-1\n内容概述\n甲街道2024年报告",
	    "索引 QH-1\n> 甲街道2024年报告\n" },
	{ "summary-below",
	    "索引号\nQH-1\n内容概述\n甲街道报告2024年法治政府建设的主要做法，"
	    "存在的问题和原因，提出2025年的任务安排，"
	    "并附上上年任务完成情况和任务清单，请公众监督，"
	    "欢迎提出意见。\n有效性\n有效\n2024年，甲街道推进法治建设。",
	    "索引 QH-1\n概述 甲街道报告2024年法治政府建设的主要做法，"
	    "存在的问题和原因，提出2025年的任务安排，"
	    "并附上上年任务完成情况和任务清单，请公众监督，"
	    "欢迎提出意见。\n# 有效性：有效\n> "
	    "2024年，甲街道推进法治建设。\n" },
	{ "counter", "浏览次数：218\n点击：[]次\n阅读 105", "" },
	{ "menu", "首页 | 公开 | 服务", "" },
	{ "menu-not", "甲 | 公开 | 服务", "> 甲 | 公开 | 服务\n" },
	{ "foot",
	    "一、甲\n青ICP备00000000号-1　政府网站标识码：0000000000\n"
	    "地址：青荷区政府路1号\n【打印本页】【关闭窗口】",
	    "> 一、甲\n" },
};

/* Cells are divided by bars. */
static void
add_row(struct nb_arena *a, struct nb_raw_table *t, const char *text)
{
	g_auto(GStrv) word = g_strsplit(text, "|", -1);
	const guint n = g_strv_length(word);
	struct nb_raw_row *row = nb_new_n(a, struct nb_raw_row, t->n + 1);
	struct nb_raw_cell *cell = nb_new_n(a, struct nb_raw_cell, n);

	for (guint i = 0; i < n; i++)
		cell[i] =
		    (struct nb_raw_cell){ nb_arena_str(a, nb_str_z(word[i])), 1,
			    1 };
	if (t->n > 0)
		memcpy(row, t->row, t->n * sizeof(*row));
	row[t->n++] = (struct nb_raw_row){ cell, n };
	t->row = row;
}

static struct nb_raw
raw_of(struct nb_arena *a, const char *text)
{
	struct nb_lines lines = { .arena = a };
	g_auto(GStrv) line = g_strsplit(text, "\n", -1);
	struct nb_raw_table *t = NULL;

	for (guint i = 0; line[i] != NULL; i++) {
		struct nb_raw_line add = { .row = i + 1 };

		if (line[i][0] != '[') {
			t = NULL;
			add.text = nb_arena_str(a, nb_str_z(line[i]));
			nb_lines_add(&lines, add);
			continue;
		}
		if (t == NULL) {
			add.table = t = nb_new(a, struct nb_raw_table);
			nb_lines_add(&lines, add);
		}
		line[i][strlen(line[i]) - 1] = '\0';
		add_row(a, t, line[i] + 1);
	}
	return (struct nb_raw){ .line = lines.line, .n = lines.n };
}

static const struct nb_vocabulary *
read_words(struct nb_arena *a)
{
	const struct nb_vocabulary *words;
	struct nb_diags d;

	nb_diags_init(&d, a);
	words = nb_vocabulary_load(
	    a, NB_SOURCE_ROOT "/templates/import-annual/import.yaml", &d);
	g_assert_nonnull(words);
	return words;
}

static void
say(GString *out, const char *key, struct nb_str s)
{
	if (s.n > 0)
		g_string_append_printf(out, "%s " NB_FMT "\n", key, NB_ARG(s));
}

static void
test_row(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	const struct nb_raw raw = raw_of(a, rows[i].lines);
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_draft d = { 0 };
	struct nb_import_log log;
	struct nb_raw kept;
	const struct nb_vocabulary *words = read_words(a);

	nb_log_init(&log, a);
	kept = nb_furniture(a, &raw, words, &d, &log);
	say(out, "标题", d.title.text);
	say(out, "机关", d.organ.text);
	say(out, "文号", d.number.text);
	say(out, "成文", d.issued.text);
	say(out, "公开", d.published.text);
	say(out, "来源", d.source.text);
	say(out, "索引", d.index.text);
	say(out, "分类", d.topic.text);
	say(out, "词", d.keywords.text);
	say(out, "方式", d.access.text);
	say(out, "概述", d.summary.text);
	for (uint32_t k = 0; k < d.aside.n; k++)
		say(out, "#", d.aside.text[k].text);
	for (uint32_t k = 0; k < kept.n; k++)
		say(out, ">",
		    kept.line[k].table != NULL ? NB_S("表")
					       : kept.line[k].text);
	g_assert_cmpstr(out->str, ==, rows[i].answer);
	nb_arena_free(a);
}

static void
test_buttons(void)
{
	static const struct {
		const char *text;
		size_t at;
	} line[] = { { "打印 关闭", 0 }, { "甲 打印", 3 }, { "甲【打印】", 3 },
		{ "打印 甲", 10 }, { "", 0 }, { "浏览次数：12次 打印", 0 },
		{ "12 打印", 2 }, { "甲 浏览 12 乙", 17 } };

	struct nb_arena *a = nb_arena_new();
	const struct nb_vocabulary *words = read_words(a);

	for (size_t i = 0; i < NB_COUNT(line); i++)
		g_assert_cmpuint(
		    nb_buttons_at_end(words, nb_str_z(line[i].text)), ==,
		    line[i].at);
	g_assert_true(nb_buttons_only(words, NB_S("【大 中 小】")));
	g_assert_true(nb_buttons_only(words, NB_S("|")));
	g_assert_false(nb_buttons_only(words, NB_S("甲 打印")));
	g_assert_false(nb_buttons_only(words, NB_S("")));
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *name =
		    g_strconcat("/import/metadata/", rows[i].name, NULL);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_row);
	}
	g_test_add_func("/import/buttons", test_buttons);
	return g_test_run();
}
