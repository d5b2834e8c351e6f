/*
 * Figures as officials write them, read exactly and written back.
 */
#include "base/arena.h"
#include "model/quantity.h"

#include <glib.h>

enum { ROUNDS = 20000 };

/* number NULL: not a quantity. */
static const struct row {
	const char *name, *text, *number;
	enum nb_bound bound;
	unsigned power;
	const char *unit;
} rows[] = {
	{ "count", "71件", "71", NB_BOUND_EXACT, 0, "件" },
	{ "bare", "71", "71", NB_BOUND_EXACT, 0, "" },
	{ "zero", "0件", "0", NB_BOUND_EXACT, 0, "件" },
	{ "percent", "98.14%", "98.14", NB_BOUND_EXACT, 0, "%" },
	{ "percent-full", "９８．１％", "98.1", NB_BOUND_EXACT, 0, "%" },
	{ "percent-words", "百分之八十", "80", NB_BOUND_EXACT, 0, "%" },
	{ "percent-figures", "百分之98.5以上", "98.5", NB_BOUND_AT_LEAST, 0,
	    "%" },
	{ "permille", "千分之3", "3", NB_BOUND_EXACT, 0, "‰" },
	{ "last-zero-kept", "98.10%", "98.10", NB_BOUND_EXACT, 0, "%" },
	{ "below-one", "0.05分", "0.05", NB_BOUND_EXACT, 0, "分" },
	{ "minus", "-5.2%", "-5.2", NB_BOUND_EXACT, 0, "%" },
	{ "minus-sign", "−0.5%", "-0.5", NB_BOUND_EXACT, 0, "%" },
	{ "plus", "+3个百分点", "3", NB_BOUND_EXACT, 0, "个百分点" },
	{ "thousands", "1,234,567件", "1234567", NB_BOUND_EXACT, 0, "件" },
	{ "blanks", " 12 人次 ", "12", NB_BOUND_EXACT, 0, "人次" },
	{ "han", "十二场", "12", NB_BOUND_EXACT, 0, "场" },
	{ "at-least", "不少于8次", "8", NB_BOUND_AT_LEAST, 0, "次" },
	{ "at-least-sign", "≥3名", "3", NB_BOUND_AT_LEAST, 0, "名" },
	{ "at-least-ascii", ">= 3名", "3", NB_BOUND_AT_LEAST, 0, "名" },
	{ "at-least-behind", "12天以上", "12", NB_BOUND_AT_LEAST, 0, "天" },
	{ "at-most", "不超过20天", "20", NB_BOUND_AT_MOST, 0, "天" },
	{ "at-most-behind", "5个工作日以内", "5", NB_BOUND_AT_MOST, 0,
	    "个工作日" },
	{ "more", "超过95%", "95", NB_BOUND_MORE, 0, "%" },
	{ "more-odd", "30余件", "30", NB_BOUND_MORE, 0, "件" },
	{ "more-odd-power", "3万余人", "3", NB_BOUND_MORE, 4, "人" },
	{ "less", "不到1%", "1", NB_BOUND_LESS, 0, "%" },
	{ "about", "约50户", "50", NB_BOUND_ABOUT, 0, "户" },
	{ "about-behind", "50户左右", "50", NB_BOUND_ABOUT, 0, "户" },
	{ "reached", "达到98%", "98", NB_BOUND_EXACT, 0, "%" },
	{ "at-least-hant", "不少於8次", "8", NB_BOUND_AT_LEAST, 0, "次" },
	{ "more-hant", "超過95%", "95", NB_BOUND_MORE, 0, "%" },
	{ "at-most-hant", "5個工作日以內", "5", NB_BOUND_AT_MOST, 0,
	    "個工作日" },
	{ "odd-hant", "3萬餘項", "3", NB_BOUND_MORE, 4, "項" },
	{ "reached-hant", "達到98％", "98", NB_BOUND_EXACT, 0, "%" },
	{ "about-hant", "約1.5億元", "1.5", NB_BOUND_ABOUT, 8, "元" },
	{ "permille-full", "千分之3.5", "3.5", NB_BOUND_EXACT, 0, "‰" },
	{ "two", "两次", "2", NB_BOUND_EXACT, 0, "次" },
	{ "two-hant", "兩萬元", "2", NB_BOUND_EXACT, 4, "元" },
	{ "two-hundred", "两百件", NULL, 0, 0, NULL },
	{ "beyond", "逾300人", "300", NB_BOUND_MORE, 0, "人" },
	{ "within", "15日之内", "15", NB_BOUND_AT_MOST, 0, "日" },
	{ "at-most-word", "最多3次", "3", NB_BOUND_AT_MOST, 0, "次" },
	{ "myriads", "1.2万元", "1.2", NB_BOUND_EXACT, 4, "元" },
	{ "hundred-millions", "3亿元", "3", NB_BOUND_EXACT, 8, "元" },
	{ "ten-millions", "3千万元", "3", NB_BOUND_EXACT, 7, "元" },
	{ "kilometres", "3千米", "3", NB_BOUND_EXACT, 0, "千米" },
	{ "square", "120㎡", "120", NB_BOUND_EXACT, 0, "㎡" },
	{ "latin", "3.5km", "3.5", NB_BOUND_EXACT, 0, "km" },
	{ "17-digits", "12345678901234567元", "12345678901234567",
	    NB_BOUND_EXACT, 0, "元" },
	{ "18-digits", "123456789012345678元", NULL, 0, 0, NULL },
	{ "empty", "", NULL, 0, 0, NULL },
	{ "words", "全部办结", NULL, 0, 0, NULL },
	{ "unit-alone", "件", NULL, 0, 0, NULL },
	{ "ordinal", "第3名", NULL, 0, 0, NULL },
	{ "range", "3—5次", NULL, 0, 0, NULL },
	{ "two-numbers", "2场3次", NULL, 0, 0, NULL },
	{ "fraction", "12/13", NULL, 0, 0, NULL },
	{ "date", "2024.3.20", NULL, 0, 0, NULL },
	{ "point-last", "71.件", NULL, 0, 0, NULL },
	{ "wrong-group", "1,23件", NULL, 0, 0, NULL },
	{ "remark", "71件（含上年结转）", NULL, 0, 0, NULL },
	{ "sentence", "71件案件全部在法定期限内办结", NULL, 0, 0, NULL },
	{ "share-and-unit", "百分之八十件", NULL, 0, 0, NULL },
};

