/*
 * check/copies.c - which documents to compare, and what comes of it.
 */
#include "check/copies.h"

#include "base/arena.h"
#include "check/alike.h"
#include "check/copy_document.h"
#include "check/copy_index.h"
#include "check/letters.h"

#include <glib.h>
#include <string.h>

enum { MOST_KIN = 16 }; /* documents that one is compared with */

struct nb_copies {
	const struct nb_outline *outline;
	struct nb_arena *arena;
	GArray *document; /* of struct nb_copy_document */
	struct nb_copy_index *index;
	uint8_t **cover;      /* by document and letter: whether it is shared */
	GArray *pair;         /* of struct nb_copy_pair */
	struct nb_copy *copy; /* by document, once compared */
};

struct nb_copies *
nb_copies_new(const struct nb_outline *o)
{
	struct nb_copies *c = g_new0(struct nb_copies, 1);

	c->outline = o;
	c->arena = nb_arena_new();
	c->document =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_copy_document));
	c->index = nb_copy_index_new(&o->copy);
	c->pair = g_array_new(FALSE, FALSE, sizeof(struct nb_copy_pair));
	return c;
}

static struct nb_copy_document *
document_at(const struct nb_copies *c, uint32_t i)
{
	return &g_array_index(c->document, struct nb_copy_document, i);
}

void
nb_copies_free(struct nb_copies *c)
{
	if (c == NULL)
		return;
	for (uint32_t i = 0; i < c->document->len; i++)
		g_free(document_at(c, i)->letter);
	nb_copy_index_free(c->index);
	g_free(c->copy);
	g_array_unref(c->document);
	g_array_unref(c->pair);
	nb_arena_free(c->arena);
	g_free(c);
}

void
nb_copies_add(
    struct nb_copies *c, struct nb_str name, const struct nb_report *r)
{
	struct nb_copy_document d;

	nb_copy_document_read(c->arena, name, r, c->outline, &d);
	nb_copy_index_add(c->index, d.letter, d.n);
	g_array_append_val(c->document, d);
}

/* By name, then by number. */
static int
compare_names(const struct nb_copies *c, uint32_t a, uint32_t b)
{
	const int order =
	    nb_str_cmp(document_at(c, a)->name, document_at(c, b)->name);

	return order != 0 ? order : (a > b) - (a < b);
}

static gint
compare_kin(gconstpointer pa, gconstpointer pb, gpointer copies)
{
	const struct nb_copy_kin *a = pa, *b = pb;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return compare_names(copies, a->document, b->document);
}

static gint
compare_candidates(gconstpointer pa, gconstpointer pb)
{
	const struct nb_copy_pair *a = pa, *b = pb;

	if (a->document[0] != b->document[0])
		return a->document[0] < b->document[0] ? -1 : 1;
	return (a->document[1] > b->document[1]) -
	    (a->document[1] < b->document[1]);
}

/* Pairs to compare, each once; the first of two is the first by name. */
static void
find_candidates(struct nb_copies *c)
{
	g_autoptr(GArray) kin =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_copy_kin));
	uint32_t kept = 0;

	for (uint32_t self = 0; self < c->document->len; self++) {
		nb_copy_index_kin(c->index, self, kin);
		g_array_sort_with_data(kin, compare_kin, c);
		for (guint i = 0; i < kin->len && i < MOST_KIN; i++) {
			const uint32_t other =
			    g_array_index(kin, struct nb_copy_kin, i).document;
			const bool first = compare_names(c, self, other) < 0;
			const struct nb_copy_pair pair = {
				.document = { first ? self : other,
				    first ? other : self }
			};

			g_array_append_val(c->pair, pair);
		}
	}
	g_array_sort(c->pair, compare_candidates);
	for (guint i = 0; i < c->pair->len; i++) {
		struct nb_copy_pair *p =
		    &g_array_index(c->pair, struct nb_copy_pair, i);

		if (kept == 0 || compare_candidates(p, p - 1) != 0)
			g_array_index(c->pair, struct nb_copy_pair, kept++) =
			    *p;
	}
	g_array_set_size(c->pair, kept);
}

/* One pair under comparison. */
struct comparison {
	const struct nb_copies *copies;
	uint8_t *common; /* letters of the first that are everybody's */
	uint32_t of;     /* the document they are of */
	GArray *anchor, *stretch, *run;
};

