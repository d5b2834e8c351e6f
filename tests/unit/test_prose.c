/*
 * Scalars become prose: what is joined, what is filled in, and that every
 * letter finds its way back to the file.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "model/report.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

/* `yaml` stands under “正文: ”; paragraphs of `want` are parted by ¶. */
static const struct {
	const char *name, *yaml, *want;
	unsigned findings;
} bodies[] = {
	{ "han", "|\n    第一句。\n    第二句。", "第一句。第二句。", 0 },
	{ "mid-sentence", "|\n    第一\n    句。", "第一句。", 0 },
	{ "before-figure", "|\n    第一句。\n    24小时。", "第一句。24小时。",
	    0 },
	{ "behind-figure", "|\n    共24\n    小时。", "共24小时。", 0 },
	{ "latin", "|\n    rule of\n    law", "rule of law", 0 },
	{ "latin-beside-han", "|\n    使用 APP\n    办理", "使用 APP办理", 0 },
	{ "empty-line", "|\n    甲。\n\n    乙。\n", "甲。¶乙。", 0 },
	{ "two-empty-lines", "|\n    甲。\n\n\n    乙。\n\n", "甲。¶乙。", 0 },
	{ "blank-line", "|\n    甲。\n    　\n    乙。", "甲。¶乙。", 0 },
	{ "indented", "|\n    　　甲。  \n      乙。　", "甲。乙。", 0 },
	{ "plain", "甲。乙。", "甲。乙。", 0 },
	{ "plain-folded", "甲。\n    乙。", "甲。乙。", 0 },
	{ "plain-folded-latin", "rule of\n    law", "rule of law", 0 },
	{ "plain-folded-figure", "共\n    24小时", "共24小时", 0 },
	{ "plain-empty-line", "甲。\n\n    乙。", "甲。¶乙。", 0 },
	{ "single-quoted", "'甲''乙。'", "甲'乙。", 0 },
	{ "double-quoted", "\"甲\\\"乙。\"", "甲\"乙。", 0 },
	{ "escaped-lines", "\"甲。\\n\\n乙。\"", "甲。¶乙。", 0 },
	{ "empty", "", "", 0 },
	{ "blanks", "'　'", "", 0 },
	{ "figure", "学法{学法}。", "学法8次。", 0 },
	{ "figure-blanks", "学法{ 学法 }。", "学法8次。", 0 },
	{ "figure-full-width", "学法｛学法｝。", "学法8次。", 0 },
	{ "figure-twice", "学法{学法}{学法}", "学法8次8次", 0 },
	{ "figure-first", "|\n    甲。\n    {学法}", "甲。8次", 0 },
	{ "figure-formula", "复议{复议}。", "复议71件。", 0 },
	{ "figure-unknown", "学法{学发}。", "学法{学发}。", 1 },
	{ "figure-without-value", "培训{培训}。", "培训{培训}。", 1 },
	{ "figure-nameless", "学法{}。", "学法{}。", 1 },
	{ "figure-open", "学法{学法。", "学法{学法。", 1 },
	{ "figure-closed-only", "学法}。", "学法}。", 1 },
	{ "figure-across-lines", "|\n    {学\n    法}", "{学法}", 2 },
	{ "figure-doubled", "甲{{学法}}", "甲{8次}", 1 },
	{ "last", "上年{处罚.上年}。", "上年287件。", 0 },
	{ "last-full-width", "上年{处罚．上年}。", "上年287件。", 0 },
	{ "last-stop", "上年{处罚 。 上年}。", "上年287件。", 0 },
	{ "change", "同比{处罚.同比}。", "同比增长8.71%。", 0 },
	{ "change-on-next-line", "|\n    同比\n    {处罚.同比}。",
	    "同比增长8.71%。", 0 },
	{ "target", "目标{培训.目标}。", "目标3次。", 0 },
	{ "target-hant", "目标{培训.目標}。", "目标3次。", 0 },
	{ "name-with-point", "甲{V2.0}。", "甲7项。", 0 },
	{ "name-is-reference", "甲{处罚.目标}。", "甲9件。", 0 },
	{ "last-of-none", "上年{学法.上年}。", "上年{学法.上年}。", 1 },
	{ "change-of-none", "同比{学法.同比}。", "同比{学法.同比}。", 1 },
	{ "target-of-none", "甲{学法.目标}。", "甲{学法.目标}。", 1 },
	{ "suffix-unknown", "甲{处罚.去年}。", "甲{处罚.去年}。", 1 },
	{ "suffix-empty", "甲{处罚.}。", "甲{处罚.}。", 1 },
	{ "suffix-of-unknown", "甲{处伐.上年}。", "甲{处伐.上年}。", 1 },
	{ "suffix-alone", "甲{.上年}。", "甲{.上年}。", 1 },
	{ "suffix-of-point", "甲{V2.0.上年}。", "甲{V2.0.上年}。", 1 },
};

#define FILE_HEAD \
	"指标:\n  学法: 8次\n  复议: 71件 = 受理50 + 其他21\n" \
	"  培训: {目标: 3次}\n  处罚: {值: 312件, 上年: 287件, 目标: " \
	"≥300件}\n  V2.0: 7项\n  处罚.目标: 9件\n章节:\n- 标题: 甲\n" \
	"  正文: "

struct fixture {
	struct nb_arena *arena;
	struct nb_diags diags;
	const struct nb_report *report;
};

