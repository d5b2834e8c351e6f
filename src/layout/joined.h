/*
 * layout/joined.h - marks that are set as one: ——, ……, ？！.
 */
#pragma once

#include "layout/atom.h"

/* Sets pair_gid, cells and places of glyphs; before nb_atoms_pair. */
void nb_atoms_join(struct nb_atoms *atoms);
