/*
 * What two sequences have in common, and from one text to another.
 */
#include "base/arena.h"
#include "compare/common.h"
#include "compare/edits.h"

#include <glib.h>

enum { MOST = 12, ROUNDS = 2000 };

static void
fill(uint32_t *s, uint32_t n, int kinds)
{
	for (uint32_t i = 0; i < n; i++)
		s[i] = (uint32_t)g_test_rand_int_range(0, kinds);
}

/* The length of a longest common subsequence, by the table of all prefixes. */
static uint32_t
longest(const uint32_t *a, uint32_t n, const uint32_t *b, uint32_t m)
{
	uint32_t best[MOST + 1][MOST + 1] = { { 0 } };

	for (uint32_t i = 1; i <= n; i++)
		for (uint32_t k = 1; k <= m; k++)
			best[i][k] = a[i - 1] == b[k - 1]
			    ? best[i - 1][k - 1] + 1
			    : MAX(best[i - 1][k], best[i][k - 1]);
	return best[n][m];
}

static uint32_t
count_pairs(
    const uint32_t *a, uint32_t n, const uint32_t *b, const uint32_t *pair)
{
	uint32_t count = 0, next = 0;

	for (uint32_t i = 0; i < n; i++) {
		if (pair[i] == UINT32_MAX)
			continue;
		g_assert_cmpuint(pair[i], >=, next);
		g_assert_cmpuint(a[i], ==, b[pair[i]]);
		next = pair[i] + 1;
		count++;
	}
	return count;
}

static void
test_common(void)
{
	for (int round = 0; round < ROUNDS; round++) {
		const uint32_t n = (uint32_t)g_test_rand_int_range(0, MOST + 1);
		const uint32_t m = (uint32_t)g_test_rand_int_range(0, MOST + 1);
		uint32_t a[MOST], b[MOST], pair[MOST];

		fill(a, n, 2 + round % 5);
		fill(b, m, 2 + round % 5);
		nb_common_find(a, n, b, m, pair);
		g_assert_cmpuint(
		    count_pairs(a, n, b, pair), ==, longest(a, n, b, m));
	}
}

/* Beyond what the greedy way takes: what stands once still is found. */
static void
test_common_far(void)
{
	enum { N = 3000 };
	uint32_t *a = g_new(uint32_t, N), *b = g_new(uint32_t, N);
	uint32_t *pair = g_new(uint32_t, N);

	for (uint32_t i = 0; i < N; i++) {
		a[i] = i % 3 == 0 ? i : N + i;
		b[i] = i % 3 == 0 ? i : 3 * N + i;
	}
	nb_common_find(a, N, b, N, pair);
	g_assert_cmpuint(count_pairs(a, N, b, pair), ==, N / 3);
	g_free(a);
	g_free(b);
	g_free(pair);
}

/* The weight of a choice of pairs, or 0 when they do not ascend. */
static uint64_t
weigh(const uint32_t *b, const uint64_t *weight, uint32_t n, unsigned chosen)
{
	uint64_t sum = 0;
	uint32_t next = 0;

	for (uint32_t i = 0; i < n; i++) {
		if ((chosen >> i & 1) == 0)
			continue;
		if (b[i] < next)
			return 0;
		next = b[i] + 1;
		sum += weight[i];
	}
	return sum;
}

static void
test_ascending(void)
{
	enum { N = 8 };

	for (int round = 0; round < 200; round++) {
		uint32_t b[N] = { 0 };
		uint64_t weight[N], most = 0;
		unsigned chosen = 0;
		bool keep[N];

		for (uint32_t i = 0; i < N; i++) {
			const uint32_t at =
			    (uint32_t)g_test_rand_int_range(0, (gint32)i + 1);

			b[i] = b[at];
			b[at] = i;
			weight[i] = (uint64_t)g_test_rand_int_range(1, 9);
		}
		nb_common_ascending(b, weight, N, keep);
		for (uint32_t i = 0; i < N; i++)
			chosen |= (unsigned)keep[i] << i;
		for (unsigned all = 0; all < 1u << N; all++)
			most = MAX(most, weigh(b, weight, N, all));
		g_assert_cmpuint(weigh(b, weight, N, chosen), ==, most);
	}
}

