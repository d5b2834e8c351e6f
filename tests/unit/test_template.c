/*
 * What a template may not say: each row is a slip in an otherwise good file.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "style/entry.h"
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
	{ "pitch-below-a-character", "值: 撑满版心", "值: 12pt" },
	{ "bold-neither", "角色: 楷体, 加粗: 否, 接排",
	    "角色: 楷体, 加粗: 不, 接排" },
	{ "run-in-neither", "加粗: 否, 接排: 是", "加粗: 否, 接排: 可" },
	{ "role-unknown", "{序数: （一）, 角色: 楷体",
	    "{序数: （一）, 角色: 楷书" },
	{ "size-unknown", "标题: {角色: 小标宋, 字号: 二号",
	    "标题: {角色: 小标宋, 字号: 二" },
	{ "size-without-unit", "小四: {值: 12pt", "小四: {值: 12" },
	{ "traditional-of-three", "[签簽,", "[签簽签," },
	{ "field-no-name", "{档号: 档号", "{1档号: 档号" },
	{ "field-of-nothing", "全宗号: 全宗号", "全宗号: 全宗" },
	{ "field-space", "urn:x-nianbao:dat46-2009:", "urn dat46:" },
	{ "field-space-open", "urn:x-nianbao:dat46-2009:", "urn:dat46" },
	{ "field-prefix", "前缀: dat46", "前缀: 46dat" },
	{ "field-access", "[主动公开, 依申请公开, 不予公开]",
	    "[主动公开, 不予公开]" },
	{ "field-kinds", "[报告, 方案, 纲要, 通知]", "[报告, 方案, 纲要]" },
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

/* A number with its unit: 37mm, 28, 0.88倍; not the ordinal “1.”. */
static bool
is_number(struct nb_str s)
{
	static const char *const units[] = { "", "mm", "pt", "字", "倍" };
	struct nb_str unit;
	double x;

	if (nb_str_ends(s, NB_S(".")) || !nb_entry_number(s, &x, &unit))
		return false;
	for (size_t i = 0; i < NB_COUNT(units); i++)
		if (nb_str_eq(unit, nb_str_z(units[i])))
			return true;
	return false;
}

/* Every number stands in a map that says its clause or where it is from. */
static void
check_sources(const struct nb_node *node, bool said)
{
	said = said || nb_entry_clause(node).n != 0;
	switch (node->kind) {
	case NB_NODE_SCALAR:
		if (!said && is_number(node->scalar.value))
			g_error(
			    "no clause: " NB_FMT, NB_ARG(node->scalar.value));
		return;
	case NB_NODE_LIST:
		for (uint32_t i = 0; i < node->list.n; i++)
			check_sources(node->list.item[i], said);
		return;
	case NB_NODE_MAP:
		for (uint32_t i = 0; i < node->map.n; i++)
			check_sources(node->map.pair[i].value, said);
		return;
	}
}

static void
test_sources(void)
{
	struct nb_arena *a = nb_arena_new();
	g_autofree char *text = good_template();
	const struct nb_template *t;
	struct nb_diags d;

	nb_diags_init(&d, a);
	t = load(a, text, &d);
	g_assert_nonnull(t);
	check_sources(t->tree, false);
	nb_arena_free(a);
}

/* The house styles that a user is shown. */
static const char *const houses[] = {
	"templates/office-28pt/template.yaml",
	"templates/street-bold-kai/template.yaml",
	"examples/styles/street.yaml",
};

static void
test_house(gconstpointer data)
{
	const char *root = g_getenv("NIANBAO_ROOT");
	g_autofree char *dir =
	    g_build_filename(root != NULL ? root : ".", "templates", NULL);
	g_autofree char *path =
	    g_build_filename(root != NULL ? root : ".", data, NULL);
	struct nb_arena *a = nb_arena_new();
	const struct nb_template *t;
	struct nb_diags d;

	nb_diags_init(&d, a);
	t = nb_template_load(a, path, dir, &d);
	g_assert_nonnull(t);
	g_assert_null(d.first);
	g_assert_nonnull(t->base);
	g_assert_cmpuint(t->n_departures, >, 0);
	g_assert_cmpint(t->folio_place, ==, NB_FOLIO_CENTRE);
	g_assert_cmpint(t->pitch, ==, NB_PT(28));
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
	g_test_add_func("/template/sources", test_sources);
	for (size_t i = 0; i < NB_COUNT(houses); i++) {
		g_autofree char *name =
		    g_strdup_printf("/template/house/%s", houses[i]);

		g_test_add_data_func(name, houses[i], test_house);
	}
	for (size_t i = 0; i < NB_COUNT(slips); i++) {
		g_autofree char *name =
		    g_strdup_printf("/template/slip/%s", slips[i].name);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_slip);
	}
	return g_test_run();
}
