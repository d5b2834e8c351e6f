/*
 * Documents at their worst: a signature or a heading at every place of a
 * page, a paragraph of a megabyte, marks without width, a name too long.
 */
#include "base/arena.h"
#include "page_rules.h"

#include <string.h>

#define HEAD \
	"年度: 2024\n机关: 柳溪街道办事处\n标题: 题\n章节:\n" \
	"- 标题: 总\n  正文: |\n    "

/* Lines of one paragraph each before a long heading or the signature. */
static void
add_lines(GString *yaml, int n)
{
	g_string_append(yaml, "字。\n");
	for (int i = 0; i < n; i++)
		g_string_append(yaml, "\n    字。\n");
}

/* Wherever on the page the text ends, the signature has text above it. */
static void
test_page_ends(gconstpointer data)
{
	const char *end = data;

	if (!pages_ready())
		return;
	for (int k = 5; k <= 50; k++) {
		g_autoptr(GString) yaml = g_string_new(HEAD);
		struct pages p;

		add_lines(yaml, k);
		g_string_append(yaml, end);
		p = pages_make(yaml->str, -1);
		page_rules_check(&p);
		pages_release(&p);
	}
}

#define SIGNED "成文日期: 2025-02-26\n"
#define TWENTY "永永永永永永永永永永永永永永永永永永永永"
#define LONG TWENTY TWENTY TWENTY TWENTY

static const struct {
	const char *name, *end;
} page_ends[] = {
	{ "signature", SIGNED },
	{ "signature-remark", SIGNED "附注: 此件公开发布\n" },
	{ "signature-after-long-paragraph", "\n    " LONG "。\n" SIGNED },
	{ "signature-closing", "结语: 特此报告。\n" SIGNED },
	{ "heading", "- 标题: 分\n  正文: " LONG "。\n" SIGNED },
	{ "heading-short-text",
	    "- 标题: 分\n  正文: 好。\n- 标题: 又\n  正文: 好。\n" SIGNED },
	{ "heading-of-four-lines", "- 标题: " LONG "\n  正文: " LONG "。\n" },
	{ "headings-of-all-levels",
	    "- 标题: 甲\n  条目:\n  - 标题: 乙\n    条目:\n"
	    "    - 标题: 丙\n      条目:\n      - 标题: 丁\n"
	    "        正文: " LONG "。\n" },
};

/* A paragraph wider than a nb_len: every line full, nothing lost. */
static void
test_megabyte(void)
{
	enum { N = 200000 };
	g_autoptr(GString) yaml = g_string_new(HEAD);
	g_autofree char *text = NULL;
	struct pages p;

	if (!pages_ready())
		return;
	for (int i = 0; i < N; i++)
		g_string_append(yaml, i % 10 == 9 ? "，" : "永");
	g_string_append(yaml, "\n" SIGNED);
	p = pages_make(yaml->str, -1);
	page_rules_check(&p);
	text = page_rules_text(&p);
	g_assert_cmpuint(nb_str_chars(nb_str_z(text)), >=, N);
	g_assert_cmpuint(p.pages->n_pages, <, N / 28 / 22 + 3);
	pages_release(&p);
}

/* More pieces in one paragraph than 16 bits count. */
static void
test_many_pieces(void)
{
	enum { N = 25000 };
	g_autoptr(GString) yaml =
	    g_string_new(HEAD "字。\n存在问题:\n  清单:\n");
	g_autofree char *text = NULL;
	struct pages p;
	size_t n = 0;

	if (!pages_ready())
		return;
	for (int i = 0; i < N; i++)
		g_string_append(yaml, "  - 问题: 永\n");
	p = pages_make(yaml->str, -1);
	page_rules_check(&p);
	text = page_rules_text(&p);
	for (const char *at = text; (at = strstr(at, "是永")) != NULL; at++)
		n++;
	g_assert_cmpuint(n, ==, N);
	pages_release(&p);
}

/* Marks without width are no reason to try every pair of places. */
static void
test_accents(void)
{
	g_autoptr(GString) yaml = g_string_new(HEAD);
	struct pages p;
	GArray *lines;

	if (!pages_ready())
		return;
	for (int i = 0; i < 100; i++)
		g_string_append(yaml, "e\xcc\x81");
	for (int i = 0; i < 60; i++)
		g_string_append(yaml, "永e\xcc\x81");
	p = pages_make(yaml->str, -1);
	lines = pages_lines(&p, false);
	for (guint i = 0; i < lines->len; i++)
		g_assert_cmpuint(
		    nb_str_first(
			nb_str_z(g_array_index(lines, struct line, i).text)),
		    !=, 0x301);
	lines_free(lines);
	pages_release(&p);

	g_string_assign(yaml, HEAD TWENTY TWENTY);
	for (int i = 0; i < 200000; i++)
		g_string_append(yaml, "\xcc\x81");
	g_string_append(yaml, TWENTY "\n");
	p = pages_make(yaml->str, -1);
	pages_release(&p);
}

/* A name of several lines: about equal, nothing outside, the date 2 字 in. */
static void
test_long_organ(void)
{
	struct pages p;
	GArray *lines;
	const struct line *name, *date;

	if (!pages_ready())
		return;
	p = pages_make("年度: 2024\n机关: " TWENTY TWENTY "\n" SIGNED
		       "章节:\n- 标题: 总\n  正文: 甲乙丙。\n",
	    -1);
	page_rules_check(&p);
	lines = pages_lines(&p, false);
	name = &g_array_index(lines, struct line, lines->len - 3);
	date = name + 2;
	g_assert_cmpint(name[0].first->role, ==, NB_ROLE_SIGNATURE);
	g_assert_cmpint(name[0].begin, ==, name[1].begin);
	g_assert_cmpint(ABS(name[0].end - name[1].end), <=, 3 * p.t->cell);
	g_assert_cmpint(
	    name[0].end, <=, p.t->inner + p.t->body_w - p.t->sign_right);
	g_assert_cmpint(ABS(date->begin - name->begin - 2 * p.t->cell), <, 8);
	lines_free(lines);
	pages_release(&p);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/extremes/megabyte", test_megabyte);
	g_test_add_func("/extremes/many-pieces", test_many_pieces);
	g_test_add_func("/extremes/accents", test_accents);
	g_test_add_func("/extremes/long-organ", test_long_organ);
	for (size_t i = 0; i < NB_COUNT(page_ends); i++) {
		g_autofree char *name =
		    g_strdup_printf("/extremes/page-end/%s", page_ends[i].name);

		g_test_add_data_func(name, page_ends[i].end, test_page_ends);
	}
	return g_test_run();
}
