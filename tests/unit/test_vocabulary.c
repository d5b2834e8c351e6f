/*
 * import/vocabulary.h: the words that come with the program are all there; a
 * file that lacks some, or is written in another way, is refused and says
 * where.
 */
#include "import/vocabulary.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "source/reader.h"

#include <glib.h>
#include <glib/gstdio.h>

static const char ours[] =
    NB_SOURCE_ROOT "/templates/import-annual/import.yaml";

static const struct broken {
	const char *name, *was, *now; /* in our file */
	const char *says;
} broken[] = {
	{ "unknown-group", "网页:\n", "网站:\n",
	    "导入用的词表没有“网站”这个键" },
	{ "unknown-key", "  词尾:", "  后缀:", "导入用的词表没有“后缀”这个键" },
	{ "list-missing", "  没有: [/, —, ——, －, \"-\", 无]\n", "",
	    "导入用的词表缺少“表格”下的“没有”" },
	{ "list-empty", "[/, —, ——, －, \"-\", 无]", "[]",
	    "导入用的词表缺少“表格”下的“没有”" },
	{ "no-list", "签发人: [签发人]", "签发人: {签发人: 是}",
	    "导入用的词表此处应是一列词" },
	{ "no-word", "签发人: [签发人]", "签发人: [签发人, [拟稿人]]",
	    "导入用的词表此处应是一个词" },
	{ "no-group", "要素:\n", "要素: [特急]\n其余:\n",
	    "导入用的词表此处应是若干个键" },
};

static const struct nb_vocabulary *
load(struct nb_arena *a, const char *text, struct nb_diags *d)
{
	g_autofree char *path = NULL;
	const int fd = g_file_open_tmp("XXXXXX.yaml", &path, NULL);
	const struct nb_vocabulary *v;

	g_assert_cmpint(fd, >=, 0);
	g_assert_true(g_close(fd, NULL));
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	v = nb_vocabulary_load(a, path, d);
	g_assert_cmpint(g_remove(path), ==, 0);
	return v;
}

static void
test_broken(gconstpointer data)
{
	const struct broken *b = data;
	struct nb_arena *a = nb_arena_new();
	g_autofree char *text = NULL;
	g_autoptr(GString) s = NULL;
	struct nb_diags d;
	const struct nb_diag *g;

	nb_diags_init(&d, a);
	g_assert_true(g_file_get_contents(ours, &text, NULL, NULL));
	s = g_string_new(text);
	g_assert_cmpuint(g_string_replace(s, b->was, b->now, 0), ==, 1);
	g_assert_null(load(a, s->str, &d));
	for (g = d.first; g != NULL; g = g->next)
		if (nb_str_starts(g->message, nb_str_z(b->says)))
			break;
	g_assert_nonnull(g);
	nb_arena_free(a);
}

/* Read with mercy it is the same: nothing in it needs any. */
static void
test_ours(void)
{
	struct nb_arena *a = nb_arena_new();
	const struct nb_vocabulary *v;
	const struct nb_text *text;
	struct nb_diags d;

	nb_diags_init(&d, a);
	v = nb_vocabulary_load(a, ours, &d);
	g_assert_nonnull(v);
	g_assert_true(nb_source_open(a, ours, &d, &text) == NB_OK);
	g_assert_cmpint(nb_source_yaml(a, text, &d)->kind, ==, NB_NODE_MAP);
	g_assert_null(d.first);
	g_assert_cmpint(
	    nb_vocabulary_column(v, NB_S("责任单位")), ==, NB_COLUMN_UNITS);
	g_assert_cmpint(
	    nb_vocabulary_column(v, NB_S("经费")), ==, NB_COLUMN_UNKNOWN);
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/vocabulary/ours", test_ours);
	for (size_t i = 0; i < NB_COUNT(broken); i++) {
		g_autofree char *name =
		    g_strdup_printf("/vocabulary/broken/%s", broken[i].name);

		g_test_add_data_func(name, &broken[i], test_broken);
	}
	return g_test_run();
}
