#include "layout/opening.h"

#include "layout/addressee.h"
#include "layout/head.h"
#include "layout/title.h"

bool
nb_opening_set(struct nb_galley *g, const struct nb_report *r)
{
	const bool first = r->notice == NULL;
	nb_len top = 0;

	if (!first)
		top = g->t->plan_before * g->t->pitch;
	else if (r->head != NULL)
		top = nb_head_set(g, r->head);
	if (r->title.text.n != 0)
		nb_title_set(g, &r->title, r->organ.text, top);
	return !first || r->addressee.text.n == 0 ||
	    nb_addressee_set(g, &r->addressee);
}
