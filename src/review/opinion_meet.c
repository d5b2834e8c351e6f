/*
 * review/opinion_meet.c - the opinions and the draft as it is now: which
 * finding is which, what that makes of the findings.
 */
#include "review/anchor.h"
#include "review/codes.h"
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
	struct nb_str line;

	if (!nb_str_eq(o->code, nb_str_z(g->code->id)))
		return NB_ANCHOR_NOT;
	if (nb_diag_is_whole(g) || g->span.text == NULL)
		return o->words.n == 0 && o->paragraph.n == 0 &&
			(o->matter.n == 0 ||
			    is_same_message(o->matter, g->message))
		    ? NB_ANCHOR_SAME
		    : NB_ANCHOR_NOT;
	if (!nb_str_eq_solid(o->words, nb_anchor_words(g->span)))
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
	    (r->said ? o->matter.n == 0 : !has_twin(d, g));
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
	}
}

static bool
is_settled(const struct nb_opinion *o)
{
	return o->stand == NB_STAND_REJECTED && o->reason.n > 0;
}

static bool
is_taken(void *to, const struct nb_diag *g)
{
	return g_hash_table_contains(to, g);
}

static void
add_marked(struct nb_diags *d, const struct nb_diag *g)
{
	struct nb_diag *copy = nb_diag_add(d, g->code, g->span,
	    NB_FMT "（审核意见：采纳，还没有改）", NB_ARG(g->message));

	nb_diag_set_severity(d, copy, g->severity);
	copy->fix = g->fix;
	copy->edit = g->edit;
	copy->hint = g->hint;
}

static void
tell_remark(const struct nb_opinion *o, struct nb_diags *d)
{
	const struct nb_str who = o->person.n > 0 ? o->person : NB_S("审核");

	if (o->found)
		nb_diag_add(d, &nb_code_A44, o->at, NB_FMT "：" NB_FMT "（%s）",
		    NB_ARG(who), NB_ARG(o->remark), nb_stand_word(o->stand));
	else if (o->stand == NB_STAND_OPEN)
		nb_diag_add(d, &nb_code_A45, o->span,
		    "原文“" NB_FMT "”找不到了，" NB_FMT "的意见没有地方可标",
		    NB_ARG(o->words.n > 0 ? o->words : o->paragraph),
		    NB_ARG(who));
}

/* Findings of the pages are not there when there are no pages. */
static bool
is_of_pages(const struct nb_opinion *o)
{
	return o->code.p[0] == 'L';
}

static void
tell(const struct nb_opinion *o, struct nb_diags *d)
{
	if (o->stand == NB_STAND_REJECTED && o->reason.n == 0)
		nb_diag_add(
		    d, &nb_code_A41, o->span, "写了不采纳，没有写理由，不算");
	if (o->code.n == 0)
		tell_remark(o, d);
	else if (!o->found && !is_of_pages(o))
		nb_diag_add(d, &nb_code_A42, o->span,
		    "稿子里已经没有这一条所说的 " NB_FMT, NB_ARG(o->code));
}

unsigned
nb_opinions_apply(const struct nb_opinions *o, struct nb_diags *d)
{
	g_autoptr(GHashTable) out = g_hash_table_new(NULL, NULL);
	unsigned n = 0;

	for (uint32_t i = 0; i < o->n; i++) {
		const struct nb_opinion *p = &o->opinion[i];

		if (p->finding != NULL &&
		    (is_settled(p) || p->stand == NB_STAND_ADOPTED)) {
			g_hash_table_add(out, (void *)p->finding);
			n += is_settled(p);
		}
	}
	nb_diags_drop(d, is_taken, out);
	for (uint32_t i = 0; i < o->n; i++) {
		const struct nb_opinion *p = &o->opinion[i];

		if (p->finding != NULL && p->stand == NB_STAND_ADOPTED)
			add_marked(d, p->finding);
		tell(p, d);
	}
	return n;
}
