/*
 * check/ledger_pair.h - which texts of a file go on from which of those
 * before: the same words, else the words most like them.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

struct nb_arena;

#define NB_LEDGER_NONE UINT32_MAX

struct nb_ledger_tie {
	uint32_t to; /* index of the other, or NB_LEDGER_NONE */
	unsigned likeness;
};

struct nb_ledger_pairs {
	struct nb_ledger_tie *fresh; /* what each goes on from */
	struct nb_ledger_tie *old;   /* of one that nothing goes on from: what
					is like it, yet goes on from another */
};

/*
 * old[n_old] and fresh[n_fresh] are compared.  Several that are fresh may go
 * on from one by the same words, by likeness only one does.
 */
struct nb_ledger_pairs
nb_ledger_pair(struct nb_arena *a, const struct nb_str *old, uint32_t n_old,
    const struct nb_str *fresh, uint32_t n_fresh);