static const struct {
	const char *name, *old, *now, *want;
} edits[] = {
	{ "same", "甲乙。", "甲乙。", "甲乙。" },
	{ "both-empty", "", "", "" },
	{ "added", "", "甲。乙。", "{+甲。}{+乙。}" },
	{ "gone", "甲。乙。", "", "{-甲。}{-乙。}" },
	{ "word", "全面推进依法行政。", "深入推进依法行政。",
	    "{-全面}{+深入}推进依法行政。" },
	{ "figure-whole", "办理案件112件。", "办理案件115件。",
	    "办理案件{-112件}{+115件=增加3件，2.68%}。" },
	{ "rate", "成功率98.14%。", "成功率97.5%。",
	    "成功率{-98.14%}{+97.5%=下降0.64个百分点}。" },
	{ "year-is-no-figure", "截至2023年，建成。", "截至2024年，建成。",
	    "截至{-2023年}{+2024年}，建成。" },
	{ "zero", "投诉0件。", "投诉5件。", "投诉{-0件}{+5件=增加5件}。" },
	{ "western-word", "用AI识别。", "用OCR识别。", "用{-AI}{+OCR}识别。" },
	{ "clause-before-next", "甲处理，丙归档。", "甲处理，乙核对，丙归档。",
	    "甲处理，{+乙核对，}丙归档。" },
	{ "clause-at-end", "甲处理。", "甲处理，乙核对。",
	    "甲处理{+，乙核对}。" },
	{ "sentence-inserted", "甲。丙。", "甲。乙。丙。", "甲。{+乙。}丙。" },
	{ "sentence-behind-changed", "汇报6次，听取意见。主任旁听庭审。",
	    "汇报8次，听取意见。",
	    "汇报{-6次}{+8次=增加2次，33.33%}，听取意见。{-主任旁听庭审。}" },
	{ "sentence-split", "受理案件，逐件登记在册。",
	    "受理案件。逐件登记在册。", "受理案件{-，}{+。}逐件登记在册。" },
	{ "sentence-with-quote", "他说“好。”乙。", "他说“好。”丙。",
	    "他说“好。”{-乙。}{+丙。}" },
	{ "chance-is-no-likeness", "张的手。", "李的脚。",
	    "{-张的手。}{+李的脚。}" },
	{ "paragraphs", "甲乙丙\n丁戊己", "甲乙丙\n丁戊庚",
	    "甲乙丙\n丁戊{-己}{+庚}" },
};

static void
append_edit(GString *s, const struct nb_diff_edit *e)
{
	if (e->op == NB_DIFF_KEEP)
		g_string_append_len(s, e->now.p, (gssize)e->now.n);
	else if (e->op == NB_DIFF_DELETE)
		g_string_append_printf(s, "{-" NB_FMT "}", NB_ARG(e->old));
	else
		g_string_append_printf(s, "{+" NB_FMT "%s" NB_FMT "}",
		    NB_ARG(e->now), e->figure.n > 0 ? "=" : "",
		    NB_ARG(e->figure));
}

static void
test_edits(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const struct nb_str units[] = { NB_S("件"), NB_S("次"), NB_S("%") };
	const struct nb_words unit = { .word = units, .n = NB_COUNT(units) };
	const struct nb_str old = nb_str_z(edits[i].old);
	const struct nb_str now = nb_str_z(edits[i].now);
	struct nb_arena *a = nb_arena_new();
	struct nb_ids sentence, word;
	const struct nb_edits how = { a, &sentence, &word, &unit,
		NB_SCRIPT_SIMPLIFIED, NB_SCRIPT_SIMPLIFIED };
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_diff_text text;

	nb_ids_init(&sentence, a);
	nb_ids_init(&word, a);
	text = nb_edits_find(&how,
	    &(struct nb_diff_field){ NB_S("正文"), old, old },
	    &(struct nb_diff_field){ NB_S("正文"), now, now });
	for (uint32_t k = 0; k < text.n; k++)
		append_edit(got, &text.edit[k]);
	g_assert_cmpstr(got->str, ==, edits[i].want);
	nb_ids_clear(&sentence);
	nb_ids_clear(&word);
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/compare/common", test_common);
	g_test_add_func("/compare/common/far", test_common_far);
	g_test_add_func("/compare/ascending", test_ascending);
	for (size_t i = 0; i < NB_COUNT(edits); i++) {
		g_autofree char *name =
		    g_strconcat("/compare/edits/", edits[i].name, NULL);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_edits);
	}
	return g_test_run();
}
