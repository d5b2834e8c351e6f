/*
 * The word lists: which words are found in what company, what they say of the
 * real documents, and that a mended word is not found again.
 */
#include "base/arena.h"
#include "check/check.h"
#include "diag/diag.h"
#include "source/reader.h"
#include "style/lexicon.h"
#include "style/outline.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

static struct nb_arena *arena;
static const struct nb_outline *outline;
static const struct nb_lexicon *lexicon;

static char *
path_in(const char *variable, const char *name)
{
	const char *folder = g_getenv(variable);

	return g_build_filename(folder != NULL ? folder : ".", name, NULL);
}

/* Findings of a YAML text as “CODE:line ”, of rules that are word lists. */
static char *
check(const struct nb_lexicon *lx, struct nb_str yaml)
{
	GString *got = g_string_new(NULL);
	const struct nb_report *r;
	struct nb_diags d;

	nb_diags_init(&d, arena);
	r = nb_report_build(arena,
	    nb_source_yaml(
		arena, nb_source_text(arena, NB_S("test"), yaml, &d), &d),
	    NULL, &d);
	nb_diags_init(&d, arena);
	nb_check_report(arena, r, outline, lx, &d);
	nb_diags_sort(&d);
	for (const struct nb_diag *g = d.first; g != NULL; g = g->next) {
		const struct nb_str id = nb_str_z(g->code->id);

		if (nb_lexicon_table(lexicon, id) < lexicon->n_tables ||
		    nb_str_eq(id, NB_S("T24")))
			g_string_append_printf(got, "%s:%u ", g->code->id,
			    nb_text_pos(g->span.text, g->span.begin).line);
	}
	return g_string_free(got, FALSE);
}

/* What checks.md 5.3 and 5.4 list for these rules. */
static const struct {
	const char *file, *want;
} seeds[] = {
	{ "hanyang-2023.yaml",
	    "T22:60 T20:81 C08:82 C08:132 T18:144 T20:187 T20:243 T20:253 "
	    "T18:298 " },
	{ "haojiang-2021.yaml",
	    "C09:64 T20:97 T20:97 T20:118 C09:122 T18:145 T18:164 T20:190 "
	    "P11:196 C09:205 T20:211 " },
	{ "haojiang-2021-hant.yaml",
	    "C09:65 T20:98 T20:98 T20:119 C09:123 T18:146 T18:165 T20:191 "
	    "P11:197 C09:206 " },
	{ "hedong-2021-2025.yaml", "T18:119 T18:313 T24:392 " },
	{ "hongshan-2017.yaml",
	    "C08:29 T20:29 S19:30 T12:38 T12:38 T12:38 T20:38 C08:39 S19:58 "
	    "T06:87 T17:91 S19:92 T18:106 T12:111 T20:111 T20:111 " },
	{ "jinhu-2023.yaml",
	    "T22:26 T20:28 C08:30 T20:37 T20:38 T19:39 T18:44 T21:44 P07:63 "
	    "T20:65 T22:70 P07:82 P07:95 T20:95 T22:117 T20:131 P07:140 "
	    "S18:144 P07:149 " },
};

static void
test_seed(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *path = path_in("NIANBAO_SEEDS", seeds[i].file);
	g_autofree char *bytes = NULL;
	g_autofree char *got = NULL;

	if (!g_file_get_contents(path, &bytes, NULL, NULL)) {
		g_test_skip("the real documents are not at hand");
		return;
	}
	got = check(lexicon, nb_str_z(bytes));
	g_assert_cmpstr(got, ==, seeds[i].want);
}

