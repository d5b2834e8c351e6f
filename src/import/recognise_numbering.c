/*
 * import/recognise_numbering.c - 编号: how the levels were numbered, and
 * whether one of them was numbered through.
 */
#include "import/recognise.h"

#include "import/grow.h"

enum { DEPTHS = 8 };

struct level {
	unsigned form[NB_ORDINAL_FORMS]; /* how often */
	unsigned last;                   /* number of the last heading */
	unsigned continued, restarted;
};

static const enum nb_ordinal_form usual[] = { NB_ORDINAL_HAN,
	NB_ORDINAL_HAN_PAREN, NB_ORDINAL_ARABIC, NB_ORDINAL_ARABIC_PAREN,
	NB_ORDINAL_CIRCLED };

static void
count(const struct nb_branch *b, unsigned depth, struct level *level)
{
	struct level *l = &level[depth];

	if (depth == DEPTHS)
		return;
	for (const struct nb_branch *c = b->first; c != NULL; c = c->next) {
		l->form[c->form]++;
		if (c == b->first && l->last > 0 && c->number > 0) {
			l->continued += c->number == l->last + 1;
			l->restarted += c->number == 1;
		}
		l->last = c->number;
		count(c, depth + 1, level);
	}
}

/* The form most headings of a level have. */
static enum nb_ordinal_form
form_of(const struct level *l, unsigned depth)
{
	enum nb_ordinal_form best = NB_ORDINAL_NONE;

	for (unsigned i = NB_ORDINAL_CHAPTER; i < NB_ORDINAL_FORMS; i++)
		if (l->form[i] > l->form[best] ||
		    (best == NB_ORDINAL_NONE && l->form[i] > 0))
			best = (enum nb_ordinal_form)i;
	if (best == NB_ORDINAL_CHAPTER)
		best = NB_ORDINAL_HAN;
	if (best == NB_ORDINAL_NONE && depth < NB_COUNT(usual))
		best = usual[depth];
	return best;
}

static bool
is_used(const struct level *l)
{
	for (unsigned i = 0; i < NB_ORDINAL_FORMS; i++)
		if (l->form[i] > 0)
			return true;
	return false;
}

/* Headings without ordinals leave a level none of its own. */
static bool
is_twice(const struct nb_draft_texts *levels)
{
	for (uint32_t i = 1; i < levels->n; i++)
		for (uint32_t k = 0; k < i; k++)
			if (nb_str_eq(
				levels->text[i].text, levels->text[k].text))
				return true;
	return false;
}

void
nb_recognise_numbering(struct nb_recogniser *r)
{
	struct level level[DEPTHS] = { 0 };
	struct nb_draft *d = r->draft;
	bool as_usual = true;

	count(r->root, 0, level);
	for (unsigned i = 0; i < DEPTHS && is_used(&level[i]); i++) {
		const enum nb_ordinal_form form = form_of(&level[i], i);

		as_usual = as_usual && i < NB_COUNT(usual) && form == usual[i];
		nb_texts_add(r->a, &d->levels,
		    (struct nb_draft_text){ nb_ordinal_pattern(form), 0 });
		if (i > 0 && level[i].continued > 0 && level[i].restarted == 0)
			d->through.text = nb_ordinal_pattern(form);
	}
	if (as_usual || is_twice(&d->levels))
		d->levels.n = 0;
}
