/*
 * Places of signatures that are to be sealed (GB/T 9704-2012 7.3.5.1): the
 * last over the date, no seal outside the 版心, none touching another.
 */
#include "base/base.h"
#include "layout/seal.h"

#include <glib.h>

enum { MOST = 12 };

static const struct nb_template t = {
	.body_w = 442 * NB_LEN_PT,
	.cell = 16 * NB_LEN_PT,
	.seal = { .right = 64 * NB_LEN_PT,
	    .size = 119 * NB_LEN_PT,
	    .gap = 6 * NB_LEN_PT },
};

/* n names of so many characters; the date is 6.5 characters wide. */
struct row {
	const char *name;
	uint32_t n;
	int chars, rows, first_row;
};

static const struct row rows[] = {
	{ "one", 1, 6, 1, 1 },
	{ "one-long", 1, 26, 1, 1 },
	{ "two", 2, 6, 1, 2 },
	{ "three", 3, 6, 1, 3 },
	{ "four-in-two-rows", 4, 6, 2, 2 },
	{ "five-in-two-rows", 5, 6, 2, 3 },
	{ "two-long", 2, 15, 2, 1 },
	{ "twelve", 12, 5, 4, 3 },
};

static void
check_seal(const struct nb_seal_place *p, nb_len width, nb_len *end)
{
	const nb_len centre = p->x + width / 2;

	g_assert_cmpint(p->x, >=, 0);
	g_assert_cmpint(p->x + width, <=, t.body_w);
	g_assert_cmpint(centre - t.seal.size / 2, >=, *end);
	g_assert_cmpint(centre + t.seal.size / 2, <=, t.body_w + 1);
	*end = centre + t.seal.size / 2 + t.seal.gap - 1;
}

static void
test_places(gconstpointer data)
{
	const struct row *r = data;
	const nb_len name = r->chars * t.cell, date = t.cell * 13 / 2;
	nb_len width[MOST], end = 0;
	struct nb_seal_place at[MOST];
	uint32_t first = 0;

	for (uint32_t i = 0; i < r->n; i++)
		width[i] = name;
	g_assert_cmpint(nb_seal_places(&t, width, r->n, date, at), ==, r->rows);
	for (uint32_t i = 0; i < r->n; i++) {
		if (i > 0 && at[i].row != at[i - 1].row)
			end = 0;
		first += at[i].row == 0;
		check_seal(&at[i], name, &end);
	}
	g_assert_cmpint(first, ==, r->first_row);
	/* centred over the date, unless the name has no room there */
	if (name / 2 <= t.seal.right + date / 2)
		g_assert_cmpint(at[r->n - 1].x + name / 2, ==,
		    t.body_w - t.seal.right - date / 2);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strdup_printf("/seal/%s", rows[i].name);

		g_test_add_data_func(path, &rows[i], test_places);
	}
	return g_test_run();
}
