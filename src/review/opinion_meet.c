/*
 * review/opinion_meet.c - the opinions and the draft as it is now: which
 * finding is which.
 */
#include "review/anchor.h"
#include "review/opinion.h"

#include <glib.h>

/* Whether two messages differ in their numbers only. */
static bool
is_same_message(struct nb_str a, struct nb_str b)
{
	size_t i = 0, k = 0;

	for (;;) {
		while (i < a.n && nb_is_digit((unsigned char)a.p[i]))
			i++;
		while (k < b.n && nb_is_digit((unsigned char)b.p[k]))
			k++;
		if (i == a.n || k == b.n)
			return i == a.n && k == b.n;
		if (a.p[i++] != b.p[k++])
			return false;
	}
}

/* How likely the opinion is of the finding. */
static unsigned
likeness(const struct nb_opinion *o, const struct nb_diag *g, unsigned alike)
{
	const bool whole = nb_diag_is_whole(g);
	struct nb_str line;

	if (!nb_str_eq(o->code, nb_str_z(g->code->id)))
		return NB_ANCHOR_NOT;
	if (o->words.n + o->paragraph.n == 0)
		return is_same_message(o->matter, g->message) ||
			(whole && o->matter.n == 0)
		    ? NB_ANCHOR_SAME
		    : NB_ANCHOR_NOT;
	if (whole || !nb_str_eq_solid(o->words, nb_anchor_words(g->span)))
		return NB_ANCHOR_NOT;
	line = nb_text_line(
	    g->span.text, nb_text_pos(g->span.text, g->span.begin).line);
	return nb_anchor_like(line, o->paragraph, alike);
}

/* Whether another finding of the same code is at the same place. */
static bool
has_twin(const struct nb_diags *d, const struct nb_diag *g)
{
	for (const struct nb_diag *k = d->first; k != NULL; k = k->next)
		if (k != g && k->code == g->code &&
		    k->span.text == g->span.text &&
		    k->span.begin == g->span.begin &&
		    k->span.end == g->span.end)
			return true;
	return false;
}

/* Who may be taken for whom: the surest go first. */
struct round {
	unsigned least; /* how like the paragraph must be */
	bool said;      /* the message must be the same, but for numbers */
};

static const struct round rounds[] = {
	{ NB_ANCHOR_SAME, true },
	{ 1, true },
	{ NB_ANCHOR_SAME, false },
	{ 1, false },
};

/* Of several at one place only the message tells which is meant. */
static bool
is_meant(const struct nb_opinion *o, const struct nb_diags *d,
    const struct nb_diag *g, const struct round *r)
{
	return is_same_message(o->matter, g->message) ||
	    ((!r->said || o->matter.n == 0) && !has_twin(d, g));
}

/* The finding most likely meant that no other opinion is of. */
static void
meet_finding(struct nb_opinion *o, const struct nb_diags *d, GHashTable *taken,
    const struct round *r, unsigned alike)
{
	unsigned best = r->least - 1;

	for (const struct nb_diag *g = d->first; g != NULL; g = g->next) {
		unsigned like;

		if (nb_diags_is_rest(d, g) || g_hash_table_contains(taken, g))
			continue;
		like = likeness(o, g, alike);
		if (like <= best || !is_meant(o, d, g, r))
			continue;
		best = like;
		o->finding = g;
	}
	if (o->finding == NULL)
		return;
	o->found = true;
	o->at = o->finding->span;
	g_hash_table_add(taken, (void *)o->finding);
}

/* One more of a finding that another is of already; in nearly its words. */
static void
join_finding(struct nb_opinion *o, const struct nb_opinions *all)
{
	for (uint32_t i = 0; i < all->n && o->finding == NULL; i++) {
		const struct nb_diag *g = all->opinion[i].finding;

		if (g != NULL && likeness(o, g, 0) == NB_ANCHOR_SAME &&
		    (o->matter.n == 0 ||
			is_same_message(o->matter, g->message)))
			o->finding = g;
	}
	if (o->finding == NULL)
		return;
	o->found = true;
	o->at = o->finding->span;
}

/* So few of the paragraphs are there that it must be another draft. */
static bool
is_strange(const struct nb_opinions *o, const struct nb_text *draft)
{
	unsigned said = 0, there = 0;

	for (uint32_t i = 0; i < o->n; i++) {
		const struct nb_opinion *p = &o->opinion[i];
		struct nb_span at;

		if (p->paragraph.n == 0)
			continue;
		said++;
		there += p->found ||
		    nb_anchor_find(draft, p->paragraph, NB_S(""), 0, &at);
	}
	return said >= 2 && there * 4 <= said;
}

void
nb_opinions_meet(struct nb_opinions *o, const struct nb_diags *d,
    const struct nb_text *draft, unsigned alike)
{
	g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);

	for (size_t round = 0; round < NB_COUNT(rounds); round++)
		for (uint32_t i = 0; i < o->n; i++) {
			struct nb_opinion *p = &o->opinion[i];

			if (p->code.n > 0 && !p->found)
				meet_finding(
				    p, d, taken, &rounds[round], alike);
		}
	for (uint32_t i = 0; i < o->n; i++) {
		struct nb_opinion *p = &o->opinion[i];

		if (p->code.n == 0)
			p->found = nb_anchor_find(
			    draft, p->paragraph, p->words, alike, &p->at);
		else if (!p->found)
			join_finding(p, o);
	}
	o->strange = is_strange(o, draft);
}
