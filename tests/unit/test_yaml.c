/*
 * YAML as nodes: what is read, where it stands, and how far it may go.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

struct doc {
	struct nb_arena *arena;
	struct nb_diags diags;
	const struct nb_text *text;
	const struct nb_node *root;
};

static struct doc
read_yaml(struct nb_str bytes)
{
	struct doc doc = { .arena = nb_arena_new() };

	nb_diags_init(&doc.diags, doc.arena);
	doc.text = nb_source_text(doc.arena, NB_S("t"), bytes, &doc.diags);
	doc.root = nb_source_yaml(doc.arena, doc.text, &doc.diags);
	nb_diags_sort(&doc.diags);
	return doc;
}

/* 标题=甲, [一 二], {…}; line ends as ⏎. */
static void
show(GString *out, const struct nb_node *n)
{
	switch (n->kind) {
	case NB_NODE_SCALAR:
		for (size_t i = 0; i < n->scalar.value.n; i++)
			if (n->scalar.value.p[i] == '\n')
				g_string_append(out, "⏎");
			else
				g_string_append_c(out, n->scalar.value.p[i]);
		return;
	case NB_NODE_MAP:
		g_string_append_c(out, '{');
		for (uint32_t i = 0; i < n->map.n; i++) {
			g_string_append_printf(out, "%s" NB_FMT "=",
			    i > 0 ? " " : "", NB_ARG(n->map.pair[i].key));
			show(out, n->map.pair[i].value);
		}
		g_string_append_c(out, '}');
		return;
	case NB_NODE_LIST:
		g_string_append_c(out, '[');
		for (uint32_t i = 0; i < n->list.n; i++) {
			g_string_append(out, i > 0 ? " " : "");
			show(out, n->list.item[i]);
		}
		g_string_append_c(out, ']');
		return;
	}
	g_assert_not_reached();
}

static const struct {
	const char *name, *yaml, *want;
} trees[] = {
	{ "empty", "", "{}" },
	{ "comment", "# 只有注释\n", "{}" },
	{ "map", "年度: 2023\n机关: 街道办\n", "{年度=2023 机关=街道办}" },
	{ "list", "- 甲\n- 乙\n", "[甲 乙]" },
	{ "empty-value", "甲:\n乙: 1\n", "{甲= 乙=1}" },
	{ "empty-item", "-\n- 乙\n", "[ 乙]" },
	{ "nested", "章:\n- 题: 甲\n  条:\n  - 题: 乙\n",
	    "{章=[{题=甲 条=[{题=乙}]}]}" },
	{ "flow", "单位: [甲, 乙]\n值: {a: 1, b: 2}\n",
	    "{单位=[甲 乙] 值={a=1 b=2}}" },
	{ "flow-lines", "单位: [甲,\n  乙]\n后: 1\n", "{单位=[甲 乙] 后=1}" },
	{ "literal", "文: |\n  一\n\n   二\n", "{文=一⏎⏎ 二⏎}" },
	{ "literal-strip", "文: |-\n  一\n\n", "{文=一}" },
	{ "literal-keep", "文: |+\n  一\n\n", "{文=一⏎⏎}" },
	{ "literal-digit", "文: |2\n   一\n", "{文= 一⏎}" },
	{ "single-quotes", "a: 'it''s: #1'\n", "{a=it's: #1}" },
	{ "double-quotes", "a: \"x\\ny\"\n", "{a=x⏎y}" },
	{ "plain-lines", "a: one\n  two\n", "{a=one two}" },
	{ "han-lines", "a: 一，\n  二\n", "{a=一，⏎二}" },
	{ "scalar-root", "只有一句话\n", "只有一句话" },
	{ "document-start", "---\n年度: 2023\n", "{年度=2023}" },
	{ "cut-off", "a: [甲, {b: 1", "{a=[甲, {b: 1}" },
};

static void
test_tree(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct doc doc = read_yaml(nb_str_z(trees[i].yaml));
	g_autoptr(GString) got = g_string_new("");

	show(got, doc.root);
	g_assert_cmpstr(got->str, ==, trees[i].want);
	nb_arena_free(doc.arena);
}

