/*
 * Repairing the words of an old document, and telling the log.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "import/log.h"
#include "import/log_json.h"
#include "import/repair.h"
#include "model/report.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

struct row {
	const char *name, *was, *now;
	const char *told; /* “at was→now”, a doubt as “at was?” */
};

static const struct row rows[] = {
	{ "nothing", "全面推进依法行政。", "全面推进依法行政。", "" },
	{ "comma", "规范执法,依法行政", "规范执法，依法行政", "4,→，" },
	{ "colon-at-end", "报告如下:", "报告如下：", "4:→：" },
	{ "time", "时间:19:40,地点", "时间：19:40，地点", "2:→： 8,→，" },
	{ "thousands", "共1,013件", "共1,013件", "" },
	{ "percent", "比例92.74%,562项", "比例92.74%，562项", "8,→，" },
	{ "number-then-han", "受理50件;2023年,全年", "受理50件；2023年，全年",
	    "5;→； 11,→，" },
	{ "address", "见http://a.cn/b?x=1,2:3,再看",
	    "见http://a.cn/b?x=1,2:3，再看", "22,→，" },
	{ "latin", "Word, Excel等", "Word, Excel等", "" },
	{ "latin-line", "Hello, world (again)!", "Hello, world (again)!", "" },
	{ "ordinal", "(一)加强领导", "（一）加强领导", "0(→（ 2)→）" },
	{ "ordinal-digit", "(1)加强领导", "（1）加强领导", "0(→（ 2)→）" },
	{ "ordinal-half", "一)加强领导", "一）加强领导", "1)→）" },
	{ "ordinal-dot", "1.加强领导", "1.加强领导", "" },
	{ "bracket-code", "GB/T 9704(2012)标准", "GB/T 9704(2012)标准", "" },
	{ "bracket-latin", "办公自动化(OA)系统", "办公自动化（OA）系统",
	    "5(→（ 8)→）" },
	{ "bracket-nested", "(见(附件),共2页)", "（见（附件），共2页）",
	    "0(→（ 2(→（ 5),→）， 10)→）" },
	{ "question", "怎样办?这样办!", "怎样办？这样办！", "3?→？ 7!→！" },
	{ "lost", "开展矛盾?查化解", "开展矛盾?查化解", "4??" },
	{ "replaced", "矛盾\xEF\xBF\xBD查", "矛盾\xEF\xBF\xBD查",
	    "2\xEF\xBF\xBD?" },
	{ "private", "某\xEE\x80\x80字", "某\xEE\x80\x80字", "1\xEE\x80\x80?" },
	{ "brace", "甲{乙}", "甲{乙}", "1{? 3}?" },
	{ "pinyin", "行政复(fù)议(yì)。", "行政复议。", "3(fù)→ 8(yì)→" },
	{ "pinyin-full", "行政复（fù）议", "行政复议", "3（fù）→" },
	{ "abbreviation", "系统（APP）和(OA)", "系统（APP）和（OA）",
	    "8(→（ 11)→）" },
	{ "pinyin-letter", "废嚓P(guān)从业", "废嚓P从业", "3(guān)→ 2P?" },
	{ "zero-width", "依法\xE2\x80\x8B行政", "依法行政", "2\xE2\x80\x8B→" },
	{ "no-break", "依法\xC2\xA0行政", "依法行政", "2\xC2\xA0→" },
	{ "joiner-of-others", "\xE0\xA4\x95\xE2\x80\x8D\xE0\xA4\xB7",
	    "\xE0\xA4\x95\xE2\x80\x8D\xE0\xA4\xB7", "" },
	{ "blank", "受理 11 件, 办结。 一是", "受理11件，办结。一是",
	    "2 → 5 → 7,→， 8 → 12 →" },
	{ "blank-latin", "使用 Word Excel 办公", "使用 Word Excel 办公", "" },
	{ "blank-columns", "名    称 :", "名    称 ：", "7:→：" },
	{ "blank-table", "内容 | 责任 单位 | 时限", "内容 | 责任 单位 | 时限",
	    "" },
	{ "blank-spread", "关 于 印 发", "关于印发", "1 → 3 → 5 →" },
	{ "ends", "　　第一句。 ", "第一句。", "" },
	{ "radical", "\xE2\xBD\xA3态", "生态", "0\xE2\xBD\xA3→生" },
	{ "full-width", "２０２３年ＡＰＰ", "2023年APP",
	    "0２０２３→2023 5ＡＰＰ→APP" },
	{ "ordinal-sign", "⒈甲 ㈠乙", "⒈甲 ㈠乙", "" },
	{ "traditional-kept", "濠江區", "濠江區", "" },
	{ "empty", "", "", "" },
};

