/* Text cut at marks, and how like two sentences are. */
#include "check/likeness.h"
#include "check/piece.h"

#include <glib.h>

static const struct cut {
	const char *name, *text, *want; /* pieces, each in | | */
} cuts[] = {
	{ "clauses", "一是建，二是管。", "|一是建|二是管|" },
	{ "no-mark", "全年研究6次", "|全年研究6次|" },
	{ "two-marks", "好。。再", "|好||再|" },
	{ "half-width-is-text", "19:40,3", "|19:40,3|" },
	{ "empty", "", "|" },
};

static void
test_cut(const void *row)
{
	const struct cut *c = row;
	g_autoptr(GString) got = g_string_new("|");
	struct nb_piece piece;
	const struct nb_str text = nb_str_z(c->text);

	for (size_t at = 0; nb_piece_next(text, NB_CLAUSE_ENDS, &at, &piece);) {
		g_assert_true(piece.text.p == text.p + piece.begin);
		g_assert_cmpuint(piece.text.n, ==, piece.end - piece.begin);
		g_string_append_printf(got, NB_FMT "|", NB_ARG(piece.text));
	}
	g_assert_cmpstr(got->str, ==, c->want);
}

static const struct pair {
	const char *name, *a, *b;
	unsigned want;
} pairs[] = {
	{ "same", "加强执法监督", "加强执法监督", 100 },
	{ "marks-apart", "加强执法，监督", "加强执法监督", 100 },
	{ "nothing-common", "加强执法", "化解纠纷", 0 },
	{ "half", "依法决策", "依法行政", 33 },
	{ "both-empty", "", "", 100 },
	{ "one-letter", "甲", "乙", 0 },
};

static void
test_likeness(const void *row)
{
	const struct pair *p = row;

	g_assert_cmpuint(
	    nb_likeness(nb_str_z(p->a), nb_str_z(p->b)), ==, p->want);
	g_assert_cmpuint(
	    nb_likeness(nb_str_z(p->b), nb_str_z(p->a)), ==, p->want);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cuts); i++) {
		g_autofree char *path =
		    g_strdup_printf("/piece/%s", cuts[i].name);

		g_test_add_data_func(path, &cuts[i], test_cut);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		g_autofree char *path =
		    g_strdup_printf("/likeness/%s", pairs[i].name);

		g_test_add_data_func(path, &pairs[i], test_likeness);
	}
	return g_test_run();
}
