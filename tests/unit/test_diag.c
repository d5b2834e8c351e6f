/*
 * The sink of findings: its order, and its limit for each code.
 */
#include "base/arena.h"
#include "diag/diag.h"

#include <glib.h>
#include <string.h>

enum { MORE = 7, MANY = NB_DIAGS_EACH + MORE };

static const struct nb_code wrong = { .id = "S01", .severity = NB_ERROR };
static const struct nb_code doubtful = { .id = "T01", .severity = NB_WARNING };

struct fixture {
	struct nb_arena *arena;
	const struct nb_text *text;
	struct nb_diags d;
};

static void
set_up(struct fixture *f, gconstpointer data)
{
	(void)data;
	f->arena = nb_arena_new();
	f->text = nb_text_new(f->arena, NB_S("年报.yaml"),
	    NB_S("一个足够长的文件，好让每个问题都有一个地方"));
	nb_diags_init(&f->d, f->arena);
}

static void
tear_down(struct fixture *f, gconstpointer data)
{
	(void)data;
	nb_arena_free(f->arena);
}

static struct nb_diag *
add(struct fixture *f, struct nb_diags *d, const struct nb_code *code,
    uint32_t at, const char *message)
{
	return nb_diag_add(
	    d, code, (struct nb_span){ f->text, at, at + 1 }, "%s", message);
}

/* The messages, one after the other. */
static char *
messages(const struct nb_diags *d)
{
	GString *s = g_string_new(NULL);

	for (const struct nb_diag *g = d->first; g != NULL; g = g->next)
		g_string_append_printf(s, NB_FMT " ", NB_ARG(g->message));
	return g_string_free(s, FALSE);
}

static void
test_order(struct fixture *f, gconstpointer data)
{
	g_autofree char *got = NULL;

	(void)data;
	add(f, &f->d, &wrong, 9, "戊");
	add(f, &f->d, &doubtful, 3, "丁");
	add(f, &f->d, &wrong, 3, "乙");
	add(f, &f->d, &wrong, 3, "丙");
	add(f, &f->d, &wrong, 3, "甲");
	add(f, &f->d, &wrong, 3, "乙");
	add(f, &f->d, &wrong, 0, "己");
	nb_diag_add(&f->d, &doubtful, (struct nb_span){ f->text, 0, 0 }, "庚");
	nb_diags_sort(&f->d);
	got = messages(&f->d);
	g_assert_cmpstr(got, ==, "庚 己 乙 丙 甲 丁 戊 ");
	g_assert_cmpuint(f->d.n[NB_ERROR], ==, 5);
	g_assert_cmpuint(f->d.n[NB_WARNING], ==, 2);
}

/* One in “ ”, one before it. */
static const struct {
	const char *quoted, *before, *want;
} quotations[] = {
	{ "甲“乙”丙", "丁", "丁写作“甲‘乙’丙”" },
	{ "“甲“乙”", "“丁”", "“丁”写作“‘甲‘乙’”" },
	{ "甲“乙‘丙’”", "丁", "丁写作“甲‘乙“丙”’”" },
	{ "甲‘乙’", "‘丁’", "‘丁’写作“甲‘乙’”" },
	{ "“三…", "丁", "丁写作“‘三…”" },
	{ "“", "丁", "丁写作““”" },
	{ "”，", "丁", "丁写作“”，”" },
	{ "", "丁", "丁写作“”" },
};

static void
test_quotations(struct fixture *f, gconstpointer data)
{
	(void)data;
	for (size_t i = 0; i < NB_COUNT(quotations); i++) {
		const struct nb_diag *g = nb_diag_add(&f->d, &wrong,
		    (struct nb_span){ f->text, 0, 0 }, "%s写作“%s”",
		    quotations[i].before, quotations[i].quoted);
		g_autofree char *got = g_strndup(g->message.p, g->message.n);

		g_assert_cmpstr(got, ==, quotations[i].want);
	}
}

static void
fill(struct fixture *f, struct nb_diags *d, unsigned n)
{
	for (uint32_t i = 0; i < n; i++)
		add(f, d, &wrong, i, "同样的错");
}

static unsigned
count(const struct nb_diags *d)
{
	unsigned n = 0;

	for (const struct nb_diag *g = d->first; g != NULL; g = g->next)
		n++;
	return n;
}

