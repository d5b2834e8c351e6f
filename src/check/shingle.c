/*
 * check/shingle.c - a rolling hash, and the least of a window of hashes.
 */
#include "check/shingle.h"

#include "check/letters.h"

static const uint64_t base = 0x9E3779B97F4A7C15u;

/* So that the least hash is of any shingle, not of those that begin alike. */
static uint64_t
scatter(uint64_t h)
{
	h = (h ^ h >> 31) * 0xBF58476D1CE4E5B9u;
	return h ^ h >> 29;
}

/* The last shingles, in a ring. */
struct window {
	struct nb_shingle ring[NB_SHINGLE_WINDOW];
	uint32_t n;   /* shingles since the paragraph began */
	int64_t last; /* place of the one picked last, -1: none */
};

/* Of equals the last: a row of one letter is not picked whole. */
static void
pick_least(struct window *w, GArray *ret)
{
	const struct nb_shingle *least = NULL;

	for (uint32_t i = w->n - NB_SHINGLE_WINDOW; i < w->n; i++) {
		const struct nb_shingle *s = &w->ring[i % NB_SHINGLE_WINDOW];

		if (least == NULL || s->hash <= least->hash)
			least = s;
	}
	if (least->at != w->last) {
		g_array_append_val(ret, *least);
		w->last = least->at;
	}
}

/* A paragraph too short for a window has its least all the same. */
static void
end_paragraph(struct window *w, GArray *ret)
{
	const struct nb_shingle *least = NULL;

	for (uint32_t i = 0; i < w->n && w->n < NB_SHINGLE_WINDOW; i++)
		if (least == NULL || w->ring[i].hash <= least->hash)
			least = &w->ring[i];
	if (least != NULL)
		g_array_append_val(ret, *least);
	w->n = 0;
}

void
nb_shingles_pick(const uint16_t *letter, uint32_t n, GArray *ret)
{
	struct window w = { .last = -1 };
	uint64_t h = 0, top = 1;
	uint32_t row = 0; /* letters since the paragraph began */

	for (uint32_t i = 1; i < NB_SHINGLE; i++)
		top *= base;
	for (uint32_t i = 0; i < n; i++) {
		if (letter[i] == NB_LETTER_END) {
			end_paragraph(&w, ret);
			row = 0;
			h = 0;
			continue;
		}
		if (row >= NB_SHINGLE)
			h -= top * letter[i - NB_SHINGLE];
		h = h * base + letter[i];
		if (++row < NB_SHINGLE)
			continue;
		w.ring[w.n++ % NB_SHINGLE_WINDOW] =
		    (struct nb_shingle){ scatter(h), i + 1 - NB_SHINGLE };
		if (w.n >= NB_SHINGLE_WINDOW)
			pick_least(&w, ret);
	}
	end_paragraph(&w, ret);
}

uint32_t
nb_shingles_least(uint32_t letters)
{
	const uint32_t all = letters - MIN(letters, NB_SHINGLE - 1);

	return MAX(1, all / NB_SHINGLE_WINDOW);
}
