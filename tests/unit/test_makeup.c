/*
 * Page breaks: units are written as words: p12 a paragraph of 12 rows, p12-11
 * one that can also be set in 11, h a heading of one row, b a blank row, s a
 * signature of three rows held together and with the row before it, f4 a 版记
 * of four, e4 one that must stand on an even page.  Pages of ten rows, the
 * last with four at least.  The result is how many rows each page has.
 */
#include "base/arena.h"
#include "layout/makeup.h"

#include <glib.h>
#include <stdlib.h>

enum {
	ROWS = 10,
	LAST = 4,
	WIDOW = 40000,
	ORPHAN = 60,
	SHORTER = 150,
	LONGER = 250,
};

static const struct {
	const char *units, *pages;
} cases[] = {
	{ "p3", "3" }, { "p10", "10" }, { "p20", "10 10" },
	{ "p25", "10 10 5" }, { "p8 p5", "10 3" },
	{ "p10 p2-1 p9", "10 10" }, /* squeezed off the last page */
	{ "p5-4 p5-4 p2", "10" },   /* more than one paragraph is */
	{ "p5-6 p5-6 p2", "10 4" }, /* or lines are made to run over */
	{ "p5-4 p5-4 p4", "10 4" }, /* four rows are enough */
	{ "p2-3", "2" },            /* one page need not be full */
	{ "p10 p2", "10 2" },       /* a page is not left short */
	{ "p6 f4", "10" },          /* the 版记 below the text */
	{ "p7 f4", "7 4" },         /* or on a page of its own */
	{ "p7-6 f4", "10" },        /* squeezed for it */
	{ "p6 e4", "6 4" },         /* on the back */
	{ "p10 p6 e4", "10 10" },   /* and on page 2 */
	{ "p10 p9 e4", "10 9 4" },  /* page 3 stays empty */
	{ "p10 p9-6 e4", "10 10" },
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
	u.foot = word[0] == 'f' || word[0] == 'e';
	u.even = word[0] == 'e';
	if (word[0] == 'h')
		u.break_after = NB_BREAK_NEVER;
	v[0] = variant_of(
	    a, word[1] == '\0' ? 1 : (uint32_t)strtoul(word + 1, &end, 10), 0);
	if (word[0] == 's')
		v[0] = variant_of(a, 3, 0);
	if (word[0] == 's' || u.foot)
		for (uint32_t r = 0; r + 1 < v[0].n_rows; r++)
			v[0].break_cost[r] = NB_BREAK_NEVER;
	else if (word[1] != '\0' && *end == '-') {
		const uint32_t rows = (uint32_t)strtoul(end + 1, NULL, 10);

		v[1] =
		    variant_of(a, rows, rows < v[0].n_rows ? SHORTER : LONGER);
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
	const struct nb_makeup_style style = {
		.rows = ROWS,
		.cost_empty = 400,
		.last_rows = LAST,
		.cost_last = 350,
		.cost_foot_alone = 1500,
		.cost_blank = 1000,
		.first_odd = true,
	};
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
