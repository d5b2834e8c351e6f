/*
 * How large 发文机关标志 is set and where its parts stand (GB/T 9704-2012
 * 7.2.4).  Lengths in pt.
 */
#include "base/base.h"
#include "layout/mark.h"

#include <glib.h>

static const struct nb_head_style style = {
	.mark_spread = 300,
	.mark_pitch = 1250,
	.mark_stack = 150 * NB_LEN_PT,
	.suffix_gap = 500,
	.mark_ample = 36 * NB_LEN_PT,
	.mark_narrow = 700,
};

/* A name of n characters is n times the size wide. */
struct row {
	const char *name;
	int chars, names, suffix;
	int size, name_w, height, x; /* wanted */
	int narrow;
};

static const struct row rows[] = {
	{ "fills-the-measure", 10, 1, 0, 44, 440, 44, 0, 1000 },
	{ "shrinks-to-the-measure", 12, 1, 0, 37, 440, 37, 0, 1000 },
	{ "is-made-narrow", 15, 1, 0, 36, 440, 36, 0, 815 },
	{ "shrinks-when-narrow", 25, 1, 0, 25, 440, 25, 0, 700 },
	{ "spreads-to-the-measure", 7, 1, 0, 60, 440, 60, 0, 1000 },
	{ "spreads-no-further", 4, 1, 0, 60, 294, 60, 73, 1000 },
	{ "one-character", 1, 1, 0, 60, 60, 60, 190, 1000 },
	{ "two-names", 8, 2, 2, 42, 335, 94, 0, 1000 },
	{ "narrow-names", 12, 2, 2, 36, 364, 81, 0, 843 },
	{ "stack-is-limited", 2, 6, 2, 21, 48, 150, 170, 1000 },
};

static nb_len
ems(int n)
{
	return 60 * NB_LEN_PT * n;
}

static void
assert_near(nb_len got, int want)
{
	g_assert_cmpint(ABS(got - want * NB_LEN_PT), <=, NB_LEN_PT);
}

static void
test_fit(gconstpointer data)
{
	const struct row *r = data;
	const struct nb_mark mark = {
		.most = ems(1),
		.measure = 440 * NB_LEN_PT,
		.width = ems(r->chars),
		.gaps = (unsigned)r->chars - 1,
		.names = (unsigned)r->names,
		.suffix_width = ems(r->suffix),
	};
	const struct nb_mark_fit f = nb_mark_fit(&mark, &style);
	const nb_len em = (nb_len)((int64_t)f.size * f.narrow / 1000);
	const nb_len suffix = r->suffix == 0 ? 0 : em * r->suffix + em / 2;

	assert_near(f.size, r->size);
	g_assert_cmpint(ABS(f.narrow - r->narrow), <=, 2);
	assert_near(f.name_w, r->name_w);
	assert_near(f.height, r->height);
	assert_near(f.x, r->x);
	g_assert_cmpint(f.x, >=, 0);
	g_assert_cmpint(f.x + f.name_w + suffix, <=, mark.measure + 8);
	g_assert_cmpint(f.suffix_y + f.size + f.suffix_y, <=, f.height + 1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strdup_printf("/mark/%s", rows[i].name);

		g_test_add_data_func(path, &rows[i], test_fit);
	}
	return g_test_run();
}