static void
begin_comparing(struct comparison *cmp, const struct nb_copies *c)
{
	*cmp = (struct comparison){
		.copies = c,
		.of = UINT32_MAX,
		.anchor = g_array_new(FALSE, FALSE, sizeof(struct nb_anchor)),
		.stretch = g_array_new(FALSE, FALSE, sizeof(struct nb_stretch)),
		.run = g_array_new(FALSE, FALSE, sizeof(struct nb_alike_run)),
	};
}

static void
end_comparing(struct comparison *cmp)
{
	g_free(cmp->common);
	g_array_unref(cmp->anchor);
	g_array_unref(cmp->stretch);
	g_array_unref(cmp->run);
}

static void
mark_common(struct comparison *cmp, uint32_t document)
{
	const struct nb_copies *c = cmp->copies;

	if (cmp->of == document)
		return;
	cmp->of = document;
	g_free(cmp->common);
	cmp->common = g_new0(uint8_t, document_at(c, document)->n + 1);
	nb_copy_index_common(c->index, document, cmp->common);
}

/* Fills the stretches and runs of the pair. */
static void
compare(struct comparison *cmp, const struct nb_copy_pair *pair)
{
	const struct nb_copies *c = cmp->copies;
	const struct nb_copy_document *a = document_at(c, pair->document[0]);
	const struct nb_copy_document *b = document_at(c, pair->document[1]);
	const struct nb_alike_text one = { a->letter, a->n, cmp->common };
	const struct nb_alike_text other = { b->letter, b->n, NULL };

	g_array_set_size(cmp->stretch, 0);
	g_array_set_size(cmp->run, 0);
	nb_copy_index_anchors(
	    c->index, pair->document[0], pair->document[1], cmp->anchor);
	nb_alike_find(&one, &other, (const void *)cmp->anchor->data,
	    cmp->anchor->len, c->outline->copy.least_han, cmp->stretch,
	    cmp->run);
}

/* What the runs of a pair have in common is shared in both. */
static void
cover(struct nb_copies *c, const struct comparison *cmp,
    const struct nb_copy_pair *pair)
{
	const uint32_t a = pair->document[0], b = pair->document[1];
	const uint16_t *letter = document_at(c, a)->letter;

	for (guint i = 0; i < cmp->run->len; i++) {
		const struct nb_alike_run *r =
		    &g_array_index(cmp->run, struct nb_alike_run, i);

		for (uint32_t k = 0; k < r->n; k++) {
			if (!nb_letter_counts(letter[r->a + k]) ||
			    cmp->common[r->a + k])
				continue;
			c->cover[a][r->a + k] = 1;
			c->cover[b][r->b + k] = 1;
		}
	}
}

static void
measure(const struct nb_copies *c, const struct comparison *cmp,
    struct nb_copy_pair *pair)
{
	const struct nb_copy_document *a = document_at(c, pair->document[0]);
	const uint32_t han =
	    MIN(a->han, document_at(c, pair->document[1])->han);
	const struct nb_alike_text text = { a->letter, a->n, NULL };
	struct nb_alike_passage p = { 0 };

	while (nb_alike_next(&text, cmp->stretch, cmp->run, &p))
		pair->passages++;
	for (guint i = 0; i < cmp->stretch->len; i++)
		pair->shared +=
		    g_array_index(cmp->stretch, struct nb_stretch, i).same;
	if (han > 0)
		pair->permille =
		    (uint32_t)MIN(1000, 1000ull * pair->shared / han);
}

static void
compare_pairs(struct nb_copies *c)
{
	struct comparison cmp;
	uint32_t kept = 0;

	begin_comparing(&cmp, c);
	for (guint i = 0; i < c->pair->len; i++) {
		struct nb_copy_pair *pair =
		    &g_array_index(c->pair, struct nb_copy_pair, i);

		mark_common(&cmp, pair->document[0]);
		compare(&cmp, pair);
		cover(c, &cmp, pair);
		measure(c, &cmp, pair);
		if (pair->passages > 0)
			g_array_index(c->pair, struct nb_copy_pair, kept++) =
			    *pair;
	}
	g_array_set_size(c->pair, kept);
	end_comparing(&cmp);
}

