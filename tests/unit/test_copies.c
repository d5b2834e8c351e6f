/*
 * Passages that documents of one run share.
 */
#include "base/arena.h"
#include "check/alike.h"
#include "check/copies.h"
#include "check/letters.h"
#include "check/shingle.h"
#include "diag/diag.h"
#include "source/reader.h"

#include <glib.h>
#include <string.h>

/* Each of 16 or 17 Han characters. */
#define A "调解员每周轮值两次当日登记当日分派"
#define B "早市摊主首次越线当场改正的登记提醒"
#define C "合同示范文本按类编印送到各个社区"
#define SHORT "全部按期办结"
#define PHRASE "深入学习贯彻习近平法治思想"

#define LIST(...) \
	{ \
		.word = (struct nb_str[]){ __VA_ARGS__ }, \
		.n = sizeof((struct nb_str[]){ __VA_ARGS__ }) / \
		    sizeof(struct nb_str), \
	}
#define W(s) \
	{ \
		s, sizeof(s) - 1 \
	}

static const struct nb_outline outline = {
	.copy = { .least_han = 16, .common = 4, .crowd = 50,
	    .phrase = LIST(W(PHRASE)) },
	.organ = {
	    .party = LIST(W("中共")),
	    .division = LIST(W("市"), W("区")),
	    .town = LIST(W("街道"), W("镇")),
	    .ending = LIST(W("办事处"), W("人民政府")),
	},
};

static void
add_of(
    struct nb_copies *c, const char *name, const char *organ, const char *body)
{
	struct nb_arena *a = nb_arena_new();
	g_autofree char *yaml = g_strconcat("年度: 2024\n机关: ", organ,
	    "\n章节:\n- 标题: 乙\n  正文: |\n    ", body, "\n", NULL);
	struct nb_diags d;
	const struct nb_text *text;

	nb_diags_init(&d, a);
	text = nb_source_text(a, NB_S("t.yaml"), nb_str_z(yaml), &d);
	nb_copies_add(c, nb_str_z(name),
	    nb_report_build(a, nb_source_yaml(a, text, &d), NULL, &d));
	nb_arena_free(a);
}

static void
add(struct nb_copies *c, const char *body)
{
	add_of(c, "t.yaml", "甲", body);
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
	{ "figures-do-not", { A "8件。", A "1,219.5件。" }, 18, 18, 1 },
	{ "an-edit", { A "。" B "。", "调解员每周轮值两次当日登记。" B "。" },
	    34, 30, 1 },
	{ "words-put-in", { A "，" B "。", A "，还有别的四字，" B "。" }, 34,
	    34, 1 },
	{ "short", { SHORT "。", SHORT "。" }, 6, 0, 0 },
	{ "phrase-alone", { PHRASE "。", PHRASE "。" }, 0, 0, 0 },
	{ "phrase-left-out", { PHRASE "，" A "。", A "。" }, 17, 17, 1 },
	{ "the-nearest", { A "。" B "。", A "。", B "。" A "。" }, 34, 34, 2 },
	{ "of-equals-the-first", { A "。", A "。", A "。" }, 17, 17, 1 },
	{ "within-one", { A "。" A "。", B "。" }, 34, 0, 0 },
	{ "twice-in-both", { A "。" A "。", A "。" A "。" }, 34, 34, 1 },
	{ "common",
	    { A "。\n\n    " B "。", A "。", A "。", A "。", B "。", C "。" },
	    34, 17, 4 },
	{ "not-so-common", { A "。", A "。", A "。", B "。" }, 17, 17, 1 },
};

static void
test_run(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	struct nb_copies *c = nb_copies_new(&outline);
	struct nb_copy copy;

	for (size_t k = 0; k < NB_COUNT(runs[i].body); k++)
		if (runs[i].body[k] != NULL)
			add(c, runs[i].body[k]);
	nb_copies_compare(c);
	copy = nb_copies_of(c, 0);
	g_assert_cmpuint(copy.han, ==, runs[i].han);
	g_assert_cmpuint(copy.shared, ==, runs[i].shared);
	g_assert_cmpuint(copy.nearest, ==, runs[i].nearest);
	nb_copies_free(c);
}

