#include "diag/said.h"

void
nb_diags_say(struct nb_diags *d, const struct nb_diag *g,
    const struct nb_diag_said *said)
{
	for (struct nb_diag *k = d->first; k != NULL;
	     k = (struct nb_diag *)k->next)
		if (k == g)
			k->said = said;
}

static bool
is_rejected(void *to, const struct nb_diag *g)
{
	struct nb_diags *d = to;

	if (g->said == NULL || g->said->what != NB_SAID_REJECTED)
		return false;
	d->n_hidden[g->severity]++;
	return true;
}

void
nb_diags_heed(struct nb_diags *d)
{
	nb_diags_drop(d, is_rejected, d);
	for (const struct nb_diag *g = d->first; g != NULL; g = g->next)
		d->n_accepted +=
		    g->said != NULL && g->said->what == NB_SAID_ACCEPTED;
}

void
nb_diags_count(struct nb_diags *total, const struct nb_diags *d)
{
	for (size_t i = 0; i < NB_COUNT(d->n); i++) {
		total->n[i] += d->n[i];
		total->n_hidden[i] += d->n_hidden[i];
	}
	total->n_accepted += d->n_accepted;
}

unsigned
nb_hidden_sum(const unsigned hidden[NB_ERROR + 1])
{
	unsigned n = 0;

	for (int i = 0; i <= NB_ERROR; i++)
		n += hidden[i];
	return n;
}