/* All are counted; the rest is one finding, where the list breaks off. */
static void
test_limit(struct fixture *f, gconstpointer data)
{
	const struct nb_diag *last = NULL;

	(void)data;
	fill(f, &f->d, MANY);
	add(f, &f->d, &doubtful, 1, "另一种");
	nb_diags_sort(&f->d);
	nb_diags_sort(&f->d);
	for (const struct nb_diag *g = f->d.first; g != NULL; g = g->next)
		last = g;
	g_assert_cmpuint(count(&f->d), ==, NB_DIAGS_EACH + 2);
	g_assert_cmpuint(f->d.n[NB_ERROR], ==, MANY);
	g_assert_true(last->code == &wrong);
	g_assert_cmpuint(last->span.begin, ==, NB_DIAGS_EACH);
	g_assert_nonnull(strstr(last->message.p, " 7 处"));
	g_assert_null(last->fix.p);
}

static void
test_limit_severity(struct fixture *f, gconstpointer data)
{
	(void)data;
	for (uint32_t i = 0; i < MANY; i++)
		nb_diag_set_severity(
		    &f->d, add(f, &f->d, &wrong, i, "轻一些"), NB_NOTE);
	g_assert_cmpuint(f->d.n[NB_ERROR], ==, 0);
	g_assert_cmpuint(f->d.n[NB_NOTE], ==, MANY);
}

static void
test_move(struct fixture *f, gconstpointer data)
{
	struct nb_diags from;
	g_autofree char *got = NULL;

	(void)data;
	nb_diags_init(&from, f->arena);
	fill(f, &f->d, NB_DIAGS_EACH - 1);
	fill(f, &from, MANY);
	nb_diags_move(&f->d, &from);
	g_assert_null(from.first);
	g_assert_cmpuint(from.n[NB_ERROR], ==, 0);
	add(f, &f->d, &doubtful, 1, "以后的");
	g_assert_cmpuint(count(&f->d), ==, NB_DIAGS_EACH + 2);
	g_assert_cmpuint(f->d.n[NB_ERROR], ==, NB_DIAGS_EACH - 1 + MANY);
	nb_diags_sort(&f->d);
	got = messages(&f->d);
	g_assert_nonnull(strstr(got, "还有 106 处"));
}

static bool
is_error(void *to, const struct nb_diag *g)
{
	(void)to;
	return g->severity == NB_ERROR;
}

/* The one that stands for others takes their number along. */
static void
test_drop(struct fixture *f, gconstpointer data)
{
	g_autofree char *got = NULL;

	(void)data;
	fill(f, &f->d, MANY);
	add(f, &f->d, &doubtful, 1, "另一种");
	nb_diags_drop(&f->d, is_error, NULL);
	g_assert_cmpuint(f->d.n[NB_ERROR], ==, 0);
	g_assert_cmpuint(f->d.n[NB_WARNING], ==, 1);
	add(f, &f->d, &wrong, 2, "以后的");
	nb_diags_sort(&f->d);
	got = messages(&f->d);
	g_assert_cmpstr(got, ==, "另一种 以后的 ");
}

/* Those not listed are as grave as the gravest of them. */
static void
test_rest_severity(struct fixture *f, gconstpointer data)
{
	const struct nb_diag *last = NULL;

	(void)data;
	for (uint32_t i = 0; i < MANY; i++)
		nb_diag_set_severity(&f->d, add(f, &f->d, &wrong, i, "错"),
		    i == NB_DIAGS_EACH ? NB_WARNING : NB_NOTE);
	nb_diags_sort(&f->d);
	for (const struct nb_diag *g = f->d.first; g != NULL; g = g->next)
		last = g;
	g_assert_true(nb_diags_is_rest(&f->d, last));
	g_assert_cmpint(last->severity, ==, NB_WARNING);
}

static void
test_no_limit(struct fixture *f, gconstpointer data)
{
	struct nb_diags all;

	(void)data;
	f->d.each = NB_DIAGS_ALL;
	nb_diags_init_like(&all, &f->d);
	fill(f, &all, MANY);
	nb_diags_move(&f->d, &all);
	fill(f, &all, MANY);
	nb_diags_move(&f->d, &all);
	g_assert_cmpuint(count(&f->d), ==, 2 * MANY);
}

#define ADD(name, test) \
	g_test_add("/diag/" name, struct fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("order", test_order);
	ADD("quotations", test_quotations);
	ADD("limit", test_limit);
	ADD("limit-severity", test_limit_severity);
	ADD("move", test_move);
	ADD("drop", test_drop);
	ADD("rest-severity", test_rest_severity);
	ADD("no-limit", test_no_limit);
	return g_test_run();
}