/* Names of the writers do not hide what is copied; lines of both sides. */
static void
test_passages(void)
{
	struct nb_copies *c = nb_copies_new(&outline);
	struct nb_arena *a = nb_arena_new();
	const struct nb_copy_pair *pair;
	const struct nb_copy_passage *p;
	uint32_t n;

	add_of(c, "b.yaml", "云州市青荷区柳溪街道办事处",
	    C "。\n    柳溪街道聘请的律师审核了合同8件，\n    " SHORT "。");
	add_of(c, "a.yaml", "桃源镇人民政府",
	    "桃源镇聘请的律师审核了合同12件，" SHORT "；甲乙。");
	nb_copies_compare(c);
	pair = nb_copies_pairs(c, &n);
	g_assert_cmpuint(n, ==, 1);
	g_assert_cmpuint(pair->document[0], ==, 1);
	g_assert_cmpuint(pair->document[1], ==, 0);
	p = nb_copies_passages(c, pair, a, &n);
	g_assert_cmpuint(n, ==, 1);
	g_assert_true(nb_str_eq(
	    p->text, NB_S("桃源镇聘请的律师审核了合同12件，" SHORT "；")));
	g_assert_cmpuint(p->lines[0].first, ==, 6);
	g_assert_cmpuint(p->lines[0].last, ==, 6);
	g_assert_cmpuint(p->lines[1].first, ==, 7);
	g_assert_cmpuint(p->lines[1].last, ==, 8);
	nb_arena_free(a);
	nb_copies_free(c);
}

/* What too many have is everybody's; of the rest the work stays linear. */
static void
test_many(void)
{
	enum { DOCUMENTS = 900, OTHER = 30 };
	struct nb_copies *c = nb_copies_new(&outline);

	for (unsigned i = 0; i < DOCUMENTS; i++)
		add(c, i % 3 == 0 ? A "。" : i % OTHER == 1 ? C "。" : B "。");
	nb_copies_compare(c);
	for (unsigned i = 0; i < DOCUMENTS; i++)
		g_assert_cmpuint(
		    nb_copies_of(c, i).shared, ==, i % OTHER == 1 ? 16 : 0);
	nb_copies_free(c);
}

/* Han characters that say nothing. */
static void
append_random(GString *s, unsigned n, GRand *r)
{
	for (unsigned i = 0; i < n; i++)
		g_string_append_unichar(
		    s, (gunichar)g_rand_int_range(r, 0x4E00, 0x9FA0));
}

/* A passage with an edit somewhere in each `every` of its characters. */
static void
append_edited(GString *s, const char *passage, int every, GRand *r)
{
	int left = g_rand_int_range(r, every / 2, every + 1);

	for (const char *p = passage; *p != '\0'; p = g_utf8_next_char(p)) {
		if (--left > 0) {
			g_string_append_unichar(s, g_utf8_get_char(p));
			continue;
		}
		append_random(s, (unsigned)g_rand_int_range(r, 0, 3), r);
		left = g_rand_int_range(r, every * 3 / 4, every + 1);
	}
}

enum { PLANTED = 200 };

/* One text has a passage of another's with edits, among much else. */
static void
test_planted(void)
{
	g_autoptr(GRand) r =
	    g_rand_new_with_seed((guint32)g_test_rand_int_range(0, G_MAXINT32));

	for (int round = 0; round < 50; round++) {
		struct nb_copies *c = nb_copies_new(&outline);
		g_autoptr(GString) passage = g_string_new(NULL);
		g_autoptr(GString) one = g_string_new(NULL);
		g_autoptr(GString) other = g_string_new(NULL);

		append_random(passage, PLANTED, r);
		append_random(one, 300, r);
		g_string_append_printf(one, "%s。", passage->str);
		append_random(one, 100, r);
		append_random(other, 500, r);
		append_edited(other, passage->str, 30, r);
		add_of(c, "a", "甲", one->str);
		add_of(c, "b", "乙", other->str);
		nb_copies_compare(c);
		g_assert_cmpuint(
		    nb_copies_of(c, 0).shared, >=, PLANTED * 7 / 10);
		g_assert_cmpuint(nb_copies_of(c, 0).shared, <=, PLANTED + 2);
		g_assert_cmpuint(nb_copies_of(c, 0).nearest, ==, 1);
		g_assert_cmpuint(nb_copies_of(c, 1).nearest, ==, 0);
		nb_copies_free(c);
	}
}

/* Texts of few different words, but of no common passage. */
static void
test_unrelated(void)
{
	static const char *const word[] = { "法治", "街道", "社区", "调解",
		"执法", "行政", "人员", "工作", "开展", "落实", "培训", "公开",
		"群众", "矛盾", "纠纷", "建设" };
	g_autoptr(GRand) r =
	    g_rand_new_with_seed((guint32)g_test_rand_int_range(0, G_MAXINT32));
	struct nb_outline usual = outline;
	struct nb_copies *c = nb_copies_new(&usual);
	uint32_t n;

	usual.copy.least_han = 26;
	for (int k = 0; k < 40; k++) {
		g_autoptr(GString) s = g_string_new(NULL);

		for (int i = 0; i < 1500; i++)
			g_string_append(
			    s, word[g_rand_int_range(r, 0, NB_COUNT(word))]);
		add(c, s->str);
	}
	nb_copies_compare(c);
	nb_copies_pairs(c, &n);
	g_assert_cmpuint(n, ==, 0);
	nb_copies_free(c);
}

