/*
 * check/ledger_pair.h - which texts of a file go on from which matters before:
 * the same words, the same with more or fewer behind them, else the words most
 * like them.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

struct nb_arena;

#define NB_LEDGER_NONE UINT32_MAX

/* Texts; several may be of one matter, or of one list. */
struct nb_ledger_side {
	const struct nb_str *text;
	const uint32_t *of; /* old: the matter; fresh: the list, < 8 */
	uint32_t n;
};

struct nb_ledger_tie {
	uint32_t to; /* a matter, or a text that is fresh; NB_LEDGER_NONE */
	unsigned likeness;
	bool longer; /* one text is the other and goes on behind a mark */
};

struct nb_ledger_pairs {
	struct nb_ledger_tie *fresh; /* the matter that each goes on from */
	struct nb_ledger_tie *old;   /* of a matter that nothing goes on from:
					what is like it, yet goes on from
					another */
};

/*
 * Several that are fresh may go on from one matter by the same words or longer
 * ones, of each list only one does by likeness.
 */
struct nb_ledger_pairs nb_ledger_pair(struct nb_arena *a,
    struct nb_ledger_side old, uint32_t n_matters, struct nb_ledger_side fresh);