static const struct row simplified[] = {
	{ "traditional", "濠江區(qū),法治", "濠江区，法治",
	    "2區→区 3(qū)→ 7,→，" },
	{ "phrase", "乾隆皇后, 後來", "乾隆皇后，后来",
	    "4,→， 5 → 6後來→后来" },
};

static struct nb_import_log
repair(struct nb_arena *a, const struct row *row, bool simplify,
    struct nb_raw *ret)
{
	struct nb_import_log log;
	struct nb_raw_line *line = nb_new(a, struct nb_raw_line);
	const struct nb_raw raw = {
		.name = NB_S("旧稿.txt"), .place = "行", .line = line, .n = 1
	};

	nb_log_init(&log, a);
	*line = (struct nb_raw_line){ .text = nb_str_z(row->was), .row = 7 };
	*ret = nb_repair(
	    a, &raw, &(struct nb_repair_options){ .simplify = simplify }, &log);
	return log;
}

static void
look(const struct row *row, bool simplify)
{
	struct nb_arena *a = nb_arena_new();
	g_autoptr(GString) told = g_string_new(NULL);
	struct nb_raw raw;
	const struct nb_import_log log = repair(a, row, simplify, &raw);
	g_autofree char *now =
	    g_strndup(raw.line[0].text.p, raw.line[0].text.n);

	for (uint32_t i = 0; i < log.n; i++) {
		const struct nb_log_entry *e = &log.entry[i];

		g_assert_cmpuint(e->row, ==, 7);
		g_string_append_printf(told, "%s%u" NB_FMT "%s" NB_FMT,
		    i > 0 ? " " : "", e->at, NB_ARG(e->was),
		    e->what == NB_LOG_DOUBT ? "?" : "→", NB_ARG(e->now));
	}
	g_assert_cmpstr(now, ==, row->now);
	g_assert_cmpstr(told->str, ==, row->told);
	nb_arena_free(a);
}

static void
test_repair(gconstpointer p)
{
	look(p, false);
}

static void
test_simplify(gconstpointer p)
{
	look(p, true);
}

/* Cells are repaired, too; a place in one counts over its paragraphs. */
static void
test_table(void)
{
	struct nb_arena *a = nb_arena_new();
	const struct nb_raw_cell cell = { NB_S("甲,乙\n丙,丁"), 2, 1 };
	const struct nb_raw_row row = { &cell, 1 };
	const struct nb_raw_table table = { &row, 1 };
	const struct nb_raw_line line = { .row = 3, .table = &table };
	const struct nb_raw raw = { .place = "段", .line = &line, .n = 1 };
	const struct nb_repair_options o = { .simplify = false };
	struct nb_import_log log;
	struct nb_raw ret;

	nb_log_init(&log, a);
	ret = nb_repair(a, &raw, &o, &log);
	g_assert_true(nb_str_eq(
	    ret.line[0].table->row[0].cell[0].text, NB_S("甲，乙\n丙，丁")));
	g_assert_cmpuint(ret.line[0].table->row[0].cell[0].rows, ==, 2);
	g_assert_cmpuint(log.n, ==, 2);
	g_assert_cmpuint(log.entry[1].at, ==, 5);
	nb_arena_free(a);
}

static void
test_json(void)
{
	const struct row row = { .was = "\"甲\",乙\t" };
	struct nb_arena *a = nb_arena_new();
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_raw raw;
	const struct nb_import_log log = repair(a, &row, false, &raw);

	nb_log_write_json(out, &raw, &log);
	g_assert_cmpstr(out->str, ==,
	    "{\"file\": \"旧稿.txt\", \"row\": 7, \"place\": \"行\", \"at\": "
	    "3, "
	    "\"what\": \"repaired\", \"was\": \",\", \"now\": \"，\", "
	    "\"rule\": \"half-width-mark\", "
	    "\"why\": \"中文里的半角标点改成全角\"}\n");
	nb_arena_free(a);
}

