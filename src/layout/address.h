/*
 * layout/address.h - 网址 and mail addresses: words too long for lines.
 */
#pragma once

#include "layout/atom.h"

/* Marks the atoms of addresses; their classes are settled. */
void nb_atoms_find_addresses(struct nb_atoms *atoms);

/* Within an address: whether a line rather ends behind this one. */
bool nb_atom_ends_part(const struct nb_atom *a, const struct nb_atom *next);
