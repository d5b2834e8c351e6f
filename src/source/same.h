/*
 * source/same.h - whether a mended file still says what it said.
 */
#pragma once

#include "diag/mend.h"
#include "source/node.h"

/*
 * Compares the tree of m->text with that of the mended text: the same keys in
 * the same order, as many items, and every scalar as it was or with the mends
 * that touch it.  m is settled.  False, and *ret_at is where they part in the
 * old text.
 */
NB_MUST_USE bool
nb_node_is_same(const struct nb_node *old, const struct nb_node *now,
    const struct nb_mends *m, struct nb_span *ret_at);
