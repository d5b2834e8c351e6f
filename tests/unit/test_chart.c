/*
 * What a chart must hold whatever its figures are: all in the 版心, on one
 * page, no text upon another, as many bars as values, in scale.
 */
#include "base/arena.h"
#include "pages.h"

#include <string.h>

/* Where the ink of a run may be. */
struct box {
	nb_len left, top, right, bottom;
};

static struct box
box_of(const struct nb_item *it)
{
	const nb_len up = it->run.size * 3 / 4, w = it->run.width;

	if (it->turned)
		return (struct box){ it->x - up, it->y - w, it->x, it->y };
	return (struct box){ it->x, it->y - up, it->x + w, it->y };
}

static bool
is_figure(const struct nb_item *it)
{
	return it->kind == NB_ITEM_RUN && it->role == NB_ROLE_FIGURE;
}

static void
check_inside(const struct nb_pages *p, const struct nb_item *it)
{
	const struct box box = box_of(it);

	g_assert_cmpint(box.left, >=, p->body_x - 8);
	g_assert_cmpint(box.right, <=, p->body_x + p->body_w + 8);
	g_assert_cmpint(box.top, >=, p->body_y - 8);
	g_assert_cmpint(box.bottom, <=, p->body_y + p->body_h + 8);
}

static void
check_apart(const struct nb_item *a, const struct nb_item *b)
{
	const struct box x = box_of(a), y = box_of(b);

	if (x.left < y.right && y.left < x.right && x.top < y.bottom &&
	    y.top < x.bottom)
		g_error("“%.*s”压着“%.*s”", NB_ARG(a->run.text),
		    NB_ARG(b->run.text));
}

static void
check_page(const struct nb_pages *p, const struct nb_page *page, bool apart)
{
	for (uint32_t i = 0; i < page->n_items; i++) {
		const struct nb_item *it = &page->item[i];

		if (!is_figure(it))
			continue;
		check_inside(p, it);
		for (uint32_t k = i + 1; apart && k < page->n_items; k++)
			if (is_figure(&page->item[k]))
				check_apart(it, &page->item[k]);
	}
}

static void
add_value(GString *yaml, const char *key)
{
	static const char *const words[] = { "", "不少于", "不超过", "约",
		"-" };
	const unsigned word = (unsigned)g_test_rand_int_range(0, 8);
	const int digits = g_test_rand_int_range(1, 100000);

	g_string_append_printf(yaml, "%s: \"%s", key,
	    word < G_N_ELEMENTS(words) ? words[word] : "");
	if (digits % 3 == 0)
		g_string_append_printf(
		    yaml, "%d.%02d%%\"", digits / 100, digits % 100);
	else
		g_string_append_printf(yaml, "%d%%\"", digits);
}

/* A document of one chart; free with g_free. */
static char *
random_chart(const char *kind)
{
	static const char *const names[] = { "行政处罚", "培训合格率",
		"12345热线办结率", "重大行政执法决定法制审核率", "率" };
	GString *yaml = g_string_new("年度: 2024\n机关: 柳溪街道办事处\n"
				     "指标:\n");
	g_autoptr(GString) list = g_string_new(NULL);
	const int n = g_test_rand_int_range(1, 13);

	for (int i = 0; i < n; i++) {
		const char *name =
		    names[g_test_rand_int_range(0, G_N_ELEMENTS(names))];

		g_string_append_printf(list, "    - %s%d\n", name, i);
		g_string_append_printf(yaml, "  %s%d: {", name, i);
		add_value(yaml, "值");
		if (g_test_rand_bit()) {
			g_string_append(yaml, ", ");
			add_value(yaml, "上年");
		}
		if (g_test_rand_bit()) {
			g_string_append(yaml, ", ");
			add_value(yaml, "目标");
		}
		g_string_append(yaml, "}\n");
	}
	g_string_append_printf(yaml,
	    "章节:\n- 标题: 总\n  正文: 甲乙丙。\n  图:\n    类型: %s\n"
	    "    标题: 各项比率\n    指标:\n%s",
	    kind, list->str);
	return g_string_free(yaml, FALSE);
}

static void
test_random(gconstpointer kind)
{
	const bool bars = strcmp(kind, "柱形") == 0;

	if (!pages_ready())
		return;
	for (int round = 0; round < 60; round++) {
		g_autofree char *yaml = random_chart(kind);
		struct pages p = pages_make(yaml, -1);

		g_assert_cmpuint(p.pages->n_pages, ==, 1);
		for (uint32_t i = 0; i < p.pages->n_pages; i++)
			check_page(p.pages, &p.pages->page[i], bars);
		pages_release(&p);
	}
}

enum { MOST_YEARS = 11 };