static void
setup(struct fixture *f, const char *head, const char *yaml)
{
	g_autofree char *bytes = g_strconcat(head, yaml, "\n", NULL);
	const struct nb_text *t;

	f->arena = nb_arena_new();
	nb_diags_init(&f->diags, f->arena);
	t = nb_source_text(f->arena, NB_S("prose.yaml"),
	    nb_arena_str(f->arena, nb_str_z(bytes)), &f->diags);
	f->report = nb_report_build(
	    f->arena, nb_source_yaml(f->arena, t, &f->diags), NULL, &f->diags);
}

static const struct nb_paras *
body(const struct fixture *f)
{
	g_assert_cmpuint(f->report->n_sections, ==, 1);
	return &f->report->section[0].body;
}

/* Findings but for those of the reader, who may mention its mercies. */
static unsigned
count_findings(const struct fixture *f)
{
	unsigned n = 0;

	for (const struct nb_diag *g = f->diags.first; g != NULL; g = g->next)
		n += g->severity == NB_ERROR;
	return n;
}

static void
test_body(gconstpointer row)
{
	const size_t i = GPOINTER_TO_SIZE(row);
	g_autoptr(GString) got = g_string_new(NULL);
	struct fixture f;

	setup(&f, FILE_HEAD, bodies[i].yaml);
	for (uint32_t k = 0; k < body(&f)->n; k++)
		g_string_append_printf(got, "%s" NB_FMT, k > 0 ? "¶" : "",
		    NB_ARG(body(&f)->para[k].text));
	g_assert_cmpstr(got->str, ==, bodies[i].want);
	g_assert_cmpuint(count_findings(&f), ==, bodies[i].findings);
	nb_arena_free(f.arena);
}

/* Where `part` of the first paragraph stands: `source` of the file. */
static const struct {
	const char *name, *yaml, *part, *source;
} places[] = {
	{ "plain", "甲乙丙", "乙", "乙" },
	{ "second-line", "|\n    甲。\n    乙丙。", "丙", "丙" },
	{ "across-lines", "|\n    甲。\n    乙丙。", "。乙", "。\n    乙" },
	{ "joint", "|\n    a\n    b", " ", "\n    " },
	{ "all", "|\n    甲。\n    乙。", "甲。乙。", "甲。\n    乙。" },
	{ "figure", "甲{学法}乙", "8次", "{学法}" },
	{ "part-of-figure", "甲{学法}乙", "次", "{学法}" },
	{ "before-figure", "甲{学法}乙", "甲", "甲" },
	{ "behind-figure", "甲{学法}乙", "乙", "乙" },
	{ "across-figure", "甲{学法}乙", "甲8次乙", "甲{学法}乙" },
	{ "into-figure", "甲{学法}乙", "甲8", "甲{学法}" },
	{ "unknown-figure", "甲{学发}乙", "学", "学" },
	{ "change", "甲{处罚.同比}乙", "8.71%", "{处罚.同比}" },
	{ "behind-change", "甲{处罚.同比}乙", "乙", "乙" },
	{ "quoted", "'甲乙'", "乙", "乙" },
	{ "behind-double-quote", "'甲''乙'", "乙", "乙" },
	{ "folded", "甲。\n    乙丙。", "丙", "丙" },
};

static void
test_place(gconstpointer row)
{
	const size_t i = GPOINTER_TO_SIZE(row);
	const struct nb_str part = nb_str_z(places[i].part);
	const struct nb_prose *p;
	struct fixture f;
	struct nb_str got;
	size_t at;

	setup(&f, FILE_HEAD, places[i].yaml);
	g_assert_cmpuint(body(&f)->n, ==, 1);
	p = &body(&f)->para[0];
	at = nb_str_find(p->text, part, 0);
	g_assert_cmpuint(at, !=, SIZE_MAX);
	got = nb_span_str(nb_prose_span(p, at, at + part.n));
	g_assert_true(nb_str_eq(got, nb_str_z(places[i].source)));
	nb_arena_free(f.arena);
}

/* The empty range is a place too. */
static void
test_empty_range(void)
{
	struct fixture f;
	struct nb_span span;

	setup(&f, FILE_HEAD, "甲乙");
	span = nb_prose_span(&body(&f)->para[0], 3, 3);
	g_assert_cmpuint(span.begin, ==, span.end);
	g_assert_cmpuint(nb_text_pos(span.text, span.begin).col, ==, 8);
	span = nb_prose_span(&(struct nb_prose){ 0 }, 0, 0);
	g_assert_null(span.text);
	nb_arena_free(f.arena);
}

/* A part keeps its places. */
static void
test_sub(void)
{
	struct fixture f;
	struct nb_prose sub;

	setup(&f, FILE_HEAD, "甲 {学法} 乙");
	sub = nb_prose_sub(f.arena, &body(&f)->para[0], 3, 9);
	g_assert_true(nb_str_eq(sub.text, NB_S("8次")));
	g_assert_true(
	    nb_str_eq(nb_span_str(nb_prose_all(&sub)), NB_S("{学法}")));
	sub = nb_prose_sub(f.arena, &body(&f)->para[0], 3, 4);
	g_assert_cmpuint(sub.text.n, ==, 0);
	nb_arena_free(f.arena);
}

static void
add(const char *group, const char *name, size_t i, GTestDataFunc test)
{
	g_autofree char *path = g_strdup_printf("/prose/%s/%s", group, name);

	g_test_add_data_func(path, GSIZE_TO_POINTER(i), test);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(bodies); i++)
		add("body", bodies[i].name, i, test_body);
	for (size_t i = 0; i < NB_COUNT(places); i++)
		add("place", places[i].name, i, test_place);
	g_test_add_func("/prose/empty-range", test_empty_range);
	g_test_add_func("/prose/sub", test_sub);
	return g_test_run();
}
