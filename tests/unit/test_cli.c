/*
 * What the command line makes of words: near names, tables, targets.
 */
#include "cli/args.h"
#include "cli/nearest.h"
#include "cli/table.h"
#include "cli/target.h"

#include <glib.h>
#include <glib/gstdio.h>

static const struct near_case {
	const char *name, *word, *want; /* of check, render, list */
} nears[] = {
	{ "exact", "check", "check" },
	{ "swapped", "chekc", "check" },
	{ "missing", "rendr", "render" },
	{ "short", "lst", "list" },
	{ "far", "deploy", NULL },
	{ "han", "检查", NULL },
	{ "empty", "", NULL },
};

static void
test_near(const void *row)
{
	const struct near_case *c = row;
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	g_ptr_array_add(names, (void *)"check");
	g_ptr_array_add(names, (void *)"render");
	g_ptr_array_add(names, (void *)"list");
	g_assert_cmpstr(nb_nearest(c->word, names), ==, c->want);
}

/* A Han character is two cells wide; an empty cell leaves no blanks behind. */
static void
test_table(void)
{
	const struct nb_table_row row[] = {
		{ { "角色", "字体", "" } },
		{ { "a", "", "b" } },
		{ { "小标宋", "x", "c" } },
	};
	g_autoptr(GString) out = g_string_new(NULL);

	nb_table_write(out, " ", row, NB_COUNT(row));
	g_assert_cmpstr(out->str, ==,
	    " 角色    字体\n"
	    " a             b\n"
	    " 小标宋  x     c\n");
}

static const struct target_case {
	const char *name, *input, *out, *to;
	const char *want; /* NULL: refused */
} targets[] = {
	{ "beside", "甲/年报.yaml", NULL, NULL, "甲/年报.pdf" },
	{ "here", "年报.yaml", NULL, NULL, "年报.pdf" },
	{ "no-suffix", "年报", NULL, NULL, "年报.pdf" },
	{ "dot-file", "甲/.年报", NULL, NULL, "甲/.年报.pdf" },
	{ "dot-in-folder", "甲.乙/年报", NULL, "txt", "甲.乙/年报.txt" },
	{ "to", "年报.yaml", NULL, "txt", "年报.txt" },
	{ "out", "年报.yaml", "乙.pdf", NULL, "乙.pdf" },
	{ "out-suffix-unknown", "年报.yaml", "乙.doc", NULL, NULL },
	{ "out-suffix-other", "年报.yaml", "乙.doc", "pdf", "乙.doc" },
	{ "out-no-suffix", "年报.yaml", "乙", NULL, "乙" },
	{ "out-folder", "年报.yaml", "/tmp", NULL, "/tmp/年报.pdf" },
	{ "out-new-folder", "年报.yaml", "乙/", NULL, "乙/年报.pdf" },
	{ "stdout", "年报.yaml", "-", NULL, "-" },
	{ "stdin", "-", NULL, NULL, "-" },
	{ "stdin-folder", "-", "/tmp", NULL, "/tmp/年报.pdf" },
	{ "pages-to-stdout", "年报.yaml", "-", "png", NULL },
	{ "over-input", "年报.pdf", NULL, NULL, NULL },
	{ "over-input-by-name", "年报.yaml", "./年报.yaml", "pdf", NULL },
	{ "to-unknown", "年报.yaml", NULL, "doc", NULL },
};

/* A program that says nothing: both its descriptors are a closed pipe's. */
static struct nb_cli
quiet_cli(void)
{
	const struct nb_sink closed = { .fd = -1, .closed = true };

	return (struct nb_cli){ closed, closed };
}

static void
test_target(const void *row)
{
	const struct target_case *c = row;
	char *operand[] = { (char *)c->input, NULL };
	const struct nb_args args = {
		.out = (char *)c->out,
		.to = (char *)c->to,
		.operand = operand,
		.n_operands = 1,
	};
	struct nb_cli cli = quiet_cli();
	struct nb_target target;
	bool ok = nb_target_plan(&target, &cli, &args);

	g_assert_cmpint(ok, ==, c->want != NULL);
	if (ok)
		g_assert_cmpstr(target.path->pdata[0], ==, c->want);
	nb_target_clear(&target);
	if (c->out != NULL && g_str_has_suffix(c->out, "/"))
		g_assert_cmpint(g_rmdir(c->out), ==, 0); /* it was made */
}

/* Two inputs of one name do not fit into one folder. */
static void
test_targets_meet(void)
{
	char *operand[] = { (char *)"甲/年报.yaml", (char *)"乙/年报.yaml",
		NULL };
	struct nb_args args = { .operand = operand, .n_operands = 2 };
	struct nb_cli cli = quiet_cli();
	struct nb_target target;

	g_assert_true(nb_target_plan(&target, &cli, &args));
	nb_target_clear(&target);
	args.out = (char *)"/tmp";
	g_assert_false(nb_target_plan(&target, &cli, &args));
	nb_target_clear(&target);
	args.out = (char *)"年报.pdf";
	g_assert_false(nb_target_plan(&target, &cli, &args));
	nb_target_clear(&target);
}

static void
test_page_path(void)
{
	g_autofree char *first = nb_target_page_path("甲.乙/年报.png", 0);
	g_autofree char *tenth = nb_target_page_path("年报", 9);

	g_assert_cmpstr(first, ==, "甲.乙/年报-1.png");
	g_assert_cmpstr(tenth, ==, "年报-10");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(nears); i++) {
		g_autofree char *name =
		    g_strconcat("/cli/nearest/", nears[i].name, NULL);

		g_test_add_data_func(name, &nears[i], test_near);
	}
	for (size_t i = 0; i < NB_COUNT(targets); i++) {
		g_autofree char *name =
		    g_strconcat("/cli/target/", targets[i].name, NULL);

		g_test_add_data_func(name, &targets[i], test_target);
	}
	g_test_add_func("/cli/table", test_table);
	g_test_add_func("/cli/target/meet", test_targets_meet);
	g_test_add_func("/cli/target/page", test_page_path);
	return g_test_run();
}
