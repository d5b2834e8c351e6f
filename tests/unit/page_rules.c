#include "page_rules.h"

#include <stdio.h>
#include <string.h>

static const char no_start[] = "，。、；：？！”’）〕】》〉」』·～%‰℃";
static const char no_end[] = "（〔【《〈「『“‘";

static bool
is_one_of(const char *set, uint32_t c)
{
	char utf8[7] = { 0 };

	g_unichar_to_utf8(c, utf8);
	return strstr(set, utf8) != NULL;
}

static void
check_edges(const struct line *line)
{
	const struct nb_str text = nb_str_z(line->text);
	const uint32_t first = nb_str_first(text), last = nb_str_last(text);

	const bool good =
	    !is_one_of(no_start, first) && !is_one_of(no_end, last);

	if (!good)
		fprintf(stderr, "# at an edge: %s\n", line->text);
	g_assert_true(good);
}

static void
check_inside(const struct pages *p, const struct line *line)
{
	const struct nb_pages *pages = p->pages;
	const uint32_t last = nb_str_last(nb_str_z(line->text));
	const nb_len hang = is_one_of("，。、；：？！．", last)
	    ? line->last->run.size / 2 + NB_LEN_PT
	    : NB_LEN_PT / 100;

	g_assert_cmpint(line->begin, >=, pages->body_x - 8);
	g_assert_cmpint(line->end, <=, pages->body_x + pages->body_w + hang);
	g_assert_cmpint(line->y, >, pages->body_y);
	g_assert_cmpint(line->y, <, pages->body_y + pages->body_h);
}

/* Not of a table or a chart, which have a grid of their own. */
static bool
is_text(const struct line *line)
{
	const enum nb_item_role role = line->first->role;

	return role == NB_ROLE_TITLE || role == NB_ROLE_ADDRESSEE ||
	    role == NB_ROLE_HEADING || role == NB_ROLE_BODY ||
	    role == NB_ROLE_SIGNATURE;
}

/* How many lines of the page's first paragraph stand on it. */
static void
check_page_starts(GArray *lines)
{
	for (guint i = 1; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);

		if (line->page == line[-1].page || !is_text(line) ||
		    !is_text(&line[-1]))
			continue;
		g_assert_cmpint(line[-1].first->role, !=, NB_ROLE_HEADING);
		if (i > 1 && line[-2].page == line[-1].page)
			g_assert_cmpint(
			    line[-2].first->role, !=, NB_ROLE_HEADING);
		g_assert_cmpint(line->first->role, !=, NB_ROLE_SIGNATURE);
		if (line->first->paragraph != line[-1].first->paragraph)
			continue;
		g_assert_cmpint(i + 1, <, lines->len);
		g_assert_cmpuint(
		    line->first->paragraph, ==, line[1].first->paragraph);
		g_assert_true(line->page == line[1].page);
	}
}

static void
check_counts(const struct pages *p, GArray *lines)
{
	unsigned n = 0;

	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);

		if (i == 0 || line->page != line[-1].page)
			n = 0;
		n += is_text(line);
		g_assert_cmpint(n, <=, p->t->lines);
	}
}

void
page_rules_check(const struct pages *p)
{
	GArray *lines = pages_lines(p, false);

	for (guint i = 0; i < lines->len; i++) {
		check_edges(&g_array_index(lines, struct line, i));
		check_inside(p, &g_array_index(lines, struct line, i));
	}
	check_counts(p, lines);
	check_page_starts(lines);
	lines_free(lines);
}

char *
page_rules_text(const struct pages *p)
{
	GArray *lines = pages_lines(p, false);
	GString *all = g_string_new(NULL);

	for (guint i = 0; i < lines->len; i++) {
		const struct nb_str text =
		    nb_str_z(g_array_index(lines, struct line, i).text);

		for (size_t at = 0; at < text.n;) {
			const uint32_t c = nb_utf8_next(text, &at);

			if (!nb_is_blank(c))
				g_string_append_unichar(all, c);
		}
	}
	lines_free(lines);
	return g_string_free(all, FALSE);
}
