/*
 * check/copy_index.c - fingerprints, sorted: those of one hash stand together.
 */
#include "check/copy_index.h"

#include "check/alike.h"
#include "check/shingle.h"

#include <string.h>

enum { MOST_TWICE = 8 }; /* places of a shingle in one document */

/* A fingerprint in its place. */
struct print {
	uint64_t hash;
	uint32_t document, at;
};

/* Fingerprints of one hash: in the array of prints. */
struct group {
	uint32_t first, n;
	bool common;
};

/* A fingerprint that several documents have. */
struct spot {
	uint32_t group, at;
};

struct nb_copy_index {
	const struct nb_copy_words *words;
	uint32_t n_documents;
	GArray *print, *group;
	GArray **spot; /* by document: struct spot, by group and place */
	uint32_t *n;   /* by document, all 0 but while kin are counted */
};

struct nb_copy_index *
nb_copy_index_new(const struct nb_copy_words *words)
{
	struct nb_copy_index *x = g_new0(struct nb_copy_index, 1);

	x->words = words;
	x->print = g_array_new(FALSE, FALSE, sizeof(struct print));
	x->group = g_array_new(FALSE, FALSE, sizeof(struct group));
	return x;
}

void
nb_copy_index_free(struct nb_copy_index *x)
{
	for (uint32_t i = 0; i < x->n_documents && x->spot != NULL; i++)
		g_array_unref(x->spot[i]);
	g_free(x->spot);
	g_free(x->n);
	g_array_unref(x->print);
	g_array_unref(x->group);
	g_free(x);
}

void
nb_copy_index_add(struct nb_copy_index *x, const uint16_t *letter, uint32_t n)
{
	g_autoptr(GArray) shingle =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_shingle));

	nb_shingles_pick(letter, n, shingle);
	for (guint i = 0; i < shingle->len; i++) {
		const struct nb_shingle *s =
		    &g_array_index(shingle, struct nb_shingle, i);
		const struct print print = { s->hash, x->n_documents, s->at };

		g_array_append_val(x->print, print);
	}
	x->n_documents++;
}

