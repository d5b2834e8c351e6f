/*
 * check/sentence.c - sentences as keys of a hash table.
 */
#include "check/sentence.h"

static bool
counts(uint32_t c)
{
	return nb_is_han(c) || nb_is_digit(c) || nb_is_latin(c);
}

/* The next letter or digit of s; 0 at its end. */
static uint32_t
next_letter(struct nb_str s, size_t *at)
{
	while (*at < s.n) {
		const uint32_t c = nb_utf8_next(s, at);

		if (counts(c))
			return c;
	}
	return 0;
}

bool
nb_sentence_next(
    const struct nb_passage *p, size_t *at, struct nb_sentence *ret)
{
	struct nb_piece piece;
	uint32_t c;

	if (!nb_piece_next(p->text, NB_SENTENCE_ENDS, at, &piece))
		return false;
	*ret = (struct nb_sentence){
		.text = piece.text,
		.hash = 2166136261u, /* FNV-1a */
		.passage = p,
		.begin = piece.begin,
		.end = piece.end,
	};
	for (size_t i = 0; (c = next_letter(piece.text, &i)) != 0;) {
		ret->hash = (ret->hash ^ c) * 16777619u;
		ret->han += nb_is_han(c) || nb_is_digit(c);
	}
	return true;
}

static guint
hash(gconstpointer key)
{
	return ((const struct nb_sentence *)key)->hash;
}

static gboolean
same(gconstpointer pa, gconstpointer pb)
{
	const struct nb_str a = ((const struct nb_sentence *)pa)->text;
	const struct nb_str b = ((const struct nb_sentence *)pb)->text;
	uint32_t c = 1;

	for (size_t i = 0, k = 0; c != 0;) {
		c = next_letter(a, &i);
		if (c != next_letter(b, &k))
			return FALSE;
	}
	return TRUE;
}

GHashTable *
nb_sentence_set(void)
{
	return g_hash_table_new(hash, same);
}
