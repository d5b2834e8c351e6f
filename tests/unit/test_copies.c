/*
 * Sentences that documents of one run share.
 */
#include "base/arena.h"
#include "check/copies.h"
#include "diag/diag.h"
#include "source/reader.h"

#include <glib.h>

/* Each of 16 or 17 Han characters. */
#define A "调解员每周轮值两次当日登记当日分派"
#define B "早市摊主首次越线当场改正的登记提醒"
#define C "合同示范文本按类编印送到各个社区"
#define SHORT "全部按期办结"
#define PHRASE "深入学习贯彻习近平法治思想"

static struct nb_str phrases[] = { { PHRASE, sizeof(PHRASE) - 1 } };

static const struct nb_outline outline = {
	.copy = { .least_han = 16, .common = 4, .phrase = { phrases, 1 } },
};

static void
add(struct nb_copies *c, const char *body)
{
	struct nb_arena *a = nb_arena_new();
	g_autofree char *yaml = g_strconcat("年度: 2024\n机关: 甲\n章节:\n"
					    "- 标题: 乙\n  正文: ",
	    body, "\n", NULL);
	struct nb_diags d;
	const struct nb_text *text;

	nb_diags_init(&d, a);
	text = nb_source_text(a, NB_S("t.yaml"), nb_str_z(yaml), &d);
	nb_copies_add(c,
	    nb_report_build(a, nb_source_yaml(a, text, &d), NULL, &d),
	    &outline);
	nb_arena_free(a);
}

/* The share and the nearest of the first document. */
static const struct {
	const char *name, *body[6];
	uint32_t han, shared, nearest;
} runs[] = {
	{ "alone", { A "。" }, 17, 0, 0 },
	{ "nothing", { A "。", B "。" }, 17, 0, 0 },
	{ "one-of-two", { A "。" B "。", C "。" A "。" }, 34, 17, 1 },
	{ "marks-do-not-count",
	    { "调解员每周轮值两次，当日登记、当日分派。", A "！" }, 17, 17, 1 },
	{ "figures-do", { A "8件。", A "9件。" }, 18, 0, 0 },
	{ "short", { SHORT "。", SHORT "。" }, 6, 0, 0 },
	{ "phrase-alone", { PHRASE "。", PHRASE "。" }, 0, 0, 0 },
	{ "phrase-left-out", { PHRASE "，" A "。", A "。" }, 17, 17, 1 },
	{ "the-nearest", { A "。" B "。", A "。", B "。" A "。" }, 34, 34, 2 },
	{ "of-equals-the-first", { A "。", A "。", A "。" }, 17, 17, 1 },
	{ "within-one", { A "。" A "。", B "。" }, 34, 0, 0 },
	{ "twice-in-both", { A "。" A "。", A "。" A "。" }, 34, 34, 1 },
	{ "common", { A "。" B "。", A "。", A "。", A "。", B "。", C "。" },
	    34, 17, 4 },
	{ "not-so-common", { A "。", A "。", A "。", B "。" }, 17, 17, 1 },
};

static void
test_run(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_copies *c = nb_copies_new(&outline.copy);
	struct nb_copy copy;

	for (size_t k = 0; k < NB_COUNT(runs[i].body); k++)
		if (runs[i].body[k] != NULL)
			add(c, runs[i].body[k]);
	copy = nb_copies_of(c, 0);
	g_assert_cmpuint(copy.han, ==, runs[i].han);
	g_assert_cmpuint(copy.shared, ==, runs[i].shared);
	g_assert_cmpuint(copy.nearest, ==, runs[i].nearest);
	nb_copies_free(c);
}

static void
test_sentences(void)
{
	struct nb_copies *c = nb_copies_new(&outline.copy);
	struct nb_arena *a = nb_arena_new();
	const struct nb_copied *copied;
	uint32_t n;

	add(c, C "。" B "。");
	add(c, B "。");
	add(c, "甲；" B "。");
	copied = nb_copies_sentences(c, 0, a, &n);
	g_assert_cmpuint(n, ==, 1);
	g_assert_true(nb_str_eq(copied[0].text, NB_S(B)));
	g_assert_cmpuint(copied[0].n_documents, ==, 3);
	nb_arena_free(a);
	nb_copies_free(c);
}

/* A third of a thousand documents is one text: the work stays linear. */
static void
test_many(void)
{
	enum { DOCUMENTS = 900 };
	struct nb_copies *c = nb_copies_new(&outline.copy);

	for (unsigned i = 0; i < DOCUMENTS; i++) {
		g_autofree char *own = g_strdup_printf("%s%u。", B, i);

		add(c, i % 3 == 0 ? A "。" : own);
	}
	for (unsigned i = 0; i < DOCUMENTS; i++) {
		const struct nb_copy copy = nb_copies_of(c, i);

		g_assert_cmpuint(copy.shared, ==, i % 3 == 0 ? 17 : 0);
		g_assert_true((copy.nearest != i) == (i % 3 == 0));
	}
	nb_copies_free(c);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(runs); i++) {
		g_autofree char *name =
		    g_strconcat("/copies/", runs[i].name, NULL);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_run);
	}
	g_test_add_func("/copies/sentences", test_sentences);
	g_test_add_func("/copies/many", test_many);
	return g_test_run();
}
