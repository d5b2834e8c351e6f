/*
 * What pages must hold whatever the text is: nothing lost, nothing outside
 * the 版心, no forbidden mark at a line's edge, 22 lines a page, no heading or
 * signature alone.
 */
#include "base/arena.h"
#include "layout/breaks.h"
#include "page_rules.h"

#include <string.h>

#define HEAD \
	"年度: 2024\n机关: 柳溪街道办事处\n标题: 题\n章节:\n" \
	"- 标题: 总\n  正文: |\n    "

/* A paragraph of k Han characters and then the sample, for every k. */
static void
test_sliding(gconstpointer data)
{
	const char *sample = data;

	if (!pages_ready())
		return;
	for (int k = 0; k <= 30; k++) {
		g_autoptr(GString) yaml = g_string_new(HEAD);
		g_autofree char *text = NULL;
		struct pages p;

		for (int i = 0; i < k; i++)
			g_string_append(yaml, "永");
		for (int i = 0; i < 3; i++)
			g_string_append(yaml, sample);
		g_string_append(yaml, "字字字字字字字字字字。\n");
		p = pages_make(yaml->str, -1);
		page_rules_check(&p);
		text = page_rules_text(&p);
		g_assert_nonnull(strstr(text, sample));
		pages_release(&p);
	}
}

static const char *const samples[] = {
	"受理，办结；",
	"《规定》（试行）",
	"“谁执法谁普法”，",
	"2021—2025年",
	"12345热线",
	"98.14%。",
	"——这是——",
	"……余下……",
	"张三·李四",
	"5～6件",
	"〔2020〕75号",
	"“《规定》”。",
	"１２３，",
	"第12条第3款",
};

/* No number, —— or …… is torn. */
static void
test_whole(void)
{
	static const char *const unit[] = { "12345", "2021", "98.14%", "——",
		"……", "1,234.5" };

	if (!pages_ready())
		return;
	for (size_t u = 0; u < NB_COUNT(unit); u++)
		for (int k = 0; k <= 60; k++) {
			g_autoptr(GString) yaml = g_string_new(HEAD);
			bool whole = false;
			struct pages p;
			GArray *lines;

			for (int i = 0; i < k; i++)
				g_string_append(yaml, "永");
			g_string_append_printf(
			    yaml, "%s字字字字字字字字。\n", unit[u]);
			p = pages_make(yaml->str, -1);
			lines = pages_lines(&p, false);
			for (guint i = 0; i < lines->len; i++)
				whole = whole ||
				    strstr(g_array_index(lines, struct line, i)
					       .text,
					unit[u]);
			g_assert_true(whole);
			lines_free(lines);
			pages_release(&p);
		}
}

/* A run with no break in it is still set, all of it, inside the 版心. */
static void
test_unbreakable(void)
{
	g_autoptr(GString) yaml = g_string_new(HEAD);
	g_autofree char *text = NULL;
	struct pages p;

	if (!pages_ready())
		return;
	for (int i = 0; i < 200; i++)
		g_string_append(yaml, "。");
	for (int i = 0; i < 300; i++)
		g_string_append_c(yaml, 'x');
	for (int i = 0; i < 300; i++)
		g_string_append_c(yaml, '7');
	p = pages_make(yaml->str, -1);
	text = page_rules_text(&p);
	g_assert_cmpuint(strlen(text), >=, 200 * 3 + 600);
	pages_release(&p);
}

/* A random paragraph of n characters. */
static void
add_random_text(GString *s, int n)
{
	static const char *const piece[] = { "法", "治", "政", "府", "建", "设",
		"街", "道", "年", "度", "，", "。", "、", "；", "“学法”",
		"《条例》", "（试行）", "2024年", "98.5%", "12件", "AI", "——",
		"的", "全面", "推进", "落实" };

	for (int i = 0; i < n; i++) {
		/* two marks in a row only where they may be */
		const int k = g_test_rand_int_range(0, (int)NB_COUNT(piece));

		g_string_append(s, piece[k]);
		if (k >= 10 && k <= 13)
			g_string_append(s, "字");
	}
	g_string_append(s, "字。\n");
}

static void
test_random(void)
{
	if (!pages_ready())
		return;
	for (int round = 0; round < 60; round++) {
		g_autoptr(GString) yaml =
		    g_string_new("年度: 2024\n机关: 柳溪街道办事处\n"
				 "成文日期: 2025-02-26\n章节:\n");
		const int chapters = g_test_rand_int_range(1, 9);
		struct pages p;

		for (int c = 0; c < chapters; c++) {
			g_string_append(
			    yaml, "- 标题: 加强组织领导\n  条目:\n");
			for (int i = 0; i < 2; i++) {
				g_string_append(yaml,
				    "  - 标题: 落实责任\n    正文: |\n"
				    "      字");
				add_random_text(
				    yaml, g_test_rand_int_range(1, 200));
			}
		}
		p = pages_make(yaml->str, -1);
		page_rules_check(&p);
		pages_release(&p);
	}
}

/*
 * GB/T 15834 5.1.11: a paragraph with marks enough can be set a line shorter,
 * and never needs more lines when the fewest are asked for.
 */
