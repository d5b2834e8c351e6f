/*
 * Page breaks: units are written as words: p12 a paragraph of 12 rows, p12-11
 * one that can also be set in 11, h a heading of one row, b a blank row, s a
 * signature of three rows held together and with the row before it.  Pages of
 * ten rows.  The result is how many rows each page has.
 */
#include "base/arena.h"
#include "layout/makeup.h"

#include <glib.h>
#include <stdlib.h>

enum { ROWS = 10, WIDOW = 5000, ORPHAN = 60, SHORTER = 150 };

static const struct {
	const char *units, *pages;
} cases[] = {
	{ "p3", "3" }, { "p10", "10" }, { "p20", "10 10" },
	{ "p25", "10 10 5" }, { "p8 p5", "10 3" },
	{ "p9 p2 p3", "9 5" },    /* a paragraph of two is not torn */
	{ "p8 p3 p4", "9 6" },    /* no page begins with its last row */
	{ "p8 p3-2 p4", "10 4" }, /* set shorter, nothing is torn */
	{ "p9 h p5", "9 6" },     /* no heading at the foot */
	{ "p8 h p5", "8 6" },     /* nor with only one row behind it */
	{ "p7 h p5", "10 3" },
	{ "p10 b p3", "10 3" }, /* a blank row does not begin a page */
	{ "p8 s", "6 5" },      /* the signature takes rows along */
	{ "p9 p1 s", "9 4" },
	{ "h h h h h h h h h h h", "10 1" }, /* nothing is allowed: cut */
};

/* What one word makes. */
static struct nb_variant
variant_of(struct nb_arena *a, uint32_t rows, int32_t cost)
{
	int32_t *behind = nb_new_n(a, int32_t, rows);

	for (uint32_t r = 0; r + 1 < rows; r++) {
		behind[r] += r == 0 ? ORPHAN : 0;
		behind[r] += r + 2 == rows ? WIDOW : 0;
	}
	return (struct nb_variant){ behind, rows, cost };
}

static struct nb_unit
unit_of(struct nb_arena *a, const char *word)
{
	struct nb_variant *v = nb_new_n(a, struct nb_variant, 2);
	struct nb_unit u = { .variant = v, .n_variants = 1 };
	char *end;

	u.blank = word[0] == 'b';
	if (word[0] == 'h')
		u.break_after = NB_BREAK_NEVER;
	v[0] = variant_of(
	    a, word[1] == '\0' ? 1 : (uint32_t)strtoul(word + 1, &end, 10), 0);
	if (word[0] == 's') {
		int32_t *never = nb_new_n(a, int32_t, 3);

		never[0] = never[1] = NB_BREAK_NEVER;
		v[0] = (struct nb_variant){ never, 3, 0 };
	} else if (word[1] != '\0' && *end == '-') {
		v[1] = variant_of(
		    a, (uint32_t)strtoul(end + 1, NULL, 10), SHORTER);
		u.n_variants = 2;
	}
	return u;
}

/* Rows of each page that are not blank at its head. */
static char *
pages_of(const struct nb_unit *unit, uint32_t n, const struct nb_makeup *m)
{
	GString *s = g_string_new(NULL);
	uint32_t page = 0, rows = 0;

	for (uint32_t u = 0; u < n; u++) {
		const uint32_t n_rows = unit[u].variant[m->variant[u]].n_rows;

		for (uint32_t r = 0; r < n_rows; r++) {
			if (page + 1 < m->n_pages &&
			    m->page[page + 1].unit == u &&
			    m->page[page + 1].row == r) {
				g_string_append_printf(s, "%u ", rows);
				rows = 0;
				page++;
			}
			rows += !(unit[u].blank && rows == 0);
		}
	}
	g_string_append_printf(s, "%u", rows);
	return g_string_free(s, FALSE);
}

static void
test_case(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const struct nb_makeup_style style = { ROWS, 400 };
	struct nb_arena *a = nb_arena_new();
	g_auto(GStrv) word = g_strsplit(cases[i].units, " ", -1);
	const uint32_t n = g_strv_length(word);
	struct nb_unit *unit = nb_new_n(a, struct nb_unit, n);
	g_autofree char *pages = NULL;
	struct nb_makeup m;

	for (uint32_t u = 0; u < n; u++) {
		unit[u] = unit_of(a, word[u]);
		/* 标题后留两行: no break behind the first row after h */
		if (u > 0 && word[u - 1][0] == 'h' &&
		    unit[u].variant[0].n_rows > 1)
			unit[u].variant[0].break_cost[0] = NB_BREAK_NEVER;
		if (u > 0 && word[u][0] == 's')
			unit[u - 1].break_after = NB_BREAK_NEVER;
	}
	m = nb_makeup_find(a, unit, n, &style);
	pages = pages_of(unit, n, &m);
	g_assert_cmpstr(pages, ==, cases[i].pages);
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(cases); i++) {
		g_autofree char *name =
		    g_strdup_printf("/makeup/%s", cases[i].units);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_case);
	}
	return g_test_run();
}
