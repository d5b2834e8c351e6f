/*
 * check/statutory.c - judges the contents by the items that treat them.
 */
#include "check/statutory.h"

#include "base/arena.h"

/* Whether any problem of the key has its cause written down. */
static bool
has_cause(const struct nb_problems *p)
{
	for (uint32_t i = 0; p != NULL && i < p->n; i++)
		if (p->problem[i].cause.text.n > 0)
			return true;
	return false;
}

bool
nb_cause_told(const struct nb_check *ck, const struct nb_treatment *t)
{
	struct nb_search s = { ck, &t->item->cause, false };

	if (t->item->cause.n == 0 ||
	    (t->by_key && has_cause(ck->report->problems)))
		return true;
	nb_cover_walk(&ck->headings, t, nb_search_prose, &s);
	return s.found;
}

/* How one treatment serves: without the cause it is half of it. */
static enum nb_cover
serve(const struct nb_check *ck, const struct nb_treatment *t)
{
	if (t->cover == NB_COVER_MISSING || nb_cause_told(ck, t))
		return t->cover;
	return NB_COVER_WEAK;
}

/* The best of the items; false when the outline has none of them. */
static bool
judge(const struct nb_check *ck, const struct nb_statutory *content,
    enum nb_cover *ret)
{
	bool asked = false;

	*ret = NB_COVER_MISSING;
	for (uint32_t i = 0; i < ck->n_treatments; i++) {
		const struct nb_treatment *t = &ck->treatment[i];
		enum nb_cover cover;

		if (!nb_words_have(&content->item, t->item->name))
			continue;
		asked = true;
		cover = serve(ck, t);
		if (cover < *ret)
			*ret = cover;
	}
	return asked;
}

void
nb_statutory_add(const struct nb_check *ck, struct nb_coverage *c)
{
	const struct nb_outline *o = ck->outline;
	struct nb_coverage_content *content =
	    nb_new_n(ck->arena, struct nb_coverage_content, o->n_statutory);
	enum nb_cover cover;

	if (ck->report->kind != NB_KIND_REPORT)
		return;
	for (uint32_t i = 0; i < o->n_statutory; i++)
		if (judge(ck, &o->statutory[i], &cover))
			content[c->n_contents++] = (struct nb_coverage_content){
				o->statutory[i].name,
				cover,
				o->statutory[i].optional,
			};
	c->content = content;
	c->basis = o->statutory_basis;
}
