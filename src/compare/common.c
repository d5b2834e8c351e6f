/*
 * compare/common.c - the greedy way of Myers (1986) as far as few edits lead;
 * beyond, elements that stand once on both sides divide the sequences.
 */
#include "compare/common.h"

#include <glib.h>
#include <string.h>

enum {
	MOST_EDITS = 400, /* that the greedy way takes */
	MOST_DEEP = 6,    /* divisions of divisions */
};

/* a[a, a_end) against b[b, b_end). */
struct part {
	uint32_t a, a_end, b, b_end;
};

struct finder {
	const uint32_t *a, *b;
	uint32_t *pair;
	GArray *trace; /* of int32_t: what each number of edits reached */
};

/* Pairs equal elements at both ends, which are no longer part of p. */
static void
take_ends(struct finder *f, struct part *p)
{
	while (p->a < p->a_end && p->b < p->b_end && f->a[p->a] == f->b[p->b])
		f->pair[p->a++] = p->b++;
	while (p->a < p->a_end && p->b < p->b_end &&
	    f->a[p->a_end - 1] == f->b[p->b_end - 1])
		f->pair[--p->a_end] = --p->b_end;
}

/* Whether diagonal k is reached best by an element of b alone. */
static bool
is_insertion(const int32_t *reach, int32_t d, int32_t k)
{
	return k == -d ||
	    (k != d && reach[d - 1 + k - 1] < reach[d - 1 + k + 1]);
}

/*
 * How far down in a one comes on diagonal k = x - y with d edits; reach is
 * what d - 1 reached, on diagonals -(d - 1) … d - 1.
 */
static int32_t
step(const int32_t *reach, int32_t d, int32_t k)
{
	if (d == 0)
		return 0;
	return is_insertion(reach, d, k) ? reach[d - 1 + k + 1]
					 : reach[d - 1 + k - 1] + 1;
}

/* The row of the trace for d edits: diagonals -d … d. */
static int32_t *
trace_row(const struct finder *f, int32_t d)
{
	return &g_array_index(f->trace, int32_t, (guint)(d * d));
}

/* The number of edits that lead to the end, or -1. */
static int32_t
go_forth(struct finder *f, const struct part *p)
{
	const int32_t n = (int32_t)(p->a_end - p->a);
	const int32_t m = (int32_t)(p->b_end - p->b);

	for (int32_t d = 0; d <= MIN(n + m, MOST_EDITS); d++) {
		int32_t *row;

		g_array_set_size(f->trace, (guint)((d + 1) * (d + 1)));
		row = trace_row(f, d);
		for (int32_t k = -d; k <= d; k += 2) {
			int32_t x =
			    step(d > 0 ? trace_row(f, d - 1) : NULL, d, k);

			while (x < n && x - k < m && x >= 0 && x - k >= 0 &&
			    f->a[p->a + (uint32_t)x] ==
				f->b[p->b + (uint32_t)(x - k)])
				x++;
			row[k + d] = x;
			if (x >= n && x - k >= m)
				return d;
		}
	}
	return -1;
}

/* Pairs what lies on the way that was found. */
static void
go_back(struct finder *f, const struct part *p, int32_t d)
{
	int32_t x = (int32_t)(p->a_end - p->a);
	int32_t k = x - (int32_t)(p->b_end - p->b);

	for (; d >= 0; d--) {
		const int32_t *reach = d > 0 ? trace_row(f, d - 1) : NULL;
		const int32_t from = step(reach, d, k);
		const bool down = d > 0 && is_insertion(reach, d, k);

		for (; x > from; x--)
			f->pair[p->a + (uint32_t)x - 1] =
			    p->b + (uint32_t)(x - 1 - k);
		x = down ? from : from - 1;
		k = down ? k + 1 : k - 1;
	}
}

/* An element that stands once on either side. */
struct once {
	uint32_t id, a, b; /* places; UINT32_MAX: more than once */
};

static gint
compare_once(gconstpointer pa, gconstpointer pb)
{
	const struct once *a = pa, *b = pb;

	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return (a->a > b->a) - (a->a < b->a);
}

static gint
compare_places(gconstpointer pa, gconstpointer pb)
{
	const struct once *a = pa, *b = pb;

	return (a->a > b->a) - (a->a < b->a);
}

/* All elements of one side, sorted by what they are. */
static GArray *
sorted(const uint32_t *s, uint32_t begin, uint32_t end)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct once));

	for (uint32_t i = begin; i < end; i++) {
		const struct once o = { s[i], i, i };

		g_array_append_val(list, o);
	}
	g_array_sort(list, compare_once);
	return list;
}

static guint
n_equal(const GArray *list, guint i)
{
	const struct once *o = (const void *)list->data;
	guint n = 1;

	while (i + n < list->len && o[i + n].id == o[i].id)
		n++;
	return n;
}

