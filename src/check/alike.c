/*
 * check/alike.c - from anchors to runs, from runs to stretches.
 */
#include "check/alike.h"

#include "check/letters.h"
#include "check/shingle.h"

enum {
	MOST_BETWEEN = 12, /* two runs of a stretch [letter] */
	MOST_TWICE = 8,    /* places of a shingle in b */
};

struct finder {
	const struct nb_alike_text *a, *b;
	uint32_t least;
	GArray *stretch, *run;
	struct nb_stretch open; /* the stretch under way; no runs: none */
	uint32_t seen;          /* letters of a before it are in runs */
};

/* Ends the stretch under way; one of too little is taken back. */
static void
finish(struct finder *f)
{
	if (f->open.n_runs > 0 && f->open.same >= f->least)
		g_array_append_val(f->stretch, f->open);
	else
		g_array_set_size(f->run, f->open.run);
	f->open = (struct nb_stretch){ .run = f->run->len };
}

static bool
follows(const struct nb_stretch *s, uint32_t a, uint32_t b)
{
	return s->n_runs > 0 && a >= s->a_end && b >= s->b_end &&
	    a - s->a_end <= MOST_BETWEEN && b - s->b_end <= MOST_BETWEEN;
}

/* Behind the stretch in b, not much farther than in a. */
static bool
goes_on(const struct finder *f, const struct nb_anchor *anchor)
{
	return f->open.n_runs > 0 && anchor->b >= f->open.b_end &&
	    anchor->b - f->open.b_end <=
	    anchor->a - f->open.a_end + MOST_BETWEEN;
}

static bool
same_letter(const struct finder *f, uint32_t a, uint32_t b)
{
	return f->a->letter[a] == f->b->letter[b] &&
	    f->a->letter[a] != NB_LETTER_END;
}

/* As long as can be, not into what is in a run already. */
static struct nb_alike_run
grow(const struct finder *f, const struct nb_anchor *anchor)
{
	const uint32_t floor = goes_on(f, anchor) ? f->open.b_end : 0;
	uint32_t a = anchor->a, b = anchor->b, end = anchor->a;

	while (a > f->seen && b > floor && same_letter(f, a - 1, b - 1)) {
		a--;
		b--;
	}
	while (end < f->a->n && end - a + b < f->b->n &&
	    same_letter(f, end, end - a + b))
		end++;
	return (struct nb_alike_run){ a, b, end - a };
}

static uint32_t
count_same(const struct finder *f, const struct nb_alike_run *r)
{
	uint32_t n = 0;

	for (uint32_t i = r->a; i < r->a + r->n; i++)
		n += nb_letter_counts(f->a->letter[i]) &&
		    (f->a->common == NULL || !f->a->common[i]);
	return n;
}

static void
take(struct finder *f, const struct nb_anchor *anchor)
{
	const struct nb_alike_run run = grow(f, anchor);

	if (run.n < NB_SHINGLE) /* shingles of one hash that differ */
		return;
	if (!follows(&f->open, run.a, run.b)) {
		finish(f);
		f->open.a = run.a;
		f->open.b = run.b;
	}
	g_array_append_val(f->run, run);
	f->open.n_runs++;
	f->open.a_end = f->seen = run.a + run.n;
	f->open.b_end = run.b + run.n;
	f->open.same += count_same(f, &run);
}

/* Of the anchors of one place in a: that which goes on, else the first. */
static const struct nb_anchor *
choose(const struct finder *f, const struct nb_anchor *anchor, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (goes_on(f, &anchor[i]))
			return &anchor[i];
	return &anchor[0];
}

void
nb_alike_find(const struct nb_alike_text *a, const struct nb_alike_text *b,
    const struct nb_anchor *anchor, uint32_t n_anchors, uint32_t least,
    GArray *stretch, GArray *run)
{
	struct finder f = { a, b, least, stretch, run, { .run = run->len }, 0 };

	for (uint32_t i = 0, n; i < n_anchors; i += n) {
		for (n = 1;
		     i + n < n_anchors && anchor[i + n].a == anchor[i].a;)
			n++;
		if (anchor[i].a >= f.seen)
			take(&f, choose(&f, &anchor[i], n));
	}
	finish(&f);
}

static gint
compare_hashes(gconstpointer pa, gconstpointer pb)
{
	const struct nb_shingle *a = pa, *b = pb;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

gint
nb_alike_compare_anchors(gconstpointer pa, gconstpointer pb)
{
	const struct nb_anchor *a = pa, *b = pb;

	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return (a->b > b->b) - (a->b < b->b);
}

static GArray *
shingles_of(const struct nb_alike_text *t)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct nb_shingle));

	nb_shingles_pick(t->letter, t->n, list);
	g_array_sort(list, compare_hashes);
	return list;
}

void
nb_alike_anchors(
    const struct nb_alike_text *a, const struct nb_alike_text *b, GArray *ret)
{
	g_autoptr(GArray) one = shingles_of(a);
	g_autoptr(GArray) other = shingles_of(b);
	const struct nb_shingle *y = (const void *)other->data;

	for (guint i = 0, k = 0; i < one->len; i++) {
		const struct nb_shingle *x =
		    &g_array_index(one, struct nb_shingle, i);

		while (k < other->len && y[k].hash < x->hash)
			k++;
		for (guint j = k; j < k + MOST_TWICE && j < other->len &&
		     y[j].hash == x->hash;
		     j++) {
			const struct nb_anchor anchor = { x->at, y[j].at };

			g_array_append_val(ret, anchor);
		}
	}
	g_array_sort(ret, nb_alike_compare_anchors);
}

/* Whether a paragraph ends between a run and the next. */
static bool
is_parted(const struct nb_alike_text *a, const struct nb_alike_run *run)
{
	for (uint32_t i = run[0].a + run[0].n; i < run[1].a; i++)
		if (a->letter[i] == NB_LETTER_END)
			return true;
	return false;
}

bool
nb_alike_next(const struct nb_alike_text *a, const GArray *stretch,
    const GArray *run, struct nb_alike_passage *p)
{
	const struct nb_alike_run *r = (const void *)run->data;
	const struct nb_stretch *s = (const void *)stretch->data;

	if (p->stretch < stretch->len &&
	    p->end == s[p->stretch].run + s[p->stretch].n_runs)
		p->stretch++;
	if (p->stretch >= stretch->len)
		return false;
	s += p->stretch;
	p->first = p->end;
	for (p->end++;
	     p->end < s->run + s->n_runs && !is_parted(a, &r[p->end - 1]);)
		p->end++;
	return true;
}
