/*
 * Mends of findings: which are taken, what they make of a text, and whether
 * the text still says the same; findings recognised in a later version.
 */
#include "base/arena.h"
#include "diag/fingerprint.h"
#include "diag/mend.h"
#include "source/reader.h"
#include "source/same.h"

#include <glib.h>
#include <string.h>

static const struct nb_code code = { .id = "T01", .severity = NB_WARNING };

struct fixture {
	struct nb_arena *arena;
	struct nb_diags d;
	const struct nb_text *text;
	struct nb_mends mends;
};

static void
set_up(struct fixture *f, const char *bytes)
{
	f->arena = nb_arena_new();
	nb_diags_init(&f->d, f->arena);
	f->text = nb_text_new(f->arena, NB_S("年报.yaml"), nb_str_z(bytes));
	nb_mends_init(&f->mends, f->text);
}

static void
tear_down(struct fixture *f)
{
	nb_mends_clear(&f->mends);
	nb_arena_free(f->arena);
}

static struct nb_diag *
add(struct fixture *f, uint32_t begin, uint32_t end, const char *with)
{
	struct nb_diag *g = nb_diag_add(
	    &f->d, &code, (struct nb_span){ f->text, begin, end }, "错");

	if (with != NULL)
		g->fix = nb_str_z(with);
	return g;
}

struct edit {
	uint32_t begin, end;
	const char *with;
};

/* One finding each, of “甲乙丙丁” written as abcd. */
static const struct {
	const char *name;
	struct edit edit[3];
	const char *want;
} meets[] = {
	{ "none", { { 0 } }, "abcd" },
	{ "replace", { { 1, 2, "X" } }, "aXcd" },
	{ "insert", { { 2, 2, "X" } }, "abXcd" },
	{ "delete", { { 0, 4, "" } }, "" },
	{ "neighbours", { { 2, 3, "Y" }, { 1, 2, "X" } }, "aXYd" },
	{ "first-wins", { { 1, 3, "X" }, { 2, 4, "Y" } }, "aXd" },
	{ "first-added-wins", { { 2, 4, "Y" }, { 1, 3, "X" } }, "abY" },
	{ "same-place", { { 2, 2, "X" }, { 2, 2, "Y" } }, "abXcd" },
	{ "insert-before", { { 2, 2, "X" }, { 2, 3, "Y" } }, "abXYd" },
	{ "chain", { { 0, 2, "X" }, { 1, 3, "Y" }, { 2, 4, "Z" } }, "XZ" },
};

static void
test_meet(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autoptr(GString) got = g_string_new(NULL);
	struct fixture f;

	set_up(&f, "abcd");
	for (size_t k = 0; meets[i].edit[k].with != NULL; k++) {
		const struct edit *e = &meets[i].edit[k];

		g_assert_true(
		    nb_mends_add(&f.mends, add(&f, e->begin, e->end, e->with)));
		if (k == 2)
			break;
	}
	nb_mends_settle(&f.mends);
	nb_mends_apply(&f.mends, 0, 4, got);
	g_assert_cmpstr(got->str, ==, meets[i].want);
	tear_down(&f);
}

/* The places of one finding go together; one without a mend has none. */
static void
test_together(void)
{
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_diag *several;
	struct fixture f;

	set_up(&f, "abcd");
	g_assert_false(nb_mends_add(&f.mends, add(&f, 0, 1, NULL)));
	nb_mends_add(&f.mends, add(&f, 3, 4, "D"));
	several = add(&f, 0, 1, NULL);
	nb_diag_add_edit(
	    &f.d, several, (struct nb_span){ f.text, 0, 1 }, NB_S("A"));
	nb_diag_add_edit(
	    &f.d, several, (struct nb_span){ f.text, 3, 4 }, NB_S("X"));
	g_assert_true(nb_mends_add(&f.mends, several));
	nb_mends_settle(&f.mends);
	nb_mends_apply(&f.mends, 0, 4, got);
	g_assert_cmpstr(got->str, ==, "abcD");
	tear_down(&f);
}

