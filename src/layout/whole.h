/*
 * layout/whole.h - what is read as one and rather not broken: 第十二条,
 * 3月20日, 《宪法》.
 */
#pragma once

#include "layout/atom.h"

/* Raises the cost of breaks inside; behind nb_atoms_pair. */
void
nb_atoms_keep_whole(struct nb_atoms *atoms, const struct nb_break_style *style);
