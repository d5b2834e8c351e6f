/*
 * check/ledger_pair.c - tables of texts and of their beginnings; an index of
 * the fresh ones that these do not have.
 */
#include "check/ledger_pair.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/kin.h"
#include "check/likeness.h"
#include "check/promise.h"

enum { LISTS = 8 };

struct pairing {
	struct nb_ledger_side old, fresh;
	uint32_t n_matters;
	struct nb_ledger_pairs pairs;
	uint8_t *followed;         /* of a matter: in which lists, as bits */
	struct nb_ledger_tie *tie; /* of a matter, in the list under way */
};

static void
follow(struct pairing *p, uint32_t fresh, struct nb_ledger_tie tie)
{
	p->pairs.fresh[fresh] = tie;
	p->followed[tie.to] |= (uint8_t)(1U << p->fresh.of[fresh]);
}

static bool
is_left(const struct pairing *p, uint32_t fresh)
{
	return p->pairs.fresh[fresh].to == NB_LEDGER_NONE;
}

/* By text the number of the first that has it, from 1. */
static GHashTable *
table_of(struct nb_ledger_side side)
{
	GHashTable *table = nb_str_table();

	for (uint32_t i = side.n; i-- > 0;)
		g_hash_table_replace(
		    table, (void *)&side.text[i], GUINT_TO_POINTER(i + 1));
	return table;
}

static guint
look_up(GHashTable *table, struct nb_str text)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(table, &text));
}

/* The longest text of the table that this one begins with. */
static guint
look_up_shorter(GHashTable *table, struct nb_str text)
{
	guint at = 0;

	while (at == 0 && nb_promise_shorten(&text))
		at = look_up(table, text);
	return at;
}

static void
pair_equals(struct pairing *p, GHashTable *old)
{
	for (uint32_t i = 0; i < p->fresh.n; i++) {
		const guint at = look_up(old, p->fresh.text[i]);

		if (at > 0)
			follow(p, i,
			    (struct nb_ledger_tie){
				p->old.of[at - 1], 100, false });
	}
}

static struct nb_ledger_tie
longer_tie(const struct pairing *p, uint32_t to, uint32_t old, uint32_t fresh)
{
	return (struct nb_ledger_tie){ to,
		nb_likeness(p->old.text[old], p->fresh.text[fresh]), true };
}

/* Fresh texts that begin with an old one. */
static void
pair_longer(struct pairing *p, GHashTable *old)
{
	for (uint32_t i = 0; i < p->fresh.n; i++) {
		const guint at =
		    is_left(p, i) ? look_up_shorter(old, p->fresh.text[i]) : 0;

		if (at > 0)
			follow(
			    p, i, longer_tie(p, p->old.of[at - 1], at - 1, i));
	}
}

/* Old texts that begin with a fresh one. */
static void
pair_shorter(struct pairing *p)
{
	GHashTable *fresh = table_of(p->fresh);

	for (uint32_t i = 0; i < p->old.n; i++) {
		const uint32_t matter = p->old.of[i];
		const guint at = p->followed[matter] == 0
		    ? look_up_shorter(fresh, p->old.text[i])
		    : 0;

		if (at == 0)
			continue;
		if (is_left(p, at - 1))
			follow(p, at - 1, longer_tie(p, matter, i, at - 1));
		else
			p->pairs.old[matter] = longer_tie(p, at - 1, i, at - 1);
	}
	g_hash_table_destroy(fresh);
}

/* Each matter's likest of the fresh ones of a list. */
static void
find_likest(
    struct pairing *p, struct nb_kin *kin, const GArray *left, uint32_t list)
{
	for (uint32_t i = 0; i < p->old.n; i++) {
		const uint32_t matter = p->old.of[i];
		struct nb_ledger_tie *tie = &p->tie[matter];
		struct nb_kin_match m;

		if ((p->followed[matter] & (1U << list)) != 0)
			continue;
		m = nb_kin_find(kin, p->old.text[i]);
		if (m.likeness >= NB_PROMISE_ALIKE &&
		    (tie->to == NB_LEDGER_NONE || tie->likeness < m.likeness))
			*tie = (struct nb_ledger_tie){ g_array_index(left,
							   uint32_t, m.index),
				m.likeness, false };
	}
}

/* Of the matters that are like a fresh one, it goes on from the likest. */
static void
choose(struct pairing *p)
{
	for (uint32_t i = 0; i < p->n_matters; i++) {
		const struct nb_ledger_tie *tie = &p->tie[i];
		struct nb_ledger_tie *fresh;

		if (tie->to == NB_LEDGER_NONE)
			continue;
		fresh = &p->pairs.fresh[tie->to];
		if (fresh->to == NB_LEDGER_NONE ||
		    fresh->likeness < tie->likeness)
			*fresh =
			    (struct nb_ledger_tie){ i, tie->likeness, false };
	}
	for (uint32_t i = 0; i < p->n_matters; i++) {
		const struct nb_ledger_tie tie = p->tie[i];

		if (tie.to == NB_LEDGER_NONE)
			continue;
		if (p->pairs.fresh[tie.to].to == i)
			follow(p, tie.to, p->pairs.fresh[tie.to]);
		else if (p->pairs.old[i].to == NB_LEDGER_NONE)
			p->pairs.old[i] = tie;
	}
}

static void
pair_alike(struct pairing *p, uint32_t list)
{
	g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	struct nb_kin *kin = nb_kin_new();

	for (uint32_t i = 0; i < p->fresh.n; i++) {
		if (!is_left(p, i) || p->fresh.of[i] != list)
			continue;
		nb_kin_add(kin, p->fresh.text[i]);
		g_array_append_val(left, i);
	}
	for (uint32_t i = 0; i < p->n_matters; i++)
		p->tie[i].to = NB_LEDGER_NONE;
	if (left->len > 0) {
		find_likest(p, kin, left, list);
		choose(p);
	}
	nb_kin_free(kin);
}

struct nb_ledger_pairs
nb_ledger_pair(struct nb_arena *a, struct nb_ledger_side old,
    uint32_t n_matters, struct nb_ledger_side fresh)
{
	struct pairing p = {
		.old = old,
		.fresh = fresh,
		.n_matters = n_matters,
		.pairs = { nb_new_n(a, struct nb_ledger_tie, fresh.n),
		    nb_new_n(a, struct nb_ledger_tie, n_matters) },
		.followed = nb_new_n(a, uint8_t, n_matters),
		.tie = nb_new_n(a, struct nb_ledger_tie, n_matters),
	};
	GHashTable *table;

	for (uint32_t i = 0; i < fresh.n; i++)
		p.pairs.fresh[i].to = NB_LEDGER_NONE;
	for (uint32_t i = 0; i < n_matters; i++)
		p.pairs.old[i].to = NB_LEDGER_NONE;
	if (fresh.n == 0 || old.n == 0)
		return p.pairs;
	table = table_of(old);
	pair_equals(&p, table);
	pair_longer(&p, table);
	pair_shorter(&p);
	for (uint32_t list = 0; list < LISTS; list++)
		pair_alike(&p, list);
	for (uint32_t i = 0; i < n_matters; i++)
		if (p.followed[i] != 0)
			p.pairs.old[i].to = NB_LEDGER_NONE;
	g_hash_table_destroy(table);
	return p.pairs;
}