/* One sentence of a report of that year, dated in the next. */
static const struct {
	const char *name;
	int year;
	const char *text, *want;
} sentences[] = {
	{ "T06/plain", 2024, "逐项落实的的要求", "T06:4 " },
	{ "T06/took-part-and", 2024, "参与与监督并重，标的的金额", "" },
	{ "T06/came-to-know", 2024, "对情况作了了解，不了了之", "" },
	{ "T06/three", 2024, "有的的的确", "T06:4 " },
	{ "T12/regulation-title", 2024, "《河北省信息公开条例》", "" },
	{ "T12/longer-hides", 2024, "统计法实施条例", "" },
	{ "T12/period", 2024, "《法治政府建设实施纲要（2022—2025年）》",
	    "T12:4 " },
	{ "T12/periods-right", 2024, "《法治政府建设实施纲要（2021-2025年）》",
	    "" },
	{ "T16/with-date", 2024, "截止2024年底", "T16:4 " },
	{ "T16/closing-day", 2024, "截止日期", "" },
	{ "T20/in-a-title", 2024, "《商业机密保护办法》", "" },
	{ "T20/title-too", 2024, "《法制政府建设规划》", "T20:4 " },
	{ "T20/quoted-name", 2024, "“三公经费”", "" },
	{ "T20/other-word", 2024, "增强义务教育，发布署名文章", "" },
	{ "T21/title-of-book", 2024, "《习近平关于依法治国论述摘编》", "" },
	{ "T21/thought", 2024, "习近平法治思想、习近平总书记", "" },
	{ "T32/late", 2020, "区安监局", "T32:4 " },
	{ "T32/in-grace", 2019, "区安监局", "" },
	{ "T32/former", 2024, "原青荷区安监局", "" },
	{ "T32/renaming", 2024, "区安监局更名为应急管理局", "" },
	{ "T32/early", 2016, "区应急管理局", "T32:4 " },
	{ "T32/after", 2018, "区应急管理局", "" },
	{ "D12/early", 2020, "学习党的二十大精神", "D12:4 " },
	{ "D12/short", 2020, "学习二十大精神", "D12:4 " },
	{ "D12/by-then", 2022, "学习党的二十大精神", "" },
	{ "D12/awaited", 2020, "以优异成绩迎接党的二十大，学习有关精神", "" },
	{ "D12/twenty-kinds", 2016, "二十大类事项", "" },
	{ "D12/last-of-several", 2018,
	    "党的十九届二中、三中、四中、五中全会精神", "D12:4 " },
	{ "D12/other-congress", 2017, "十八届六中全会精神", "" },
	{ "D15/early", 2018, "贯彻习近平法治思想", "D15:4 " },
	{ "D15/by-then", 2020, "贯彻习近平法治思想", "" },
	{ "D16/old", 2022, "廉洁高效、守法诚信的法治政府", "D16:4 " },
	{ "D16/then", 2020, "廉洁高效、守法诚信的法治政府", "" },
	{ "D16/new-too-early", 2018, "智能高效、廉洁诚信、人民满意", "D16:4 " },
	{ "D17/repealed", 2023, "依照《信访条例》办理", "D17:4 " },
	{ "D17/same-year", 2022, "依照《信访条例》办理", "" },
	{ "D17/successor", 2023, "依照《信访工作条例》办理", "" },
	{ "D17/too-early", 2020, "依照《信访工作条例》办理", "D17:4 " },
	{ "D18/over", 2023, "实施“七五”普法规划", "D18:4 " },
	{ "D18/handing-over", 2021, "实施“七五”普法规划", "" },
	{ "D18/summed-up", 2023, "总结“七五”普法的做法", "" },
	{ "P07/obeyed", 2024, "严格执行行政法律法规规章", "" },
	{ "P07/revised-by-others", 2024, "学习新修订的法规规章", "" },
	{ "P07/made", 2024, "加强法规规章的制定和修订", "P07:4 " },
	{ "T19/two-clauses", 2024, "累计3次，累计4次", "" },
	{ "T19/one-clause", 2024, "累计参加学习累计4次", "T19:4 " },
	{ "T22/adverbs", 2024, "进一步充分发挥平台的运用", "T22:4 " },
	{ "T22/another-subject", 2024, "平台发挥资料的运用", "" },
	{ "T17/so-on", 2024, "等等", "" },
};

static struct nb_str
report_of(int year, const char *text)
{
	return nb_arena_printf(arena,
	    "年度: %d\n机关: 青荷区柳溪街道办事处\n导语:\n  %s\n", year, text);
}

static void
test_sentence(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *got =
	    check(lexicon, report_of(sentences[i].year, sentences[i].text));

	g_assert_cmpstr(got, ==, sentences[i].want);
}

/* A user's file, and what the words of ours and of it find then. */
static const struct {
	const char *name, *yaml, *text, *want;
} users[] = {
	{ "adds", "T20: [工作站 → 服务中心]", "工作站", "T20:4 " },
	{ "ours-stay", "T20: [工作站 → 服务中心]", "商业机密", "T20:4 " },
	{ "off-by-right", "T20:\n- {错: 商业机密, 正: \"\"}", "商业机密", "" },
	{ "off-by-arrow", "T20: [商业机密 →]", "商业机密", "" },
	{ "off", "T20:\n- {错: 商业机密, 关: 是}", "商业机密", "" },
	{ "replaced-by-level", "T20:\n- {错: 商业机密, 级别: 区县}", "商业机密",
	    "" },
	{ "other-table-stays", "T18: [商业机密]", "商业机密", "T18:4 T20:4 " },
	{ "several", "T20:\n- 错: [甲站, 乙站]\n  正: 丙站", "甲站、乙站",
	    "T20:4 T20:4 " },
	{ "switched-on", "T20:\n- {错: 法制机构, 正: 司法所}", "由法制机构审核",
	    "T20:4 " },
	{ "required", "D12:\n- {词: 二十大, 应有: 是}", "学法", "D12:1 " },
	{ "required-in-full", "D12:\n- {词: 二十大, 应有: 是}",
	    "学习党的二十大精神", "" },
	{ "required-there", "D12:\n- {词: 二十大, 应有: 是}", "二十大以后",
	    "" },
};