static gint
compare_shares(gconstpointer pa, gconstpointer pb, gpointer copies)
{
	const struct nb_copy_pair *a = pa, *b = pb;
	int order;

	if (a->permille != b->permille)
		return a->permille > b->permille ? -1 : 1;
	if (a->shared != b->shared)
		return a->shared > b->shared ? -1 : 1;
	order = compare_names(copies, a->document[0], b->document[0]);
	return order != 0
	    ? order
	    : compare_names(copies, a->document[1], b->document[1]);
}

/* The nearest: of those that share most, the first by name. */
static void
find_nearest(struct nb_copies *c)
{
	g_autofree uint32_t *most = g_new0(uint32_t, c->document->len + 1);

	for (guint i = 0; i < c->pair->len; i++) {
		const struct nb_copy_pair *p =
		    &g_array_index(c->pair, struct nb_copy_pair, i);

		for (unsigned side = 0; side < 2; side++) {
			const uint32_t self = p->document[side];
			const uint32_t other = p->document[1 - side];

			if (p->shared < most[self] ||
			    (p->shared == most[self] &&
				compare_names(c, other, c->copy[self].nearest) >
				    0))
				continue;
			most[self] = p->shared;
			c->copy[self].nearest = other;
		}
	}
}

static void
sum_up(struct nb_copies *c)
{
	for (uint32_t i = 0; i < c->document->len; i++) {
		const struct nb_copy_document *d = document_at(c, i);

		c->copy[i] = (struct nb_copy){ .han = d->han, .nearest = i };
		for (uint32_t k = 0; k < d->n; k++)
			c->copy[i].shared += c->cover[i][k];
	}
}

void
nb_copies_compare(struct nb_copies *c)
{
	const uint32_t n = c->document->len;

	nb_copy_index_finish(c->index);
	find_candidates(c);
	c->copy = g_new0(struct nb_copy, n + 1);
	c->cover = g_new(uint8_t *, n + 1);
	for (uint32_t i = 0; i < n; i++)
		c->cover[i] = g_new0(uint8_t, document_at(c, i)->n + 1);
	compare_pairs(c);
	sum_up(c);
	find_nearest(c);
	for (uint32_t i = 0; i < n; i++)
		g_free(c->cover[i]);
	g_clear_pointer(&c->cover, g_free);
	g_array_sort_with_data(c->pair, compare_shares, c);
}

struct nb_copy
nb_copies_of(const struct nb_copies *c, uint32_t document)
{
	return c->copy[document];
}

const struct nb_copy_pair *
nb_copies_pairs(const struct nb_copies *c, uint32_t *ret_n)
{
	*ret_n = c->pair->len;
	return (const void *)c->pair->data;
}

/* The text and the lines of a passage. */
static struct nb_copy_passage
show(const struct nb_copies *c, const struct comparison *cmp,
    const struct nb_copy_pair *pair, const struct nb_alike_passage *p,
    struct nb_arena *a)
{
	const struct nb_alike_run *run = (const void *)cmp->run->data;
	const struct nb_alike_run *first = &run[p->first];
	const struct nb_alike_run *last = &run[p->end - 1];
	struct nb_copy_passage ret;

	ret.text = nb_copy_document_text(document_at(c, pair->document[0]),
	    c->outline, a, first->a, last->a + last->n, &ret.lines[0].first,
	    &ret.lines[0].last);
	nb_copy_document_text(document_at(c, pair->document[1]), c->outline, a,
	    first->b, last->b + last->n, &ret.lines[1].first,
	    &ret.lines[1].last);
	return ret;
}

const struct nb_copy_passage *
nb_copies_passages(const struct nb_copies *c, const struct nb_copy_pair *pair,
    struct nb_arena *a, uint32_t *ret_n)
{
	const struct nb_copy_document *d = document_at(c, pair->document[0]);
	const struct nb_alike_text text = { d->letter, d->n, NULL };
	struct nb_copy_passage *passage =
	    nb_new_n(a, struct nb_copy_passage, pair->passages);
	struct comparison cmp;
	struct nb_alike_passage p = { 0 };

	begin_comparing(&cmp, c);
	mark_common(&cmp, pair->document[0]);
	compare(&cmp, pair);
	for (*ret_n = 0; nb_alike_next(&text, cmp.stretch, cmp.run, &p);
	     ++*ret_n) {
		nb_assert(*ret_n < pair->passages);
		passage[*ret_n] = show(c, &cmp, pair, &p, a);
	}
	end_comparing(&cmp);
	return passage;
}
