/*
 * check/reckon.c - looks up what a formula refers to.
 */
#include "check/reckon.h"

#include "base/arena.h"
#include "model/figures.h"

/* A term that is the name of a 指标 is that, whatever number ends it. */
static const struct nb_indicator *const *
find_parts(struct nb_arena *a, const struct nb_figures *figures,
    const struct nb_formula *f)
{
	const struct nb_indicator **part =
	    nb_new_n(a, const struct nb_indicator *, f->n);

	for (uint32_t i = 0; i < f->n; i++)
		part[i] = nb_figures_find(figures, f->term[i].text);
	return part;
}

static enum nb_reckoned
read_term(const struct nb_indicator *in, const struct nb_addend *term,
    struct nb_quantity *ret)
{
	if (in == NULL && term->given) {
		*ret = term->number;
		return NB_RECKONED;
	}
	if (in == NULL)
		return NB_RECKONED_UNKNOWN;
	return nb_quantity_read(in->value.text, ret) ? NB_RECKONED
						     : NB_RECKONED_NOT_YET;
}

static void
reckon(struct nb_arena *a, const struct nb_figures *figures,
    struct nb_reckoning *r)
{
	struct nb_quantity *number;

	r->state = NB_RECKONED_UNREADABLE;
	if (!nb_formula_read(a, r->of->formula.text, &r->formula))
		return;
	r->part = find_parts(a, figures, &r->formula);
	number = nb_new_n(a, struct nb_quantity, r->formula.n);
	r->number = number;
	for (uint32_t i = 0; i < r->formula.n; i++) {
		r->unknown = i;
		r->state =
		    read_term(r->part[i], &r->formula.term[i], &number[i]);
		if (r->state != NB_RECKONED)
			return;
	}
	if (!nb_quantity_read(r->of->value.text, &r->value))
		r->state = NB_RECKONED_NO_VALUE;
}

struct nb_reckonings
nb_reckon_all(struct nb_arena *a, const struct nb_report *r)
{
	struct nb_reckoning *all =
	    nb_new_n(a, struct nb_reckoning, r->n_indicators);
	struct nb_figures figures;
	uint32_t n = 0;

	nb_figures_init(&figures);
	nb_figures_set(&figures, r->indicator, r->n_indicators);
	for (uint32_t i = 0; i < r->n_indicators; i++) {
		if (r->indicator[i].formula.text.n == 0)
			continue;
		all[n].of = &r->indicator[i];
		reckon(a, &figures, &all[n++]);
	}
	nb_figures_finish(&figures);
	return (struct nb_reckonings){ all, n };
}