static void
test_fewest_lines(void)
{
	struct pages p;
	unsigned shorter = 0;

	if (!pages_ready())
		return;
	p = pages_make(HEAD "字。\n", -1);
	for (int n = 5; n < 60; n++) {
		const struct nb_shaper shaper =
		    nb_shaper_new(p.arena, p.t, p.fonts);
		g_autoptr(GString) text = g_string_new(NULL);
		struct nb_piece piece = { .hand.role = NB_FONT_BODY };
		struct nb_atoms atoms;
		struct nb_lines best, fewest;

		for (int i = 0; i < n; i++)
			g_string_append(text, "学法、用法，守“法”；");
		piece.text = nb_str_z(text->str);
		atoms =
		    nb_atoms_new(&shaper, p.arena, &piece, 1, p.t->body.size);
		best = nb_lines_break(p.arena, &atoms, &p.t->breaking,
		    p.t->body_w, p.t->body_w, NB_LINES_BEST);
		fewest = nb_lines_break(p.arena, &atoms, &p.t->breaking,
		    p.t->body_w, p.t->body_w, NB_LINES_FEWEST);
		g_assert_cmpuint(fewest.n, <=, best.n);
		g_assert_cmpint(fewest.cost, >=, best.cost);
		shorter += fewest.n < best.n;
	}
	g_assert_cmpuint(shorter, >, 10);
	pages_release(&p);
}

/* The same input gives the same places. */
static void
test_same_twice(void)
{
	g_autoptr(GString) yaml = g_string_new(HEAD);
	struct pages a, b;
	GArray *la, *lb;

	if (!pages_ready())
		return;
	add_random_text(yaml, 2000);
	a = pages_make(yaml->str, -1);
	b = pages_make(yaml->str, -1);
	la = pages_lines(&a, true);
	lb = pages_lines(&b, true);
	g_assert_cmpuint(la->len, ==, lb->len);
	for (guint i = 0; i < la->len; i++) {
		const struct line *x = &g_array_index(la, struct line, i);
		const struct line *y = &g_array_index(lb, struct line, i);

		g_assert_cmpstr(x->text, ==, y->text);
		g_assert_cmpint(x->begin, ==, y->begin);
		g_assert_cmpint(x->end, ==, y->end);
		g_assert_cmpint(x->y, ==, y->y);
	}
	lines_free(la);
	lines_free(lb);
	pages_release(&a);
	pages_release(&b);
}

/* 7.5: odd folios end 1 字 from the right edge, even ones begin 1 字 in. */
static void
test_folio(void)
{
	g_autoptr(GString) yaml = g_string_new(HEAD);
	struct pages p;
	GArray *lines;

	if (!pages_ready())
		return;
	add_random_text(yaml, 3000);
	p = pages_make(yaml->str, -1);
	lines = pages_lines(&p, true);
	g_assert_cmpuint(p.pages->n_pages, >=, 2);
	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);
		const nb_len right = p.t->inner + p.t->body_w - p.t->cell;
		g_autofree char *want = NULL;

		if (line->first->role != NB_ROLE_FOLIO)
			continue;
		want = g_strdup_printf("—%u—", line->page->number);
		g_assert_cmpstr(line->text, ==, want);
		if (line->page->number % 2 == 1)
			g_assert_cmpint(ABS(line->end - right), <, 8);
		else
			g_assert_cmpint(
			    ABS(line->begin - p.t->inner - p.t->cell), <, 8);
	}
	lines_free(lines);
	pages_release(&p);
}

/* 7.3.5.2, both forms. */
static void
test_signature(gconstpointer data)
{
	const char *organ = data;
	g_autofree char *yaml = g_strdup_printf("年度: 2024\n机关: %s\n"
						"成文日期: 2025-02-26\n"
						"章节:\n- 标题: 总\n"
						"  正文: 甲乙丙。\n",
	    organ);
	struct pages p;
	GArray *lines;
	const struct line *name, *date;
	nb_len right;

	if (!pages_ready())
		return;
	p = pages_make(yaml, -1);
	lines = pages_lines(&p, false);
	name = &g_array_index(lines, struct line, lines->len - 2);
	date = name + 1;
	right = p.t->inner + p.t->body_w - 2 * p.t->cell;
	g_assert_cmpstr(name->text, ==, organ);
	g_assert_cmpstr(date->text, ==, "2025年2月26日");
	g_assert_cmpint(ABS(date->begin - name->begin - 2 * p.t->cell), <, 8);
	if (name->end - name->begin >= date->end - date->begin)
		g_assert_cmpint(ABS(name->end - right), <, 8);
	else
		g_assert_cmpint(ABS(date->end - right), <, 8);
	lines_free(lines);
	pages_release(&p);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(samples); i++) {
		g_autofree char *name =
		    g_strdup_printf("/layout/sliding/%s", samples[i]);

		g_strdelimit(name + strlen("/layout/sliding/"), "/", '|');
		g_test_add_data_func(name, samples[i], test_sliding);
	}
	g_test_add_func("/layout/whole", test_whole);
	g_test_add_func("/layout/unbreakable", test_unbreakable);
	g_test_add_func("/layout/random", test_random);
	g_test_add_func("/layout/fewest-lines", test_fewest_lines);
	g_test_add_func("/layout/same-twice", test_same_twice);
	g_test_add_func("/layout/folio", test_folio);
	g_test_add_data_func(
	    "/layout/signature/long", "大冶市金湖街道办事处", test_signature);
	g_test_add_data_func(
	    "/layout/signature/short", "区司法局", test_signature);
	return g_test_run();
}
