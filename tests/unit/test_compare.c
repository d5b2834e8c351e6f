/*
 * What two sequences have in common, and from one text to another.
 */
#include "base/arena.h"
#include "compare/common.h"
#include "compare/edits.h"
#include "diag/diag.h"

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
	{ "word-whole", "压实责任。", "落实责任。", "{-压实}{+落实}责任。" },
	{ "word-of-two-words", "贯彻落实要求。", "贯彻执行要求。",
	    "贯彻{-落实}{+执行}要求。" },
	{ "word-unknown", "在沿河巷巡查。", "在藕塘巷巡查。",
	    "在{-沿河}{+藕塘}巷巡查。" },
	{ "words-between-changes", "切实履行推进职责。", "扎实履行推动职责。",
	    "{-切实}{+扎实}履行{-推进}{+推动}职责。" },
	{ "date-whole", "于2024年2月23日印发。", "于2024年3月1日印发。",
	    "于{-2024年2月23日}{+2024年3月1日}印发。" },
	{ "years-whole", "纲要（2015—2020年）。", "纲要（2021—2025年）。",
	    "纲要（{-2015—2020年}{+2021—2025年}）。" },
	{ "years-with-two-dashes", "纲要（2015——2020年）。",
	    "纲要（2021——2025年）。",
	    "纲要（{-2015——2020年}{+2021——2025年}）。" },
	{ "dashes-are-no-years", "查1-2-3-4年卷。", "查1-2-3-5年卷。",
	    "查1-{-2-3-4年}{+2-3-5年}卷。" },
	{ "number-whole", "柳办〔2024〕5号文。", "柳办〔2025〕3号文。",
	    "柳办{-〔2024〕5号}{+〔2025〕3号}文。" },
	{ "name-whole", "印发《工作规则》并组织学习。",
	    "印发《会议规则》并组织学习。",
	    "印发{-《工作规则》}{+《会议规则》}并组织学习。" },
	{ "name-without-end", "印发《工作规则。", "印发《会议规则。",
	    "印发《{-工作}{+会议}规则。" },
	{ "about-a-figure", "专家20余人次。", "专家30余人次。",
	    "专家{-20余人次}{+30余人次}。" },
	{ "han-figure", "依照第十二条规定办理四十件。",
	    "依照第十三条规定办理五十件。",
	    "依照{-第十二条}{+第十三条}规定办理{-四十件}{+五十件=增加10件，25%}"
	    "。" },
	{ "same-in-other-words", "荷叶塘边巡查。", "在荷叶塘边巡查。",
	    "{+在}荷叶塘边巡查。" },
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

static const struct nb_han_words *
load_words(struct nb_arena *a)
{
	g_autofree char *path = g_build_filename(g_getenv("NIANBAO_ROOT"),
	    "templates", "words-han", "han.yaml", NULL);
	const struct nb_han_words *words;
	struct nb_diags d;

	nb_diags_init(&d, a);
	words = nb_han_words_load(a, path, &d);
	g_assert_nonnull(words);
	return words;
}

static void
test_edits(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	const struct nb_str units[] = { NB_S("件"), NB_S("次"), NB_S("人次"),
		NB_S("%") };
	const struct nb_words unit = { .word = units, .n = NB_COUNT(units) };
	const struct nb_str old = nb_str_z(edits[i].old);
	const struct nb_str now = nb_str_z(edits[i].now);
	struct nb_arena *a = nb_arena_new();
	struct nb_ids sentence, word;
	const struct nb_edits how = { a, &sentence,
		{ &word, &unit, load_words(a) }, NB_SCRIPT_SIMPLIFIED,
		NB_SCRIPT_SIMPLIFIED };
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_diff_text text;

	nb_ids_init(&sentence, a);
	nb_ids_init(&word, a);
	text = nb_edits_find(&how,
	    &(struct nb_diff_field){ NB_S("正文"), old, old, NULL },
	    &(struct nb_diff_field){ NB_S("正文"), now, now, NULL });
	for (uint32_t k = 0; k < text.n; k++)
		append_edit(got, &text.edit[k]);
	g_assert_cmpstr(got->str, ==, edits[i].want);
	nb_ids_clear(&sentence);
	nb_ids_clear(&word);
	nb_arena_free(a);
}

/* What texts are made of: none of them may be torn. */
static const char *const bricks[] = { "压实", "落实", "责任", "推进", "的",
	"2024年6月30日", "2023年", "112件", "98.14%", "〔2024〕5号",
	"《工作规则》", "第十二条", "AI，", "，", "。", "、", "法治", "建设",
	"荷塘" };

static char *
random_text(int n)
{
	GString *s = g_string_new(NULL);

	for (int i = 0; i < n; i++)
		g_string_append(
		    s, bricks[g_test_rand_int_range(0, NB_COUNT(bricks))]);
	return g_string_free(s, FALSE);
}

/* A brick of the same text is whole on one side of where an edit ends. */
static void
assert_whole(struct nb_str text, size_t at)
{
	if (at == 0 || at == text.n)
		return;
	for (size_t i = 5; i <= 11; i++) {
		const struct nb_str brick = nb_str_z(bricks[i]);

		for (size_t from = 0;
		     (from = nb_str_find(text, brick, from)) != SIZE_MAX;
		     from++)
			g_assert_true(at <= from || at >= from + brick.n);
	}
}

/* The edits are both texts, and tear nothing. */
static void
test_edits_random(void)
{
	const struct nb_str units[] = { NB_S("件"), NB_S("%") };
	const struct nb_words unit = { .word = units, .n = NB_COUNT(units) };
	struct nb_arena *a = nb_arena_new();
	const struct nb_han_words *han = load_words(a);
	struct nb_ids sentence, word;
	const struct nb_edits how = { a, &sentence, { &word, &unit, han },
		NB_SCRIPT_SIMPLIFIED, NB_SCRIPT_SIMPLIFIED };

	nb_ids_init(&sentence, a);
	nb_ids_init(&word, a);
	for (int round = 0; round < ROUNDS; round++) {
		g_autofree char *from = random_text(round % 40);
		g_autofree char *to = random_text(round % 37);
		const struct nb_str old = nb_arena_str(a, nb_str_z(from));
		const struct nb_str now = nb_arena_str(a, nb_str_z(to));
		const struct nb_diff_text text = nb_edits_find(&how,
		    &(struct nb_diff_field){ NB_S("正文"), old, old, NULL },
		    &(struct nb_diff_field){ NB_S("正文"), now, now, NULL });
		size_t was = 0, is = 0;

		for (uint32_t i = 0; i < text.n; i++) {
			const struct nb_diff_edit *e = &text.edit[i];

			g_assert_true(
			    nb_str_eq(e->old, nb_str_sub(old, was, e->old.n)));
			g_assert_true(
			    nb_str_eq(e->now, nb_str_sub(now, is, e->now.n)));
			was += e->old.n;
			is += e->now.n;
			assert_whole(old, was);
			assert_whole(now, is);
		}
		g_assert_cmpuint(was, ==, old.n);
		g_assert_cmpuint(is, ==, now.n);
	}
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
	g_test_add_func("/compare/edits", test_edits_random);
	for (size_t i = 0; i < NB_COUNT(edits); i++) {
		g_autofree char *name =
		    g_strconcat("/compare/edits/", edits[i].name, NULL);

		g_test_add_data_func(name, GSIZE_TO_POINTER(i), test_edits);
	}
	return g_test_run();
}