static gint
compare_prints(gconstpointer pa, gconstpointer pb)
{
	const struct print *a = pa, *b = pb;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

static const struct print *
print_at(const struct nb_copy_index *x, uint32_t i)
{
	return &g_array_index(x->print, struct print, i);
}

static bool
is_common(const struct nb_copy_index *x, uint32_t documents)
{
	const struct nb_copy_words *words = x->words;

	return documents > words->crowd ||
	    (documents >= words->common && 2 * documents > x->n_documents);
}

/* The prints [first, end) have one hash; kept if several documents have it. */
static void
add_group(struct nb_copy_index *x, uint32_t first, uint32_t end, uint32_t *kept)
{
	struct group group = { *kept, end - first, false };
	uint32_t documents = 1;

	for (uint32_t i = first + 1; i < end; i++)
		documents +=
		    print_at(x, i)->document != print_at(x, i - 1)->document;
	if (documents < 2)
		return;
	group.common = is_common(x, documents);
	memmove(&g_array_index(x->print, struct print, *kept),
	    print_at(x, first), (end - first) * sizeof(struct print));
	*kept += end - first;
	g_array_append_val(x->group, group);
}

static void
make_groups(struct nb_copy_index *x)
{
	uint32_t kept = 0;

	g_array_sort(x->print, compare_prints);
	for (uint32_t i = 0, end; i < x->print->len; i = end) {
		for (end = i + 1; end < x->print->len &&
		     print_at(x, end)->hash == print_at(x, i)->hash;)
			end++;
		add_group(x, i, end, &kept);
	}
	g_array_set_size(x->print, kept);
}

static const struct group *
group_at(const struct nb_copy_index *x, uint32_t i)
{
	return &g_array_index(x->group, struct group, i);
}

static void
make_spots(struct nb_copy_index *x)
{
	x->spot = g_new(GArray *, x->n_documents + 1);
	for (uint32_t i = 0; i < x->n_documents; i++)
		x->spot[i] = g_array_new(FALSE, FALSE, sizeof(struct spot));
	for (uint32_t g = 0; g < x->group->len; g++)
		for (uint32_t i = 0; i < group_at(x, g)->n; i++) {
			const struct print *p =
			    print_at(x, group_at(x, g)->first + i);
			const struct spot spot = { g, p->at };

			g_array_append_val(x->spot[p->document], spot);
		}
}

static const struct spot *
spot_at(const struct nb_copy_index *x, uint32_t document, uint32_t i)
{
	return &g_array_index(x->spot[document], struct spot, i);
}

void
nb_copy_index_finish(struct nb_copy_index *x)
{
	make_groups(x);
	make_spots(x);
	x->n = g_new0(uint32_t, x->n_documents + 1);
}

/* Counts the documents of a group; seen lists them. */
static void
count_group(const struct nb_copy_index *x, const struct group *g, uint32_t self,
    GArray *seen)
{
	for (uint32_t i = g->first; i < g->first + g->n; i++) {
		const struct nb_copy_kin kin = { print_at(x, i)->document, 0 };

		if (kin.document == self ||
		    (i > g->first &&
			print_at(x, i - 1)->document == kin.document))
			continue;
		if (x->n[kin.document]++ == 0)
			g_array_append_val(seen, kin);
	}
}

void
nb_copy_index_kin(const struct nb_copy_index *x, uint32_t document, GArray *ret)
{
	const uint32_t least = nb_shingles_least(x->words->least_han);
	uint32_t kept = 0;

	g_array_set_size(ret, 0);
	for (uint32_t i = 0; i < x->spot[document]->len; i++) {
		const uint32_t g = spot_at(x, document, i)->group;

		if (!group_at(x, g)->common &&
		    (i == 0 || spot_at(x, document, i - 1)->group != g))
			count_group(x, group_at(x, g), document, ret);
	}
	for (guint i = 0; i < ret->len; i++) {
		struct nb_copy_kin *kin =
		    &g_array_index(ret, struct nb_copy_kin, i);

		kin->n = x->n[kin->document];
		x->n[kin->document] = 0;
		if (kin->n >= least)
			g_array_index(ret, struct nb_copy_kin, kept++) = *kin;
	}
	g_array_set_size(ret, kept);
}

/* The first places in b, from spot k on, of the group that s is of. */
static void
pair_spots(const struct nb_copy_index *x, const struct spot *s, uint32_t b,
    guint k, GArray *ret)
{
	for (guint i = k; i < k + MOST_TWICE && i < x->spot[b]->len &&
	     spot_at(x, b, i)->group == s->group;
	     i++) {
		const struct nb_anchor anchor = { s->at, spot_at(x, b, i)->at };

		g_array_append_val(ret, anchor);
	}
}

/* Both lists are sorted by group. */
void
nb_copy_index_anchors(
    const struct nb_copy_index *x, uint32_t a, uint32_t b, GArray *ret)
{
	guint k = 0;

	g_array_set_size(ret, 0);
	for (guint i = 0; i < x->spot[a]->len; i++) {
		const struct spot *s = spot_at(x, a, i);

		while (
		    k < x->spot[b]->len && spot_at(x, b, k)->group < s->group)
			k++;
		if (!group_at(x, s->group)->common)
			pair_spots(x, s, b, k, ret);
	}
	g_array_sort(ret, nb_alike_compare_anchors);
}

void
nb_copy_index_common(
    const struct nb_copy_index *x, uint32_t document, uint8_t *mark)
{
	for (guint i = 0; i < x->spot[document]->len; i++) {
		const struct spot *s = spot_at(x, document, i);

		if (group_at(x, s->group)->common)
			memset(mark + s->at, 1, NB_SHINGLE);
	}
}