/* Where the value of the key 甲 stands: its text in the file. */
static const struct {
	const char *name, *yaml, *want;
} spans[] = {
	{ "plain", "甲: 年度 # 注\n", "年度" },
	{ "quoted", "甲: '年度'\n", "'年度'" },
	{ "empty", "甲:\n乙: 1\n", "甲" },
	{ "literal", "甲: |\n  一\n  二\n\n乙: 1\n", "一\n  二" },
	{ "literal-empty", "甲: |\n乙: 1\n", "|\n" },
	{ "flow", "甲: [年, 度] # 注\n", "[年, 度]" },
	{ "map", "甲:\n  乙: 一\n  丙: 二\n丁: 1\n", "乙: 一\n  丙: 二" },
	{ "tag", "甲: !!str 年度\n", "年度" },
	{ "mended-colon", "甲：年度\n", "年度" },
	{ "mended-quote", "甲: %年度: 一\n", "%年度: 一" },
};

static void
test_span(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct doc doc = read_yaml(nb_str_z(spans[i].yaml));
	const struct nb_node *n = nb_node_get(doc.root, NB_S("甲"));
	const struct nb_str got = nb_span_str(n->span);
	g_autofree char *z = g_strndup(got.p, got.n);

	g_assert_cmpstr(z, ==, spans[i].want);
	nb_arena_free(doc.arena);
}

/* Where a part of the value of the key 甲 stands. */
static const struct {
	const char *name, *yaml, *part;
	uint32_t line, col, n; /* n [char] */
} parts[] = {
	{ "plain", "甲: 依法行政\n", "行政", 1, 6, 2 },
	{ "single-quotes", "甲: 'it''s 年度'\n", "年度", 1, 11, 2 },
	{ "double-quotes", "甲: \"年 度\"\n", "度", 1, 7, 1 },
	{ "literal", "甲: |\n  一句。\n  二句。\n", "二句", 3, 3, 2 },
	{ "literal-deeper", "甲: |\n  一\n    二\n", "二", 3, 5, 1 },
	{ "over-lines", "甲: |\n  一\n  二\n", "一\n二", 2, 3, 5 },
	{ "plain-lines", "甲: one\n  two\n", "two", 2, 3, 3 },
	{ "full-width-colon", "甲：依法行政\n", "行政", 1, 5, 2 },
	{ "quoted-by-mercy", "甲: @it's 年度\n", "年度", 1, 10, 2 },
	{ "tab-indent", "甲: |\n\t一句。\n", "句", 2, 3, 1 },
	{ "bar-text", "甲: |一句。\n", "句", 1, 6, 1 },
};

static void
test_part(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct doc doc = read_yaml(nb_str_z(parts[i].yaml));
	const struct nb_node *n = nb_node_get(doc.root, NB_S("甲"));
	const struct nb_str part = nb_str_z(parts[i].part);
	const size_t at = nb_str_find(n->scalar.value, part, 0);
	const struct nb_span span = nb_node_span(n, at, at + part.n);
	const struct nb_pos pos = nb_text_pos(doc.text, span.begin);

	g_assert_cmpuint(at, !=, SIZE_MAX);
	g_assert_cmpuint(pos.line, ==, parts[i].line);
	g_assert_cmpuint(pos.col, ==, parts[i].col);
	g_assert_cmpuint(nb_str_chars(nb_span_str(span)), ==, parts[i].n);
	nb_arena_free(doc.arena);
}

/* An escape leaves a gap: the place is then around it. */
static void
test_gap(void)
{
	struct doc doc = read_yaml(NB_S("甲: \"一\\n二\"\n"));
	const struct nb_node *n = nb_node_get(doc.root, NB_S("甲"));
	const struct nb_span span = nb_node_span(n, 4, 7);

	g_assert_cmpuint(n->scalar.n_seg, ==, 1);
	g_assert_cmpuint(span.begin, ==, n->scalar.seg[0].src + 3);
	g_assert_cmpuint(span.end, ==, n->span.end);
	nb_arena_free(doc.arena);
}

/* Property: every piece of every value stands letter for letter in the file. */
static uint32_t
check_pieces(const struct nb_node *n, const struct nb_text *t)
{
	uint32_t pieces = 0;

	g_assert_cmpuint(n->span.begin, <=, n->span.end);
	g_assert_cmpuint(n->span.end, <=, t->bytes.n);
	if (n->kind == NB_NODE_MAP)
		for (uint32_t i = 0; i < n->map.n; i++)
			pieces += check_pieces(n->map.pair[i].value, t);
	if (n->kind == NB_NODE_LIST)
		for (uint32_t i = 0; i < n->list.n; i++)
			pieces += check_pieces(n->list.item[i], t);
	if (n->kind != NB_NODE_SCALAR)
		return pieces;
	for (uint32_t i = 0; i < n->scalar.n_seg; i++) {
		const struct nb_seg seg = n->scalar.seg[i];

		g_assert_true(
		    nb_str_eq(nb_str_sub(n->scalar.value, seg.at, seg.n),
			nb_str_sub(t->bytes, seg.src, seg.n)));
		g_assert_cmpuint(seg.src, >=, n->span.begin);
		g_assert_cmpuint(seg.src + seg.n, <=, n->span.end);
	}
	return n->scalar.n_seg;
}

