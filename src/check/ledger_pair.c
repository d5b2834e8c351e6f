/*
 * check/ledger_pair.c - a table of the old texts; an index of the fresh ones
 * that it does not have.
 */
#include "check/ledger_pair.h"

#include "base/arena.h"
#include "check/kin.h"
#include "check/promise.h"
#include "check/str_table.h"

struct pairing {
	const struct nb_str *old, *fresh;
	uint32_t n_old, n_fresh;
	struct nb_ledger_pairs pairs;
	bool *followed; /* of the old: something goes on from it */
};

static void
pair_equals(struct pairing *p)
{
	GHashTable *table = nb_str_table();

	for (uint32_t i = p->n_old; i-- > 0;)
		g_hash_table_replace(
		    table, (void *)&p->old[i], GUINT_TO_POINTER(i + 1));
	for (uint32_t i = 0; i < p->n_fresh; i++) {
		const guint at =
		    GPOINTER_TO_UINT(g_hash_table_lookup(table, &p->fresh[i]));

		p->pairs.fresh[i].to = at > 0 ? at - 1 : NB_LEDGER_NONE;
		p->pairs.fresh[i].likeness = 100;
		if (at > 0)
			p->followed[at - 1] = true;
	}
	g_hash_table_destroy(table);
}

/* Of the old ones that are like a fresh one, it goes on from the likest. */
static void
choose(struct pairing *p)
{
	for (uint32_t i = 0; i < p->n_old; i++) {
		const struct nb_ledger_tie *tie = &p->pairs.old[i];
		struct nb_ledger_tie *fresh;

		if (tie->to == NB_LEDGER_NONE)
			continue;
		fresh = &p->pairs.fresh[tie->to];
		if (fresh->to == NB_LEDGER_NONE ||
		    fresh->likeness < tie->likeness)
			*fresh = (struct nb_ledger_tie){ i, tie->likeness };
	}
	for (uint32_t i = 0; i < p->n_old; i++) {
		struct nb_ledger_tie *tie = &p->pairs.old[i];

		if (tie->to != NB_LEDGER_NONE &&
		    p->pairs.fresh[tie->to].to == i)
			tie->to = NB_LEDGER_NONE;
	}
}

static void
pair_alike(struct pairing *p)
{
	g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	struct nb_kin *kin = nb_kin_new();

	for (uint32_t i = 0; i < p->n_fresh; i++) {
		if (p->pairs.fresh[i].to != NB_LEDGER_NONE)
			continue;
		nb_kin_add(kin, p->fresh[i]);
		g_array_append_val(left, i);
	}
	for (uint32_t i = 0; i < p->n_old; i++) {
		struct nb_kin_match m = { 0 };

		if (!p->followed[i])
			m = nb_kin_find(kin, p->old[i]);
		p->pairs.old[i] = (struct nb_ledger_tie){
			m.likeness >= NB_PROMISE_ALIKE
			    ? g_array_index(left, uint32_t, m.index)
			    : NB_LEDGER_NONE,
			m.likeness,
		};
	}
	nb_kin_free(kin);
	choose(p);
}

struct nb_ledger_pairs
nb_ledger_pair(struct nb_arena *a, const struct nb_str *old, uint32_t n_old,
    const struct nb_str *fresh, uint32_t n_fresh)
{
	struct pairing p = {
		.old = old,
		.fresh = fresh,
		.n_old = n_old,
		.n_fresh = n_fresh,
		.pairs = { nb_new_n(a, struct nb_ledger_tie, n_fresh),
		    nb_new_n(a, struct nb_ledger_tie, n_old) },
		.followed = nb_new_n(a, bool, n_old),
	};

	pair_equals(&p);
	pair_alike(&p);
	return p.pairs;
}