/* Shares and pairs by name, whatever the order of reading. */
static char *
outcome(char *const *body, const unsigned *order, unsigned n)
{
	struct nb_copies *c = nb_copies_new(&outline);
	GString *out = g_string_new(NULL);
	const struct nb_copy_pair *pair;
	uint32_t pairs;

	for (unsigned i = 0; i < n; i++) {
		g_autofree char *name = g_strdup_printf("%03u", order[i]);

		add_of(c, name, "甲", body[order[i]]);
	}
	nb_copies_compare(c);
	for (unsigned k = 0; k < n; k++)
		for (unsigned i = 0; i < n; i++)
			if (order[i] == k)
				g_string_append_printf(out, "%u %u %u\n", k,
				    nb_copies_of(c, i).shared,
				    order[nb_copies_of(c, i).nearest]);
	pair = nb_copies_pairs(c, &pairs);
	for (uint32_t i = 0; i < pairs; i++)
		g_string_append_printf(out, "%u %u %u %u\n",
		    order[pair[i].document[0]], order[pair[i].document[1]],
		    pair[i].shared, pair[i].permille);
	nb_copies_free(c);
	return g_string_free(out, FALSE);
}

static void
test_order(void)
{
	enum { TEXTS = 24, PARTS = 9, ROUNDS = 10 };
	g_autoptr(GRand) r =
	    g_rand_new_with_seed((guint32)g_test_rand_int_range(0, G_MAXINT32));
	char *part[PARTS], *body[TEXTS];
	unsigned order[TEXTS];
	g_autofree char *want = NULL;

	for (int i = 0; i < PARTS; i++) {
		g_autoptr(GString) s = g_string_new(NULL);

		append_random(s, 60, r);
		part[i] = g_strdup(s->str);
	}
	for (unsigned i = 0; i < TEXTS; i++) {
		g_autoptr(GString) s = g_string_new(NULL);

		append_random(s, 40, r);
		for (int k = 0; k < 4; k++)
			append_edited(
			    s, part[g_rand_int_range(r, 0, PARTS)], 25, r);
		body[i] = g_strdup(s->str);
		order[i] = i;
	}
	want = outcome(body, order, TEXTS);
	for (int round = 0; round < ROUNDS; round++) {
		g_autofree char *got = NULL;

		for (unsigned i = TEXTS; i-- > 1;) {
			const unsigned k =
			    (unsigned)g_rand_int_range(r, 0, (gint32)i + 1);
			const unsigned swap = order[i];

			order[i] = order[k];
			order[k] = swap;
		}
		got = outcome(body, order, TEXTS);
		g_assert_cmpstr(got, ==, want);
	}
	for (int i = 0; i < PARTS; i++)
		g_free(part[i]);
	for (int i = 0; i < TEXTS; i++)
		g_free(body[i]);
}

/* Letters in a row that two texts share, long enough, share a fingerprint. */
static void
test_winnowing(void)
{
	enum { N = 400, COMMON = NB_SHINGLE + NB_SHINGLE_WINDOW - 1 };
	g_autoptr(GRand) r =
	    g_rand_new_with_seed((guint32)g_test_rand_int_range(0, G_MAXINT32));

	for (int round = 0; round < 500; round++) {
		uint16_t letter[2][N];
		g_autoptr(GHashTable) seen =
		    g_hash_table_new(g_int64_hash, g_int64_equal);
		GArray *pick[2];
		bool met = false;

		for (int t = 0; t < 2; t++) {
			for (int i = 0; i < N; i++)
				letter[t][i] = (uint16_t)g_rand_int_range(
				    r, 0x4E00, 0x4E00 + 300);
			pick[t] = g_array_new(
			    FALSE, FALSE, sizeof(struct nb_shingle));
		}
		memcpy(letter[1] + g_rand_int_range(r, 0, N - COMMON),
		    letter[0] + g_rand_int_range(r, 0, N - COMMON),
		    COMMON * sizeof(uint16_t));
		for (int t = 0; t < 2; t++)
			nb_shingles_pick(letter[t], N, pick[t]);
		for (guint i = 0; i < pick[0]->len; i++)
			g_hash_table_add(seen,
			    &g_array_index(pick[0], struct nb_shingle, i));
		for (guint i = 0; i < pick[1]->len; i++)
			met = met ||
			    g_hash_table_contains(seen,
				&g_array_index(pick[1], struct nb_shingle, i));
		g_assert_true(met);
		g_array_unref(pick[0]);
		g_array_unref(pick[1]);
	}
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
	g_test_add_func("/copies/passages", test_passages);
	g_test_add_func("/copies/many", test_many);
	g_test_add_func("/copies/planted", test_planted);
	g_test_add_func("/copies/unrelated", test_unrelated);
	g_test_add_func("/copies/order", test_order);
	g_test_add_func("/copies/winnowing", test_winnowing);
	return g_test_run();
}
