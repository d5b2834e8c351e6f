/*
 * What a template may not say: each row is a slip in an otherwise good file.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "style/template.h"

#include <glib.h>
#include <glib/gstdio.h>

static const struct {
	const char *name, *from, *to;
} slips[] = {
	{ "no-unit", "值: 37mm", "值: 37" },
	{ "negative", "值: 37mm", "值: -37mm" },
	{ "beyond-any-paper", "值: 210mm", "值: 1e300mm" },
	{ "not-a-number", "值: 37mm", "值: nanmm" },
	{ "no-characters", "{值: 28, ", "{值: 0, " },
	{ "characters-without-width", "{值: 28, ", "{值: 9999999, " },
	{ "one-line", "{值: 22, ", "{值: 1, " },
	{ "size-zero", "{值: 22pt, ", "{值: 0pt, " },
	{ "indent-of-a-line", "首行空: {值: 2字", "首行空: {值: 28字" },
	{ "signature-outside", "右空: {值: 2字", "右空: {值: 30字" },
	{ "long-folio-dash", "字线: —", "字线: 第十二三页" },
	{ "cost-too-dear", "犯禁: 10000000", "犯禁: 99999999" },
	{ "ratio-negative", "邻挤: {值: 0.5倍", "邻挤: {值: -0.5倍" },
};

static char *
good_template(void)
{
	const char *root = g_getenv("NIANBAO_ROOT");
	g_autofree char *path = g_build_filename(root != NULL ? root : ".",
	    "templates/gbt9704-2012/template.yaml", NULL);
	char *text;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	return text;
}

static const struct nb_template *
load(struct nb_arena *a, const char *text, struct nb_diags *d)
{
	g_autofree char *path = NULL;
	const struct nb_template *t;
	const int fd = g_file_open_tmp("nianbao-XXXXXX.yaml", &path, NULL);

	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	t = nb_template_load(a, path, NULL, d);
	g_unlink(path);
	return t;
}

static void
test_good(void)
{
	struct nb_arena *a = nb_arena_new();
	g_autofree char *text = good_template();
	struct nb_diags d;

	nb_diags_init(&d, a);
	g_assert_nonnull(load(a, text, &d));
	nb_arena_free(a);
}

static void
test_slip(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_arena *a = nb_arena_new();
	g_autofree char *text = good_template();
	g_auto(GStrv) part = g_strsplit(text, slips[i].from, 2);
	g_autofree char *wrong = g_strjoinv(slips[i].to, part);
	struct nb_diags d;

	g_assert_cmpuint(g_strv_length(part), ==, 2);
	nb_diags_init(&d, a);
	g_assert_null(load(a, wrong, &d));
	g_assert_nonnull(d.first);
	g_assert_cmpstr(d.first->code->id, ==, "L30");
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/template/good", test_good);
	for (size_t i = 0; i < NB_COUNT(slips); i++) {
		g_autofree char *name =
		    g_strdup_printf("/template/slip/%s", slips[i].name);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_slip);
	}
	return g_test_run();
}
