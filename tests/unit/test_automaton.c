/*
 * The search for many words at once, and the fold of Traditional characters.
 */
#include "base/arena.h"
#include "base/automaton.h"
#include "base/hant.h"

#include <glib.h>
#include <stdlib.h>

static struct nb_arena *arena;

/* Words are sorted; hits are word@end, by end, the longest first. */
static const struct {
	const char *name, *words, *text, *hits;
} rows[] = {
	{ "none", "", "天地", "" },
	{ "absent", "天地", "人和", "" },
	{ "one", "天地", "在天地间", "天地@9 " },
	{ "twice", "天地", "天地天地", "天地@6 天地@12 " },
	{ "overlap", "天天", "天天天", "天天@6 天天@9 " },
	{ "suffix", "人 大人", "大人", "大人@6 人@6 " },
	{ "prefix", "大 大人", "大人", "大@3 大人@6 " },
	{ "middle", "大人物 人", "大人物", "人@6 大人物@9 " },
	{ "fall-back", "天地人 地人和", "天地人和", "天地人@9 地人和@12 " },
	{ "broken-off", "天地人 地", "天地和", "地@6 " },
	{ "no-false-start", "甲甲乙", "甲甲甲乙", "甲甲乙@12 " },
	{ "latin", "ab b bc", "abc", "ab@2 b@2 bc@3 " },
	{ "beyond-bmp", "𠀀", "a𠀀b", "𠀀@5 " },
	{ "damaged", "天", "天\xFF天", "天@3 天@7 " },
};

static struct nb_str *
split(const char *words, uint32_t *ret_n)
{
	char **part = g_strsplit(words, " ", -1);
	const guint n = g_strv_length(part);
	struct nb_str *word = nb_new_n(arena, struct nb_str, n);

	for (guint i = 0; i < n; i++)
		word[i] = nb_arena_str(arena, nb_str_z(part[i]));
	g_strfreev(part);
	*ret_n = n;
	return word;
}

static void
test_row(gconstpointer data)
{
	const size_t i = GPOINTER_TO_SIZE(data);
	uint32_t n, hit;
	const struct nb_str *word = split(rows[i].words, &n);
	struct nb_automaton_search s = {
		.automaton = nb_automaton_new(arena, word, n),
		.text = nb_str_z(rows[i].text),
	};
	g_autoptr(GString) got = g_string_new(NULL);

	while (nb_automaton_next(&s, &hit))
		g_string_append_printf(
		    got, NB_FMT "@%zu ", NB_ARG(word[hit]), s.at);
	g_assert_cmpstr(got->str, ==, rows[i].hits);
}

/* Every place where the word ends, one by one. */
static unsigned
count_plainly(struct nb_str text, struct nb_str word)
{
	unsigned n = 0;

	for (size_t at = 0; (at = nb_str_find(text, word, at)) != SIZE_MAX;
	     at += 1)
		n++;
	return n;
}

static int
compare(const void *a, const void *b)
{
	return nb_str_cmp(*(const struct nb_str *)a, *(const struct nb_str *)b);
}

/* n letters of a few, from a fixed seed. */
static struct nb_str
random_text(GRand *rand, gint32 n)
{
	char *p = nb_arena_alloc(arena, (size_t)n);

	for (gint32 i = 0; i < n; i++)
		p[i] = (char)('a' + g_rand_int_range(rand, 0, 3));
	return (struct nb_str){ p, (size_t)n };
}

static void
test_like_plain_search(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(20240115);

	for (int round = 0; round < 200; round++) {
		struct nb_str word[20];
		unsigned times[20] = { 0 };
		const struct nb_str text = random_text(rand, 300);
		struct nb_automaton_search s = { .text = text };
		uint32_t n = 0, hit;

		for (size_t i = 0; i < NB_COUNT(word); i++)
			word[i] =
			    random_text(rand, g_rand_int_range(rand, 1, 6));
		qsort(word, NB_COUNT(word), sizeof(word[0]), compare);
		for (size_t i = 0; i < NB_COUNT(word); i++)
			if (n == 0 || !nb_str_eq(word[n - 1], word[i]))
				word[n++] = word[i];
		s.automaton = nb_automaton_new(arena, word, n);
		while (nb_automaton_next(&s, &hit))
			times[hit]++;
		for (uint32_t i = 0; i < n; i++)
			g_assert_cmpuint(
			    times[i], ==, count_plainly(text, word[i]));
	}
}

static void
test_hant(void)
{
	g_assert_cmpuint(nb_hant_simplified(U'復'), ==, U'复');
	g_assert_cmpuint(nb_hant_simplified(U'複'), ==, U'复');
	g_assert_cmpuint(nb_hant_simplified(U'於'), ==, U'于');
	g_assert_cmpuint(nb_hant_simplified(U'著'), ==, U'著');
	g_assert_cmpuint(nb_hant_simplified(U'人'), ==, U'人');
	g_assert_cmpuint(nb_hant_simplified(U'a'), ==, U'a');
	g_assert_cmpuint(nb_hant_simplified(0x20000), ==, 0x20000);
}

int
main(int argc, char **argv)
{
	int status;

	g_test_init(&argc, &argv, NULL);
	arena = nb_arena_new();
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *row =
		    g_strconcat("/automaton/", rows[i].name, NULL);
		g_test_add_data_func(row, GSIZE_TO_POINTER(i), test_row);
	}
	g_test_add_func("/automaton/like-plain-search", test_like_plain_search);
	g_test_add_func("/hant", test_hant);
	status = g_test_run();
	nb_arena_free(arena);
	return status;
}