/* In units of 10^power and 10^-places; want NULL: not exact, too large. */
static const struct scale {
	const char *name, *text;
	unsigned power, places;
	const char *want;
} scales[] = {
	{ "as-it-is", "71件", 0, 0, "71" },
	{ "places", "98.1%", 0, 2, "98.10" },
	{ "places-lost", "98.14%", 0, 1, NULL },
	{ "zeros-lost", "98.10%", 0, 1, "98.1" },
	{ "down", "1.2万元", 0, 0, "12000" },
	{ "down-to-myriads", "1.2亿元", 4, 0, "12000" },
	{ "up", "9000元", 4, 1, "0.9" },
	{ "zero", "0万亿元", 0, 9, "0.000000000" },
	{ "too-large", "99999万亿元", 0, 6, NULL },
};

static void
test_read(gconstpointer data)
{
	const struct row *row = data;
	struct nb_arena *a = nb_arena_new();
	struct nb_quantity q;

	if (row->number == NULL) {
		g_assert_false(nb_quantity_read(nb_str_z(row->text), &q));
	} else {
		g_assert_true(nb_quantity_read(nb_str_z(row->text), &q));
		g_assert_cmpstr(
		    nb_decimal_text(a, q.number).p, ==, row->number);
		g_assert_cmpint(q.bound, ==, row->bound);
		g_assert_cmpuint(q.power, ==, row->power);
		g_assert_true(nb_str_eq(q.unit, nb_str_z(row->unit)));
	}
	nb_arena_free(a);
}