/* One year's report; of few digits, some values missing or of another unit. */
static char *
random_year(int year, int names, const char *kind)
{
	GString *yaml = g_string_new(NULL);
	g_autoptr(GString) list = g_string_new(NULL);

	g_string_append_printf(yaml,
	    "年度: %d\n机关: 柳溪街道办事处\n上年: 去年.yaml\n指标:\n"
	    "  别的: 1件\n",
	    year);
	for (int i = 0; i < names; i++) {
		const char *unit = g_test_rand_int_range(0, 9) == 0 ? "万人"
		    : i % 4 == 3                                    ? "件"
								    : "%";

		g_string_append_printf(list, "    - 按时足额办结率%d\n", i);
		if (g_test_rand_int_range(0, 5) == 0)
			continue;
		g_string_append_printf(yaml,
		    "  按时足额办结率%d: {值: %s%d.%d%s", i,
		    g_test_rand_int_range(0, 9) == 0 ? "-" : "",
		    g_test_rand_int_range(0, 3) * 98,
		    g_test_rand_int_range(0, 1000), unit);
		if (g_test_rand_bit())
			g_string_append_printf(yaml, ", 目标: ≥%d%s",
			    98 + g_test_rand_int_range(0, 2), unit);
		g_string_append(yaml, "}\n");
	}
	g_string_append_printf(yaml,
	    "章节:\n- 标题: 总\n  正文: 甲乙丙。\n  图:\n    类型: %s\n"
	    "    标题: 各年比率\n    指标:\n    - 别的\n%s",
	    kind, list->str);
	return g_string_free(yaml, FALSE);
}

/* Each year that a line goes over is named once below each panel. */
static void
check_years(const struct pages *p, int first, int last)
{
	GArray *lines = pages_lines(p, false);
	g_autofree char *name = g_strdup_printf("%d年", last);
	unsigned heads = 0, captions = 0;

	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);

		captions += line->first->role == NB_ROLE_FIGURE_CAPTION;
		heads += line->first->role == NB_ROLE_FIGURE &&
		    g_str_has_suffix(line->text, name);
	}
	g_assert_cmpuint(heads, ==, captions);
	g_assert_cmpint(first, <, last);
	lines_free(lines);
}

static void
test_random_years(gconstpointer kind)
{
	const int last = 2024;

	if (!pages_ready())
		return;
	for (int round = 0; round < 40; round++) {
		const int n = g_test_rand_int_range(2, MOST_YEARS + 1);
		const int names = g_test_rand_int_range(1, 13);
		char *yaml[MOST_YEARS + 1] = { NULL };
		struct pages p;

		for (int i = 0; i < n; i++)
			yaml[i] = random_year(last - n + 1 + i, names, kind);
		p = pages_make_last((const char *const *)yaml, (size_t)n);
		for (uint32_t i = 0; i < p.pages->n_pages; i++)
			check_page(p.pages, &p.pages->page[i], true);
		if (strcmp(kind, "折线") == 0)
			check_years(&p, last - n + 1, last);
		pages_release(&p);
		for (int i = 0; i < n; i++)
			g_free(yaml[i]);
	}
}

#define CHART(figures, names) \
	"年度: 2024\n机关: 柳溪街道办事处\n指标:\n" figures \
	"章节:\n- 标题: 总\n  正文: 甲。\n  图: {指标: [" names "]}\n"

/* Heights of the grey bars, in the order of reading. */
static GArray *
bars_of(const struct pages *p)
{
	GArray *bars = g_array_new(FALSE, FALSE, sizeof(nb_len));

	for (uint32_t i = 0; i < p->pages->page[0].n_items; i++) {
		const struct nb_item *it = &p->pages->page[0].item[i];

		if (it->kind == NB_ITEM_RULE && it->rgb != 0 &&
		    it->rgb != 0xFFFFFF)
			g_array_append_val(bars, it->rule.h);
	}
	return bars;
}

static void
test_scale(void)
{
	struct pages p;
	GArray *bars;

	if (!pages_ready())
		return;
	p = pages_make(
	    CHART("  甲: 25件\n  乙: 100件\n  丙: 50.0件\n", "甲, 乙, 丙"), -1);
	bars = bars_of(&p);
	g_assert_cmpuint(bars->len, ==, 3);
	for (guint i = 0; i < 3; i++) {
		static const int share[] = { 4, 1, 2 };
		const nb_len full = g_array_index(bars, nb_len, 1);
		const nb_len h = g_array_index(bars, nb_len, i);

		g_assert_cmpint(ABS(h * share[i] - full), <=, 4);
	}
	g_array_unref(bars);
	pages_release(&p);
}

/* Nothing is drawn for what nobody wrote or no one can read. */
static void
test_missing(void)
{
	struct pages p;
	GArray *bars;

	if (!pages_ready())
		return;
	p = pages_make(CHART("  甲: {值: 25件, 上年: 20件}\n  乙: 30件\n"
			     "  丙: {值: 第3名, 上年: 10件}\n  丁: 很多\n",
			   "甲, 乙, 丙, 丁, 戊"),
	    -1);
	bars = bars_of(&p);
	/* 甲 two, 乙 one, 丙 one, and two in the legend. */
	g_assert_cmpuint(bars->len, ==, 6);
	g_array_unref(bars);
	pages_release(&p);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_data_func("/chart/random/bar", "柱形", test_random);
	g_test_add_data_func("/chart/random/line", "折线", test_random);
	g_test_add_data_func("/chart/years/bar", "柱形", test_random_years);
	g_test_add_data_func("/chart/years/line", "折线", test_random_years);
	g_test_add_func("/chart/scale", test_scale);
	g_test_add_func("/chart/missing", test_missing);
	return g_test_run();
}
