/*
 * Shapes of titles (GB/T 9704-2012 7.3.1): words whole, a trapezoid or a
 * rhombus.  | is where a line ends.
 */
#include "base/arena.h"
#include "pages.h"

struct shape {
	const char *organ, *title;
};

static const struct shape cases[] = {
	{ "柳溪街道办事处", "柳溪街道办事处2024年工作总结" },
	{ "云州市青荷区柳溪街道办事处",
	    "柳溪街道办事处关于2024年度|法治政府建设情况的报告" },
	{ "云州市柳溪街道办事处",
	    "云州市柳溪街道办事处|关于2024年度法治政府建设情况的报告" },
	{ "云州市青荷区人民政府",
	    "云州市青荷区人民政府|2024年法治政府建设年度报告" },
	{ "云州市青荷区柳溪街道办事处",
	    "云州市青荷区柳溪街道办事处|2024年法治政府建设年度报告" },
	{ "青荷区司法局", "云州市青荷区法治政府建设实施纲要|（2021—2025年）" },
	{ "青荷区人民政府",
	    "青荷区人民政府关于贯彻落实《法治政府建设|"
	    "实施纲要（2021—2025年）》情况的报告" },
	{ "云州市青荷区柳溪街道办事处",
	    "中共云州市青荷区柳溪街道工作委员会|"
	    "云州市青荷区柳溪街道办事处关于2024年度|"
	    "推进法治政府建设工作情况的报告" },
	{ "柳溪街道办事处",
	    "关于永永永永永永永永永永永永永永永永永永|"
	    "永永永永永永永永永永永永永永永永永永永永|"
	    "永永永永永永永永永永永永永永永永永永永|"
	    "贯彻落实《法治政府建设实施纲要|"
	    "（2021—2025年）》情况的报告" },
};

static void
test_shape(gconstpointer data)
{
	const struct shape *shape = data;
	g_auto(GStrv) want = g_strsplit(shape->title, "|", -1);
	g_autofree char *title = g_strjoinv("", want);
	g_autofree char *yaml = g_strdup_printf(
	    "年度: 2024\n机关: %s\n标题: %s\n章节:\n- 标题: 总\n"
	    "  正文: 甲乙丙。\n",
	    shape->organ, title);
	struct pages p;
	GArray *lines;

	if (!pages_ready())
		return;
	p = pages_make(yaml, -1);
	lines = pages_lines(&p, false);
	for (guint k = 0; k < g_strv_length(want); k++) {
		const struct line *line = &g_array_index(lines, struct line, k);
		const nb_len left = line->begin - p.pages->body_x;
		const nb_len right =
		    p.pages->body_x + p.pages->body_w - line->end;

		g_assert_cmpstr(line->text, ==, g_strstrip(want[k]));
		g_assert_cmpint(line->first->role, ==, NB_ROLE_TITLE);
		g_assert_cmpint(ABS(left - right), <=, 1);
	}
	lines_free(lines);
	pages_release(&p);
}

/* The lines of tests/cases/title/titles.list; free with g_strfreev. */
static char **
read_list(void)
{
	const char *root = g_getenv("NIANBAO_ROOT");
	g_autofree char *path = g_build_filename(
	    root != NULL ? root : ".", "tests/cases/title/titles.list", NULL);
	g_autofree char *text = NULL;

	if (!g_file_get_contents(path, &text, NULL, NULL))
		g_error("%s cannot be read", path);
	return g_strsplit(text, "\n", -1);
}

/* Two organs are told apart by a blank, which vanishes at a line's end. */
static void
test_list(gconstpointer data)
{
	g_auto(GStrv) field = g_strsplit(data, "\t", 2);
	const struct shape shape = { field[1], field[0] };

	test_shape(&shape);
}

/* A title of n characters of no word. */
static struct pages
long_title(int n)
{
	g_autoptr(GString) yaml =
	    g_string_new("年度: 2024\n机关: 某局\n标题: ");

	for (int i = 0; i < n; i++)
		g_string_append(yaml, "永");
	g_string_append(yaml, "\n章节:\n- 标题: 总\n  正文: 甲乙丙。\n");
	return pages_make(yaml->str, -1);
}

/* A title without a single known word still fits and loses nothing. */
static void
test_unknown_words(void)
{
	struct pages p;
	GArray *lines;
	size_t n = 0;

	if (!pages_ready())
		return;
	p = long_title(150);
	lines = pages_lines(&p, false);
	for (guint k = 0; k < lines->len; k++) {
		const struct line *line = &g_array_index(lines, struct line, k);

		if (line->first->role != NB_ROLE_TITLE)
			continue;
		n += nb_str_chars(nb_str_z(line->text));
		g_assert_cmpint(line->begin, >=, p.pages->body_x);
	}
	g_assert_cmpuint(n, ==, 150);
	lines_free(lines);
	pages_release(&p);
}

/* Longer than a page: one line a row, inside the 版心, nothing lost. */
static void
test_pages_long(void)
{
	struct pages p;
	GArray *lines;
	size_t n = 0;

	if (!pages_ready())
		return;
	p = long_title(1000);
	lines = pages_lines(&p, false);
	for (guint k = 0; k < lines->len; k++) {
		const struct line *line = &g_array_index(lines, struct line, k);

		g_assert_cmpint(line->y, <, p.pages->body_y + p.pages->body_h);
		if (line->first->role == NB_ROLE_TITLE)
			n += nb_str_chars(nb_str_z(line->text));
	}
	g_assert_cmpuint(n, ==, 1000);
	lines_free(lines);
	pages_release(&p);
}

int
main(int argc, char **argv)
{
	g_auto(GStrv) list = read_list();

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(cases); i++) {
		g_autofree char *name =
		    g_strdup_printf("/title/shape/%zu", i + 1);

		g_test_add_data_func(name, &cases[i], test_shape);
	}
	for (guint i = 0, n = 0; list[i] != NULL; i++) {
		g_autofree char *name = NULL;

		if (*list[i] == '#' || *list[i] == '\0')
			continue;
		name = g_strdup_printf("/title/list/%u", ++n);
		g_test_add_data_func(name, list[i], test_list);
	}
	g_test_add_func("/title/unknown-words", test_unknown_words);
	g_test_add_func("/title/pages-long", test_pages_long);
	return g_test_run();
}