/* The real documents are read without a finding, each letter in its place. */
static void
test_seeds(void)
{
	const char *folder = g_getenv("NIANBAO_SEEDS");
	g_autoptr(GDir) dir = NULL;
	const char *name;

	if (folder == NULL)
		folder = NB_SOURCE_ROOT "/../shared/seeds";
	dir = g_dir_open(folder, 0, NULL);
	if (dir == NULL) {
		g_test_skip("the seeds are not here");
		return;
	}
	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_autofree char *bytes = NULL;
		struct doc doc;
		gsize n;

		if (!g_str_has_suffix(name, ".yaml"))
			continue;
		g_assert_true(g_file_get_contents(path, &bytes, &n, NULL));
		doc = read_yaml((struct nb_str){ bytes, n });
		g_test_message("%s", name);
		g_assert_null(doc.diags.first);
		g_assert_cmpuint(check_pieces(doc.root, doc.text), >, 40);
		nb_arena_free(doc.arena);
	}
}

static const char *
first_code(const struct doc *doc)
{
	return doc->diags.first == NULL ? "" : doc->diags.first->code->id;
}

static void
test_depth(void)
{
	static const struct {
		int depth;
		const char *code;
	} cases[] = { { 64, "" }, { 65, "Y16" }, { 100000, "Y16" } };

	for (size_t i = 0; i < NB_COUNT(cases); i++) {
		g_autoptr(GString) s = g_string_new("");
		struct doc doc;

		for (int k = 0; k < cases[i].depth; k++)
			g_string_append_c(s, '[');
		for (int k = 0; k < cases[i].depth; k++)
			g_string_append_c(s, ']');
		doc = read_yaml((struct nb_str){ s->str, s->len });
		g_assert_cmpstr(first_code(&doc), ==, cases[i].code);
		nb_arena_free(doc.arena);
	}
}

/* Files that are quadratic in a careless reader; the timeout judges. */
static void
test_hopeless(void)
{
	static const char *const line[] = { "[", "- {", "- \"\n", "a: [\n",
		"@\n", "a：b\n", "- ", "a: *\n", "\t- a\n", "{a：",
		"k:\n a: '\n", "? ", "a: |x\n", "&a ", "---\n", "'' " };

	for (size_t i = 0; i < NB_COUNT(line); i++) {
		g_autoptr(GString) s = g_string_new("");
		struct doc doc;

		while (s->len < 100000)
			g_string_append(s, line[i]);
		doc = read_yaml((struct nb_str){ s->str, s->len });
		check_pieces(doc.root, doc.text);
		nb_arena_free(doc.arena);
	}
}

static void
test_get(void)
{
	struct doc doc = read_yaml(NB_S("甲: 1\n乙: [2]\n"));
	const struct nb_node *list = nb_node_get(doc.root, NB_S("乙"));

	g_assert_null(nb_node_get(NULL, NB_S("甲")));
	g_assert_null(nb_node_get(doc.root, NB_S("丙")));
	g_assert_null(nb_node_get(list, NB_S("甲")));
	g_assert_cmpuint(list->list.n, ==, 1);
	nb_arena_free(doc.arena);
}

#define ADD(path, rows, test) \
	for (size_t i = 0; i < NB_COUNT(rows); i++) { \
		g_autofree char *name = \
		    g_strdup_printf("/yaml/" path "/%s", (rows)[i].name); \
		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test); \
	}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("tree", trees, test_tree)
	ADD("span", spans, test_span)
	ADD("part", parts, test_part)
	g_test_add_func("/yaml/gap", test_gap);
	g_test_add_func("/yaml/seeds", test_seeds);
	g_test_add_func("/yaml/depth", test_depth);
	g_test_add_func("/yaml/hopeless", test_hopeless);
	g_test_add_func("/yaml/get", test_get);
	return g_test_run();
}
