/*
 * Places of a file on the pages: the characters whose middle is in the areas
 * are those that were asked for, and no other.
 */
#include "base/arena.h"
#include "base/str.h"
#include "layout/locate.h"
#include "pages.h"

static const char yaml[] =
    "年度: 2024\n"
    "机关: 柳溪街道办事处\n"
    "标题: 柳溪街道2024年度报告\n"
    "成文日期: 2024-11-20\n"
    "指标:\n"
    "  行政复议: 71件\n"
    "  听证: 3次\n"
    "章节:\n"
    "- 标题: 加强领导\n"
    "  大纲: 组织领导\n"
    "  责任: 司法所，综合办\n"
    "  正文: |\n"
    "    全年收到行政复议\n"
    "    申请{行政复议}（含“转来”的），已经 全部办结，党政主要负责人对重要工作"
    "亲自部署、重大问题亲自过问、重点环节亲自协调。\n"
    "  表:\n"
    "    列: [项目, 件数]\n"
    "    行:\n"
    "    - [行政处罚, 十二]\n"
    "- 标题: \"依法\\u884c政\"\n"
    "  正文: 见上。\n"
    "下年任务:\n"
    "  清单:\n"
    "  - 任务: 充实力量\n"
    "    时限: 明年6月底\n";

struct row {
	const char *name;
	const char *words; /* of the file; NULL: the file as a whole */
	enum nb_located how;
	const char *shown;
	uint32_t lines; /* they stand on */
};

static const struct row rows[] = {
	{ "words", "全部办结", NB_LOCATED_WORDS, "全部办结", 2 },
	{ "over-a-line-end", "行政复议\n    申请", NB_LOCATED_WORDS,
	    "行政复议申请", 1 },
	{ "value", "{行政复议}", NB_LOCATED_WORDS, "71件", 1 },
	{ "part-of-a-value", "申请{行", NB_LOCATED_WORDS, "申请71件", 1 },
	{ "marks-set-tight", "（含“转来”的），", NB_LOCATED_WORDS,
	    "（含“转来”的），", 1 },
	{ "one-mark", "“", NB_LOCATED_WORDS, "“", 1 },
	{ "sentence",
	    "党政主要负责人对重要工作亲自部署、重大问题亲自过问、"
	    "重点环节亲自协调",
	    NB_LOCATED_WORDS,
	    "党政主要负责人对重要工作亲自部署、重大问题亲自过问、"
	    "重点环节亲自协调",
	    2 },
	{ "title", "2024年度报告", NB_LOCATED_WORDS, "2024年度报告", 1 },
	{ "units", "综合办", NB_LOCATED_WORDS, "综合办", 1 },
	{ "date", "2024-11-20", NB_LOCATED_WORDS, "2024年11月20日", 1 },
	{ "cell", "十二", NB_LOCATED_WORDS, "十二", 1 },
	{ "behind-an-escape", "\\u884c", NB_LOCATED_NEAR, "依法行政", 1 },
	{ "task", "明年6月底", NB_LOCATED_WORDS, "明年6月底", 1 },
	{ "figure", "71件", NB_LOCATED_VALUE, "71件", 1 },
	{ "heading-made", "下年任务", NB_LOCATED_WORDS,
	    "2025年度法治政府建设主要任务", 1 },
	{ "key-of-a-chapter", "大纲", NB_LOCATED_NEAR, "加强领导", 1 },
	{ "key-of-a-table", "列:", NB_LOCATED_NEAR, "项目", 1 },
	{ "figure-nowhere", "听证", NB_LOCATED_TITLE, NULL, 1 },
	{ "key-nowhere", "年度", NB_LOCATED_TITLE, NULL, 1 },
	{ "file", NULL, NB_LOCATED_TITLE, NULL, 1 },
};

static bool
is_in(const struct nb_area *a, nb_len x, nb_len y)
{
	return x >= a->x && x <= a->x + a->w && y >= a->y && y <= a->y + a->h;
}

/* The characters of a run whose middle is in the area. */
static void
add_run(GString *to, const struct nb_item *it, const struct nb_area *area)
{
	size_t at = 0;

	for (uint32_t i = 0; i < it->run.n; i++) {
		const struct nb_glyph *g = &it->run.glyph[i];
		const struct nb_ink ink = nb_face_ink(it->run.face, g->gid);
		const nb_len middle =
		    (ink.left + ink.right) / 2 * it->run.size / 1000;

		if (is_in(area, it->x + g->x + middle, it->y - 1))
			g_string_append_len(
			    to, it->run.text.p + at, (gssize)g->text_n);
		at += g->text_n;
	}
}

static char *
shown(const struct pages *p, const struct nb_location *l)
{
	GString *text = g_string_new(NULL);

	for (uint32_t i = 0; i < l->n; i++) {
		const struct nb_page *page = &p->pages->page[l->place[i].page];

		for (uint32_t k = 0; k < page->n_items; k++)
			if (page->item[k].kind == NB_ITEM_RUN)
				add_run(
				    text, &page->item[k], &l->place[i].area);
	}
	return g_string_free(text, FALSE);
}

static struct nb_span
span_of(const struct pages *p, const char *words)
{
	const struct nb_text *text = p->root->span.text;
	struct nb_span span = { text, 0, 0 };

	if (words != NULL) {
		span.begin =
		    (uint32_t)nb_str_find(text->bytes, nb_str_z(words), 0);
		span.end = span.begin + (uint32_t)strlen(words);
	}
	return span;
}

static void
test_row(gconstpointer data)
{
	const struct row *row = data;
	struct nb_location l;
	struct pages p;

	if (!pages_ready())
		return;
	p = pages_make(yaml, -1);
	l = nb_locate(nb_locator_new(p.arena, p.pages, p.root), p.arena,
	    span_of(&p, row->words));
	g_assert_cmpint(l.how, ==, row->how);
	g_assert_cmpuint(l.n, ==, row->lines);
	if (row->shown != NULL) {
		g_autofree char *text = shown(&p, &l);

		g_assert_cmpstr(text, ==, row->shown);
	}
	pages_release(&p);
}

/* A blank that no glyph stands for is between the words beside it. */
static void
test_between(void)
{
	g_autofree char *text = NULL;
	struct nb_location l;
	struct nb_span span;
	struct pages p;

	if (!pages_ready())
		return;
	p = pages_make(yaml, -1);
	span = span_of(&p, "复议\n    申");
	span.begin += (uint32_t)strlen("复议");
	span.end = span.begin;
	l = nb_locate(nb_locator_new(p.arena, p.pages, p.root), p.arena, span);
	text = shown(&p, &l);
	g_assert_cmpstr(text, ==, "议申");
	pages_release(&p);
}

/* Of another file there is nothing on the pages. */
static void
test_other_file(void)
{
	struct nb_location l;
	struct nb_text *other;
	struct pages p;

	if (!pages_ready())
		return;
	p = pages_make(yaml, -1);
	other = nb_text_new(p.arena, NB_S("other"), NB_S("全部办结"));
	l = nb_locate(nb_locator_new(p.arena, p.pages, p.root), p.arena,
	    (struct nb_span){ other, 3, 6 });
	g_assert_cmpint(l.how, ==, NB_LOCATED_NOT);
	pages_release(&p);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strconcat("/locate/", rows[i].name, NULL);

		g_test_add_data_func(path, &rows[i], test_row);
	}
	g_test_add_func("/locate/between", test_between);
	g_test_add_func("/locate/other-file", test_other_file);
	return g_test_run();
}
