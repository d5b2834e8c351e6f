/*
 * check/kin.c - an inverted index over bigrams.
 */
#include "check/kin.h"

#include "check/likeness.h"

#include <glib.h>

/* A text has a pair so many times. */
struct posting {
	uint64_t pair;
	uint32_t text, times;
};

struct member {
	struct nb_str text;
	uint32_t n_pairs;
	uint32_t hits; /* pairs in common with the text looked up */
};

struct nb_kin {
	GArray *member;  /* of struct member */
	GArray *posting; /* of struct posting */
	bool sorted;
	GArray *pair;    /* of the text under way, of uint64_t */
	GArray *touched; /* members with hits, of uint32_t */
};

struct nb_kin *
nb_kin_new(void)
{
	struct nb_kin *k = g_new0(struct nb_kin, 1);

	k->member = g_array_new(FALSE, FALSE, sizeof(struct member));
	k->posting = g_array_new(FALSE, FALSE, sizeof(struct posting));
	k->pair = g_array_new(FALSE, FALSE, sizeof(uint64_t));
	k->touched = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	return k;
}

void
nb_kin_free(struct nb_kin *k)
{
	g_array_unref(k->member);
	g_array_unref(k->posting);
	g_array_unref(k->pair);
	g_array_unref(k->touched);
	g_free(k);
}

/* The next distinct pair from *at on and how often it stands there. */
static struct posting
next_pair(const GArray *pair, guint *at)
{
	struct posting p = { g_array_index(pair, uint64_t, *at), 0, 0 };

	for (; *at < pair->len && g_array_index(pair, uint64_t, *at) == p.pair;
	     ++*at)
		p.times++;
	return p;
}

void
nb_kin_add(struct nb_kin *k, struct nb_str text)
{
	struct member m = { text, 0, 0 };

	nb_likeness_pairs(text, k->pair);
	m.n_pairs = k->pair->len;
	for (guint at = 0; at < k->pair->len && m.n_pairs <= NB_KIN_PAIRS;) {
		struct posting p = next_pair(k->pair, &at);

		p.text = k->member->len;
		g_array_append_val(k->posting, p);
	}
	g_array_append_val(k->member, m);
	k->sorted = false;
}

static gint
compare_postings(gconstpointer pa, gconstpointer pb)
{
	const struct posting *a = pa, *b = pb;

	if (a->pair != b->pair)
		return a->pair < b->pair ? -1 : 1;
	return (a->text > b->text) - (a->text < b->text);
}

/* The first posting of the pair or of a later one. */
static guint
find_posting(const struct nb_kin *k, uint64_t pair)
{
	guint low = 0, high = k->posting->len;

	while (low < high) {
		const guint middle = low + (high - low) / 2;

		if (g_array_index(k->posting, struct posting, middle).pair <
		    pair)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
has_pair(const struct nb_kin *k, guint at, uint64_t pair)
{
	return at < k->posting->len &&
	    g_array_index(k->posting, struct posting, at).pair == pair;
}

/* Credits the texts that have the pair; false when they are a crowd. */
static bool
credit(struct nb_kin *k, const struct posting *mine)
{
	const guint first = find_posting(k, mine->pair);

	if (has_pair(k, first + NB_KIN_CROWD, mine->pair))
		return false;
	for (guint i = first; has_pair(k, i, mine->pair); i++) {
		const struct posting *p =
		    &g_array_index(k->posting, struct posting, i);
		struct member *m =
		    &g_array_index(k->member, struct member, p->text);

		if (m->hits == 0)
			g_array_append_val(k->touched, p->text);
		m->hits += MIN(p->times, mine->times);
	}
	return true;
}

/* Settles the credits; n pairs were looked up, n_crowded of them in vain. */
static struct nb_kin_match
settle(struct nb_kin *k, struct nb_str text, uint32_t n, uint32_t n_crowded)
{
	struct nb_kin_match best = { .unsure = n_crowded == n };

	for (guint i = 0; i < k->touched->len; i++) {
		const uint32_t index = g_array_index(k->touched, uint32_t, i);
		struct member *m =
		    &g_array_index(k->member, struct member, index);
		const unsigned likeness = 200 * m->hits / (n + m->n_pairs);

		if (likeness > best.likeness ||
		    (likeness == best.likeness && index < best.index)) {
			best.likeness = likeness;
			best.index = index;
		}
		best.inside |=
		    m->hits + n_crowded >= n && nb_str_has(m->text, text);
		m->hits = 0;
	}
	if (n_crowded > 0 && best.likeness > 0)
		best.likeness = nb_likeness(text,
		    g_array_index(k->member, struct member, best.index).text);
	return best;
}

struct nb_kin_match
nb_kin_find(struct nb_kin *k, struct nb_str text)
{
	uint32_t n_crowded = 0;

	if (!k->sorted)
		g_array_sort(k->posting, compare_postings);
	k->sorted = true;
	nb_likeness_pairs(text, k->pair);
	if (k->pair->len == 0 || k->pair->len > NB_KIN_PAIRS)
		return (struct nb_kin_match){ .unsure = k->pair->len > 0 };
	g_array_set_size(k->touched, 0);
	for (guint at = 0; at < k->pair->len;) {
		const struct posting p = next_pair(k->pair, &at);

		if (!credit(k, &p))
			n_crowded += p.times;
	}
	return settle(k, text, k->pair->len, n_crowded);
}