/* The elements that stand once on both sides, in the order of a. */
static GArray *
find_once(const struct finder *f, const struct part *p)
{
	g_autoptr(GArray) a = sorted(f->a, p->a, p->a_end);
	g_autoptr(GArray) b = sorted(f->b, p->b, p->b_end);
	GArray *both = g_array_new(FALSE, FALSE, sizeof(struct once));
	const struct once *y = (const void *)b->data;

	for (guint i = 0, k = 0, n; i < a->len; i += n) {
		const struct once *x = &g_array_index(a, struct once, i);
		const struct once pair = { x->id, x->a,
			k < b->len ? y[k].b : 0 };

		n = n_equal(a, i);
		if (k < b->len && y[k].id < x->id) {
			k += n_equal(b, k);
			n = 0;
		} else if (k < b->len && y[k].id == x->id && n == 1 &&
		    n_equal(b, k) == 1) {
			g_array_append_val(both, pair);
		}
	}
	g_array_sort(both, compare_places);
	return both;
}

static void find(struct finder *f, struct part p, unsigned deep);

/* Between what stands once on both sides and in the same order. */
static void
divide(struct finder *f, struct part p, unsigned deep)
{
	g_autoptr(GArray) once = find_once(f, &p);
	const struct once *o = (const void *)once->data;
	g_autofree uint32_t *b = g_new(uint32_t, once->len + 1);
	g_autofree uint64_t *weight = g_new(uint64_t, once->len + 1);
	g_autofree bool *keep = g_new(bool, once->len + 1);
	struct part between = p;

	for (guint i = 0; i < once->len; i++) {
		b[i] = o[i].b;
		weight[i] = 1;
	}
	nb_common_ascending(b, weight, once->len, keep);
	for (guint i = 0; i < once->len; i++) {
		if (!keep[i])
			continue;
		between.a_end = o[i].a;
		between.b_end = o[i].b;
		f->pair[o[i].a] = o[i].b;
		find(f, between, deep + 1);
		between.a = o[i].a + 1;
		between.b = o[i].b + 1;
	}
	between.a_end = p.a_end;
	between.b_end = p.b_end;
	if (between.a > p.a || between.b > p.b)
		find(f, between, deep + 1);
}

static void
find(struct finder *f, struct part p, unsigned deep)
{
	int32_t d;

	take_ends(f, &p);
	if (p.a == p.a_end || p.b == p.b_end)
		return;
	d = go_forth(f, &p);
	if (d >= 0)
		go_back(f, &p, d);
	else if (deep < MOST_DEEP)
		divide(f, p, deep);
}

void
nb_common_find(const uint32_t *a, uint32_t n_a, const uint32_t *b, uint32_t n_b,
    uint32_t *pair)
{
	struct finder f = { a, b, pair,
		g_array_new(FALSE, FALSE, sizeof(int32_t)) };

	for (uint32_t i = 0; i < n_a; i++)
		pair[i] = UINT32_MAX;
	find(&f, (struct part){ 0, n_a, 0, n_b }, 0);
	g_array_unref(f.trace);
}

/* The heaviest way that ends at or before a place of b. */
struct best {
	uint64_t weight;
	uint32_t last; /* its last pair, from 1 */
};

static gint
compare_numbers(gconstpointer pa, gconstpointer pb)
{
	const uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;

	return (a > b) - (a < b);
}

/* By pair its rank among all b, from 1. */
static uint32_t *
ranks(const uint32_t *b, uint32_t n)
{
	g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	uint32_t *rank = g_new(uint32_t, n + 1);

	g_array_append_vals(order, b, n);
	g_array_sort(order, compare_numbers);
	for (uint32_t i = 0; i < n; i++) {
		guint at = 0;

		g_array_binary_search(order, &b[i], compare_numbers, &at);
		rank[i] = at + 1;
	}
	return rank;
}

void
nb_common_ascending(
    const uint32_t *b, const uint64_t *weight, uint32_t n, bool *keep)
{
	g_autofree uint32_t *rank = ranks(b, n);
	/* A Fenwick tree of the best by rank. */
	g_autofree struct best *tree = g_new0(struct best, n + 1);
	g_autofree uint32_t *before = g_new0(uint32_t, n + 1);
	struct best all = { 0, 0 };

	for (uint32_t i = 0; i < n; i++) {
		struct best to = { 0, 0 };

		for (uint32_t k = rank[i] - 1; k > 0; k -= k & -k)
			if (tree[k].weight > to.weight)
				to = tree[k];
		before[i] = to.last;
		to = (struct best){ to.weight + weight[i], i + 1 };
		if (to.weight > all.weight)
			all = to;
		for (uint32_t k = rank[i]; k <= n; k += k & -k)
			if (to.weight > tree[k].weight)
				tree[k] = to;
		keep[i] = false;
	}
	for (uint32_t i = all.last; i > 0; i = before[i - 1])
		keep[i - 1] = true;
}