static void
test_scale(gconstpointer data)
{
	const struct scale *row = data;
	struct nb_arena *a = nb_arena_new();
	struct nb_decimal d = { .places = row->places };
	struct nb_quantity q;

	g_assert_true(nb_quantity_read(nb_str_z(row->text), &q));
	g_assert_cmpint(nb_quantity_scale(&q, row->power, row->places, &d.n),
	    ==, row->want != NULL);
	if (row->want != NULL)
		g_assert_cmpstr(nb_decimal_text(a, d).p, ==, row->want);
	nb_arena_free(a);
}

/* Of at most 17 digits, the one before the point among them. */
static struct nb_decimal
any_decimal(GRand *r)
{
	const unsigned digits = (unsigned)g_rand_int_range(r, 1, 18);
	struct nb_decimal d = { 0 };

	for (unsigned i = 0; i < digits; i++)
		d.n = d.n * 10 + g_rand_int_range(r, 0, 10);
	d.places = (unsigned)g_rand_int_range(r, 0, (gint32)digits);
	if (g_rand_boolean(r))
		d.n = -d.n;
	return d;
}

static void
test_places(void)
{
	const struct nb_quantity q = { .number = { 125, 2 }, .power = 4 };

	g_assert_cmpuint(nb_quantity_places(&q, 4), ==, 2);
	g_assert_cmpuint(nb_quantity_places(&q, 3), ==, 1);
	g_assert_cmpuint(nb_quantity_places(&q, 0), ==, 0);
	g_assert_cmpuint(nb_quantity_places(&q, 6), ==, 4);
}

/* What is printed of a figure reads as that figure. */
static void
test_again(void)
{
	static const char *const units[] = { "", "件", "人次", "%", "‰", "元",
		"學時", "㎡" };
	static const unsigned powers[] = { 0, 0, 0, 4, 6, 7, 8, 12 };
	static const struct {
		const char *before, *behind;
		enum nb_bound bound;
	} bounds[] = { { "", "", NB_BOUND_EXACT },
		{ "≥", "", NB_BOUND_AT_LEAST },
		{ "不超過", "", NB_BOUND_AT_MOST },
		{ "", "以上", NB_BOUND_AT_LEAST },
		{ "约", "", NB_BOUND_ABOUT } };
	g_autoptr(GRand) r = g_rand_new_with_seed(3);

	for (int i = 0; i < ROUNDS; i++) {
		struct nb_arena *a = nb_arena_new();
		const size_t b = (size_t)g_rand_int(r) % NB_COUNT(bounds);
		const struct nb_str unit =
		    nb_str_z(units[(size_t)g_rand_int(r) % NB_COUNT(units)]);
		const unsigned power =
		    powers[(size_t)g_rand_int(r) % NB_COUNT(powers)];
		const struct nb_decimal d = any_decimal(r);
		const struct nb_str text = nb_arena_printf(a,
		    "%s" NB_FMT NB_FMT NB_FMT "%s", bounds[b].before,
		    NB_ARG(nb_decimal_text(a, d)), NB_ARG(nb_power_word(power)),
		    NB_ARG(unit), bounds[b].behind);
		struct nb_quantity q;

		g_assert_true(nb_quantity_read(text, &q));
		g_assert_true(q.number.n == d.n);
		g_assert_cmpuint(q.number.places, ==, d.places);
		g_assert_cmpuint(q.power, ==, power);
		g_assert_cmpint(q.bound, ==, bounds[b].bound);
		g_assert_true(nb_str_eq(q.unit, unit));
		nb_arena_free(a);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strconcat("/quantity/read/", rows[i].name, NULL);

		g_test_add_data_func(path, &rows[i], test_read);
	}
	for (size_t i = 0; i < NB_COUNT(scales); i++) {
		g_autofree char *path =
		    g_strconcat("/quantity/scale/", scales[i].name, NULL);

		g_test_add_data_func(path, &scales[i], test_scale);
	}
	g_test_add_func("/quantity/places", test_places);
	g_test_add_func("/quantity/again", test_again);
	return g_test_run();
}
