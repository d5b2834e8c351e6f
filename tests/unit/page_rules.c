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

/* 孤字: no paragraph ends with a line of one character. */
static void
check_last_lines(GArray *lines)
{
	for (guint i = 1; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);
		const struct nb_str text = nb_str_z(line->text);
		unsigned n = 0;

		if (line->first->role != NB_ROLE_BODY ||
		    line->first->paragraph != line[-1].first->paragraph)
			continue;
		for (size_t at = 0; at < text.n;)
			n += !is_one_of(no_start, nb_utf8_next(text, &at));
		if (n < 2)
			fprintf(stderr, "# one character: %s\n", line->text);
		g_assert_cmpuint(n, >=, 2);
	}
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

/*
 * A signature that with its text takes nearly all of a page: other rules may
 * have to give way.
 */
static bool
is_signature_tall(const struct pages *p, const struct nb_page *page)
{
	const nb_len low = p->pages->body_y + p->pages->body_h * 3 / 4;

	for (uint32_t i = 0; i < page->n_items; i++)
		if (page->item[i].role == NB_ROLE_SIGNATURE &&
		    page->item[i].y > low)
			return true;
	return false;
}

/* How many lines of the page's first paragraph stand on it. */
static void
check_page_starts(const struct pages *p, GArray *lines)
{
	for (guint i = 1; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);

		if (line->page == line[-1].page || !is_text(line) ||
		    !is_text(&line[-1]))
			continue;
		g_assert_cmpint(line[-1].first->role, !=, NB_ROLE_HEADING);
		if (i > 1 && line[-2].page == line[-1].page &&
		    line[-2].first->role == NB_ROLE_HEADING)
			g_assert_true(is_signature_tall(p, line->page));
		if (line[-1].first->role != NB_ROLE_SIGNATURE)
			g_assert_cmpint(
			    line->first->role, !=, NB_ROLE_SIGNATURE);
		if (line->first->paragraph != line[-1].first->paragraph ||
		    is_signature_tall(p, line->page))
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

/* Nothing is drawn outside the 版心 but a 版头's mark and rules (10.1). */
static void
check_rules_inside(const struct pages *p)
{
	const struct nb_pages *pages = p->pages;
	const nb_len right = pages->body_x + pages->body_w;
	const nb_len bottom = pages->body_y + pages->body_h;

	for (uint32_t i = 0; i < pages->n_pages; i++)
		for (uint32_t k = 0; k < pages->page[i].n_items; k++) {
			const struct nb_item *item = &pages->page[i].item[k];

			if (item->kind != NB_ITEM_RULE || item->turned ||
			    item->role == NB_ROLE_HEAD)
				continue;
			g_assert_cmpint(item->x, >=, pages->body_x - 8);
			g_assert_cmpint(item->y, >=, pages->body_y - 8);
			g_assert_cmpint(item->x + item->rule.w, <=, right + 8);
			g_assert_cmpint(item->y + item->rule.h, <=, bottom + 8);
		}
}

/* No line covers the one above it; a 版头 has parts side by side. */
static void
check_apart(GArray *lines)
{
	for (guint i = 1; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);
		const struct line *above = line - 1;

		if (line->page != above->page ||
		    line->first->role == NB_ROLE_HEAD || !is_text(line))
			continue;
		g_assert_cmpint(line->y - above->y, >=,
		    MIN(line->first->run.size, above->first->run.size));
	}
}

/* 正文, with its tables and charts. */
static bool
is_prose(const struct line *line)
{
	const enum nb_item_role role = line->first->role;

	return role == NB_ROLE_HEADING || role == NB_ROLE_BODY ||
	    role == NB_ROLE_CELL || role == NB_ROLE_TABLE_CAPTION ||
	    role == NB_ROLE_FIGURE || role == NB_ROLE_FIGURE_CAPTION;
}

/* The lines of a signature; those of 正文 above it on its first page. */
struct ending {
	const struct line *first, *last;
	int lines, with;
	int prose, list; /* of the whole document */
};

static struct ending
find_ending(GArray *lines)
{
	struct ending e = { 0 };

	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);

		e.prose += is_prose(line);
		e.list += line->first->role == NB_ROLE_LIST;
		if (line->first->role != NB_ROLE_SIGNATURE)
			continue;
		e.lines++;
		e.last = line;
		if (e.first == NULL)
			e.first = line;
	}
	for (guint i = 0; i < lines->len && e.first != NULL; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);

		e.with += is_prose(line) && line < e.first &&
		    line->page == e.first->page;
	}
	return e;
}

/*
 * 7.3.5.5: text stands above a signature; neither is torn unless a page
 * cannot hold it.
 */
static void
check_signature(const struct pages *p, GArray *lines)
{
	const struct nb_template *t = p->t;
	const struct ending e = find_ending(lines);
	const nb_len seal = t->seal.size + t->seal.gap + t->pitch;
	const int rows = t->sign_with +
	    (p->report->seal ? e.lines * (int)(seal / t->pitch) + t->seal.before
			     : e.lines + t->sign_before);

	if (e.first == NULL)
		return;
	if (e.first->page != e.last->page)
		g_assert_cmpint(rows, >, t->lines);
	else if (rows + e.list + t->list.before <= t->lines)
		g_assert_cmpint(e.with, >=, MIN(t->sign_with, e.prose));
	else
		g_assert_cmpint(e.with + e.list, >, 0);
}

void
page_rules_check(const struct pages *p)
{
	GArray *lines = pages_lines(p, false);

	for (guint i = 0; i < lines->len; i++) {
		check_edges(&g_array_index(lines, struct line, i));
		check_inside(p, &g_array_index(lines, struct line, i));
	}
	check_last_lines(lines);
	check_counts(p, lines);
	check_page_starts(p, lines);
	check_apart(lines);
	check_signature(p, lines);
	check_rules_inside(p);
	lines_free(lines);
}

int
page_rules_last_rows(const struct pages *p)
{
	const struct nb_page *last = &p->pages->page[p->pages->n_pages - 1];
	GArray *lines = pages_lines(p, false);
	nb_len y = 0;

	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);

		if (line->page == last)
			y = MAX(y, line->y);
	}
	lines_free(lines);
	return 1 + (y - p->pages->body_y) / p->t->pitch;
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