static const struct {
	const char *name, *yaml;
	struct edit edit;
	bool same;
} sames[] = {
	{ "word", "a: bcd\ne: f\n", { 4, 5, "X" }, true },
	{ "append", "a: bcd\ne: f\n", { 6, 6, "X" }, true },
	{ "quoted", "a: 'bcd'\n", { 4, 5, "X" }, true },
	{ "quote-in-quotes", "a: 'bcd'\n", { 4, 5, "'" }, false },
	{ "comment-made", "a: bcd\n", { 4, 5, " # " }, false },
	{ "list-made", "a: bcd\n", { 3, 6, "[b]" }, false },
	{ "bar-made", "a: bcd\n", { 3, 6, "| b" }, false },
	{ "line-made", "a: bcd\ne: f\n", { 4, 5, "\nx: " }, false },
	{ "value-gone", "a: bcd\ne: f\n", { 3, 6, "" }, true },
	{ "pair-gone", "a: bcd\ne: f\n", { 0, 7, "" }, false },
	{ "key", "a: bcd\ne: f\n", { 0, 1, "x" }, true },
	{ "key-repeated", "a: bcd\ne: f\n", { 0, 1, "e" }, false },
	{ "block", "a: |\n  bcd\n  efg\n", { 14, 15, "X" }, true },
	{ "block-indent", "a: |\n  bcd\n  efg\n", { 10, 11, "" }, false },
	{ "item", "- ab\n- cd\n", { 7, 8, "X" }, true },
	{ "item-gone", "- ab\n- cd\n", { 5, 10, "" }, false },
	{ "colon", "a：bcd\ne: f\n", { 1, 4, ": " }, true },
};

static void
test_same(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const struct edit *e = &sames[i].edit;
	g_autoptr(GString) now = g_string_new(NULL);
	const struct nb_text *text;
	struct nb_span at;
	struct fixture f;

	set_up(&f, sames[i].yaml);
	nb_mends_add(&f.mends, add(&f, e->begin, e->end, e->with));
	nb_mends_settle(&f.mends);
	nb_mends_apply(&f.mends, 0, (uint32_t)f.text->bytes.n, now);
	text = nb_text_new(f.arena, NB_S("x"), nb_str_z(now->str));
	g_assert_cmpint(nb_node_is_same(nb_source_yaml(f.arena, f.text, &f.d),
			    nb_source_yaml(f.arena, text, &f.d), &f.mends, &at),
	    ==, sames[i].same);
	tear_down(&f);
}

/* The fingerprint of the place that stands between [ and ]. */
static char *
fingerprint(const char *bytes)
{
	g_auto(GStrv) part = g_strsplit_set(bytes, "[]", 3);
	g_autofree char *plain = g_strjoinv("", part);
	const uint32_t begin = (uint32_t)strlen(part[0]);
	char *print = g_malloc(NB_FINGERPRINT + 1);
	struct fixture f;

	set_up(&f, plain);
	nb_diag_fingerprint(
	    add(&f, begin, begin + (uint32_t)strlen(part[1]), NULL), print);
	tear_down(&f);
	return print;
}

static const struct {
	const char *name, *old, *now;
	bool same;
} prints[] = {
	{ "lines-before", "甲\n乙[丙]丁\n", "甲\n甲\n甲\n乙[丙]丁\n", true },
	{ "blanks", "乙 [丙]丁\n", "  乙[丙] 丁\n", true },
	{ "far-away", "一二三四五六七八九十甲乙丙[丁]",
	    "零二三四五六七八九十甲乙丙[丁]", true },
	{ "near", "二三[丁]", "一三[丁]", false },
	{ "place", "乙[丙]丁", "乙[丙丁]", false },
};

static void
test_print(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	g_autofree char *old = fingerprint(prints[i].old);
	g_autofree char *now = fingerprint(prints[i].now);

	g_assert_cmpuint(strlen(old), ==, NB_FINGERPRINT);
	g_assert_cmpint(g_str_equal(old, now), ==, prints[i].same);
}

#define ADD_ROWS(rows, prefix, test) \
	for (size_t i = 0; i < NB_COUNT(rows); i++) { \
		g_autofree char *row = \
		    g_strconcat(prefix, rows[i].name, NULL); \
		g_test_add_data_func(row, GSIZE_TO_POINTER(i), test); \
	}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD_ROWS(meets, "/mend/meet/", test_meet);
	ADD_ROWS(sames, "/mend/same/", test_same);
	ADD_ROWS(prints, "/mend/fingerprint/", test_print);
	g_test_add_func("/mend/together", test_together);
	return g_test_run();
}
