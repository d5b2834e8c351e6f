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

/* The postings of a pair; a free place of the table has none. */
struct group {
	uint64_t pair;
	uint32_t first, n;
};

/*
 * Once the first text is looked up there are groups: the inner loops run
 * through postings, pairs and hits alone, which lie close together.
 */
struct nb_kin {
	GArray *member;  /* of struct nb_str */
	GArray *n_pairs; /* of a member, of uint32_t */
	GArray *posting; /* of struct posting, by pair once there are groups */
	GArray *pair;    /* of the text under way, of uint64_t */

	struct group *group; /* by the hash of the pair; NULL: not yet */
	uint64_t mask;       /* of places of group */
	uint32_t *text;      /* of each posting */
	uint32_t *hits;      /* of a member: pairs that it has in common with
				the text looked up, else 0 */
	uint32_t *touched;   /* members with hits */
	uint32_t n_touched;
};

struct nb_kin *
nb_kin_new(void)
{
	struct nb_kin *k = g_new0(struct nb_kin, 1);

	k->member = g_array_new(FALSE, FALSE, sizeof(struct nb_str));
	k->n_pairs = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	k->posting = g_array_new(FALSE, FALSE, sizeof(struct posting));
	k->pair = g_array_new(FALSE, FALSE, sizeof(uint64_t));
	return k;
}

static void
drop_groups(struct nb_kin *k)
{
	g_clear_pointer(&k->group, g_free);
	g_clear_pointer(&k->text, g_free);
	g_clear_pointer(&k->hits, g_free);
	g_clear_pointer(&k->touched, g_free);
}

void
nb_kin_free(struct nb_kin *k)
{
	drop_groups(k);
	g_array_unref(k->member);
	g_array_unref(k->n_pairs);
	g_array_unref(k->posting);
	g_array_unref(k->pair);
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
	uint32_t n;

	nb_likeness_pairs(text, k->pair);
	n = k->pair->len;
	for (guint at = 0; at < n && n <= NB_KIN_PAIRS;) {
		struct posting p = next_pair(k->pair, &at);

		p.text = k->member->len;
		g_array_append_val(k->posting, p);
	}
	g_array_append_val(k->member, text);
	g_array_append_val(k->n_pairs, n);
	drop_groups(k);
}

static gint
compare_postings(gconstpointer pa, gconstpointer pb)
{
	const struct posting *a = pa, *b = pb;

	if (a->pair != b->pair)
		return a->pair < b->pair ? -1 : 1;
	return (a->text > b->text) - (a->text < b->text);
}

/* The group of the pair, or the free place where it would stand. */
static struct group *
find_group(const struct nb_kin *k, uint64_t pair)
{
	uint64_t at = pair * 0x9E3779B97F4A7C15u >> 32;

	while (
	    k->group[at & k->mask].n > 0 && k->group[at & k->mask].pair != pair)
		at++;
	return &k->group[at & k->mask];
}

/* The table is never more than half full. */
static void
make_groups(struct nb_kin *k)
{
	const guint n = k->posting->len;

	g_array_sort(k->posting, compare_postings);
	k->mask = 1;
	while (k->mask < 2 * (uint64_t)n)
		k->mask = 2 * k->mask + 1;
	k->group = g_new0(struct group, k->mask + 1);
	k->text = g_new(uint32_t, n + 1);
	k->hits = g_new0(uint32_t, k->member->len + 1);
	k->touched = g_new(uint32_t, k->member->len + 1);
	for (guint i = 0; i < n; i++) {
		const struct posting *p =
		    &g_array_index(k->posting, struct posting, i);
		struct group *g = find_group(k, p->pair);

		k->text[i] = p->text;
		if (g->n++ == 0)
			*g = (struct group){ p->pair, i, 1 };
	}
}

/* Credits the texts that have the pair; false when they are a crowd. */
static bool
credit(struct nb_kin *k, const struct posting *mine)
{
	const struct group *g = find_group(k, mine->pair);
	uint32_t n_touched = k->n_touched;

	if (g->n > NB_KIN_CROWD)
		return false;
	for (uint32_t i = g->first; i < g->first + g->n; i++) {
		uint32_t *hits = &k->hits[k->text[i]];

		k->touched[n_touched] = k->text[i]; /* if it is not yet */
		n_touched += *hits == 0;
		*hits += mine->times == 1
		    ? 1
		    : MIN(mine->times,
			  g_array_index(k->posting, struct posting, i).times);
	}
	k->n_touched = n_touched;
	return true;
}

/* Takes a member for the best if it is; it has so many hits. */
static void
compare(const struct nb_kin *k, uint32_t index, uint32_t hits, uint32_t n,
    struct nb_kin_match *best)
{
	const uint32_t m = g_array_index(k->n_pairs, uint32_t, index);
	const unsigned likeness = 200 * hits / (n + m);

	if (likeness > best->likeness ||
	    (likeness == best->likeness && index < best->index)) {
		best->likeness = likeness;
		best->index = index;
	}
}

static struct nb_str
text_of(const struct nb_kin *k, uint32_t index)
{
	return g_array_index(k->member, struct nb_str, index);
}

/*
 * Settles the credits; n pairs were looked up, n_crowded of them in vain.  A
 * text that could not be the best if it had nothing but its hits is passed by.
 */
static struct nb_kin_match
settle(struct nb_kin *k, struct nb_str text, uint32_t n, uint32_t n_crowded)
{
	struct nb_kin_match best = { .unsure = n_crowded == n };

	for (uint32_t i = 0; i < k->n_touched; i++) {
		const uint32_t index = k->touched[i];
		const uint32_t hits = k->hits[index];

		if (200 * hits >= best.likeness * (n + hits))
			compare(k, index, hits, n, &best);
		best.inside |= hits + n_crowded >= n &&
		    nb_str_has(text_of(k, index), text);
		k->hits[index] = 0;
	}
	k->n_touched = 0;
	if (n_crowded > 0 && best.likeness > 0)
		best.likeness = nb_likeness(text, text_of(k, best.index));
	return best;
}

struct nb_kin_match
nb_kin_find(struct nb_kin *k, struct nb_str text)
{
	uint32_t n_crowded = 0;

	if (k->group == NULL)
		make_groups(k);
	nb_likeness_pairs(text, k->pair);
	if (k->pair->len == 0 || k->pair->len > NB_KIN_PAIRS)
		return (struct nb_kin_match){ .unsure = k->pair->len > 0 };
	for (guint at = 0; at < k->pair->len;) {
		const struct posting p = next_pair(k->pair, &at);

		if (!credit(k, &p))
			n_crowded += p.times;
	}
	return settle(k, text, k->pair->len, n_crowded);
}