/* The real documents, and how many texts of them differ for a reason. */
static const struct seed {
	const char *txt, *yaml;
	bool simplify;
	unsigned differ;
} seeds[] = {
	{ "jinhu-2023-report.txt", "jinhu-2023.yaml", false, 0 },
	{ "hanyang-2023-plan.txt", "hanyang-2023.yaml", false, 0 },
	{ "hedong-2021-2025-outline.txt", "hedong-2021-2025.yaml", false, 0 },
	{ "hongshan-2017-report.txt", "hongshan-2017.yaml", false, 0 },
	/* 冷链食品相关 was guessed by hand; 礐 is left Traditional there */
	{ "haojiang-2021-report.txt", "haojiang-2021.yaml", true, 2 },
};

static GString *
without_blanks(struct nb_str s)
{
	GString *out = g_string_sized_new(s.n);

	for (size_t at = 0, begin; at < s.n;) {
		begin = at;
		if (!nb_is_blank(nb_utf8_next(s, &at)))
			g_string_append_len(
			    out, s.p + begin, (gssize)(at - begin));
	}
	return out;
}

/* All lines of a file, repaired, as one. */
static GString *
repair_file(struct nb_arena *a, const struct nb_text *t, bool simplify)
{
	const struct nb_repair_options o = { .simplify = simplify };
	struct nb_raw_line *line = nb_new_n(a, struct nb_raw_line, t->n_lines);
	const struct nb_raw raw = { t->name, .place = "行", .line = line,
		.n = t->n_lines };
	g_autoptr(GString) all = g_string_new(NULL);
	struct nb_import_log log;
	struct nb_raw ret;

	for (uint32_t i = 0; i < raw.n; i++)
		line[i].text = nb_text_line(t, i + 1);
	nb_log_init(&log, a);
	ret = nb_repair(a, &raw, &o, &log);
	for (uint32_t i = 0; i < ret.n; i++)
		g_string_append_len(
		    all, ret.line[i].text.p, (gssize)ret.line[i].text.n);
	return without_blanks((struct nb_str){ all->str, all->len });
}

static unsigned
count_differing(const GString *text, const struct nb_prose *p)
{
	g_autoptr(GString) want = without_blanks(p->text);

	if (strstr(text->str, want->str) != NULL)
		return 0;
	g_test_message("%s", want->str);
	return 1;
}

static unsigned
count_in_sections(const GString *text, const struct nb_section *s, uint32_t n)
{
	unsigned differ = 0;

	for (uint32_t i = 0; i < n; i++) {
		differ += count_differing(text, &s[i].title);
		for (uint32_t j = 0; j < s[i].body.n; j++)
			differ += count_differing(text, &s[i].body.para[j]);
		differ += count_in_sections(text, s[i].child, s[i].n_children);
	}
	return differ;
}

static void
test_seed(gconstpointer p)
{
	const struct seed *seed = p;
	const char *dir = g_getenv("NIANBAO_SEEDS");
	g_autofree char *txt =
	    g_build_filename(dir != NULL ? dir : "", seed->txt, NULL);
	g_autofree char *yaml =
	    g_build_filename(dir != NULL ? dir : "", seed->yaml, NULL);
	struct nb_arena *a = nb_arena_new();
	const struct nb_text *old, *by_hand;
	const struct nb_report *r;
	struct nb_diags d;

	nb_diags_init(&d, a);
	if (nb_source_open(a, txt, &d, &old) != NB_OK ||
	    nb_source_open(a, yaml, &d, &by_hand) != NB_OK) {
		g_test_skip("the real documents are not at hand");
	} else {
		g_autoptr(GString) text = repair_file(a, old, seed->simplify);

		r = nb_report_build(
		    a, nb_source_yaml(a, by_hand, &d), NULL, &d);
		g_assert_cmpuint(r->n_sections, >, 0);
		g_assert_cmpuint(
		    count_in_sections(text, r->section, r->n_sections), ==,
		    seed->differ);
	}
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strdup_printf("/repair/%s", rows[i].name);

		g_test_add_data_func(path, &rows[i], test_repair);
	}
	for (size_t i = 0; i < NB_COUNT(simplified); i++) {
		g_autofree char *path =
		    g_strdup_printf("/repair/%s", simplified[i].name);

		g_test_add_data_func(path, &simplified[i], test_simplify);
	}
	for (size_t i = 0; i < NB_COUNT(seeds); i++) {
		g_autofree char *path =
		    g_strdup_printf("/repair/%s", seeds[i].txt);

		g_test_add_data_func(path, &seeds[i], test_seed);
	}
	g_test_add_func("/repair/table", test_table);
	g_test_add_func("/repair/json", test_json);
	return g_test_run();
}