static const struct nb_lexicon *
load_with(const char *yaml, struct nb_diags *d)
{
	g_autofree char *ours =
	    path_in("NIANBAO_ROOT", "templates/words-annual/words.yaml");
	g_autofree char *user = NULL;
	const struct nb_lexicon *lx;
	int fd = g_file_open_tmp("words-XXXXXX", &user, NULL);

	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	g_assert_true(g_file_set_contents(user, yaml, -1, NULL));
	nb_diags_init(d, arena);
	lx = nb_lexicon_load(arena, ours, user, d);
	g_unlink(user);
	return lx;
}

static void
test_user(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_diags d;
	const struct nb_lexicon *lx = load_with(users[i].yaml, &d);
	g_autofree char *got = NULL;

	g_assert_nonnull(lx);
	g_assert_null(d.first);
	got = check(lx, report_of(2024, users[i].text));
	g_assert_cmpstr(got, ==, users[i].want);
}

/* Files that cannot be used, and what is said of them. */
static const struct {
	const char *name, *yaml, *says;
	bool usable;
} broken[] = {
	{ "unknown-table", "T99: [甲 → 乙]", "没有“T99”这张词表", false },
	{ "unknown-key", "T20:\n- {错: 甲, 启用年: 2020}", "没有“启用年”这个键",
	    true },
	{ "no-word", "T20:\n- {正: 乙}", "应是一个词条", false },
	{ "empty-word", "T20:\n- {错: \"\"}", "应是一个词", false },
	{ "no-list", "T20: 甲", "应是一列词条", false },
	{ "no-table", "- 甲", "应是若干张词表", false },
	{ "bad-day", "T32:\n- {错: 甲, 止: 去年}", "应是年、年月或日期",
	    false },
	{ "bad-level", "T20:\n- {错: 甲, 级别: 村}", "应是“街道”“乡镇”",
	    false },
	{ "bad-year", "T20:\n- {错: 甲, 至: 今年}", "应是年份", false },
	{ "bad-flag", "T20:\n- {错: 甲, 关: 对}", "应是“是”或“否”", false },
};

static void
test_broken(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_diags d;
	const struct nb_lexicon *lx = load_with(broken[i].yaml, &d);

	g_assert_cmpint(lx != NULL, ==, broken[i].usable);
	g_assert_nonnull(d.first);
	g_assert_true(nb_str_has(d.first->message, nb_str_z(broken[i].says)));
}

/* What is written in place of a word is not found again. */
static void
test_mended(void)
{
	for (uint32_t i = 0; i < lexicon->n_terms; i++) {
		const struct nb_term *t = lexicon->term[i];

		for (uint32_t k = 0; k < t->word.n && t->right.n > 0; k++) {
			const struct nb_str right =
			    nb_term_right(arena, t, t->word.word[k]);
			g_autofree char *text = g_strndup(right.p, right.n);
			g_autofree char *got =
			    check(lexicon, report_of(2024, text));
			g_autofree char *code = g_strndup(t->code.p, t->code.n);

			if (strstr(got, code) != NULL)
				g_error("%s: “%s” → %s", code, text, got);
		}
	}
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
	g_autofree char *words = NULL;
	g_autofree char *lines = NULL;
	struct nb_diags d;
	int status;

	g_test_init(&argc, &argv, NULL);
	arena = nb_arena_new();
	nb_diags_init(&d, arena);
	lines =
	    path_in("NIANBAO_ROOT", "templates/outline-annual/outline.yaml");
	words = path_in("NIANBAO_ROOT", "templates/words-annual/words.yaml");
	outline = nb_outline_load(arena, lines, &d);
	lexicon = nb_lexicon_load(arena, words, NULL, &d);
	g_assert_nonnull(outline);
	g_assert_nonnull(lexicon);
	g_assert_null(d.first);
	ADD_ROWS(seeds, "/lexicon/seed/", file, test_seed);
	ADD_ROWS(sentences, "/lexicon/sentence/", name, test_sentence);
	ADD_ROWS(users, "/lexicon/user/", name, test_user);
	ADD_ROWS(broken, "/lexicon/broken/", name, test_broken);
	g_test_add_func("/lexicon/mended", test_mended);
	status = g_test_run();
	nb_arena_free(arena);
	return status;
}
