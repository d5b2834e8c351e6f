/*
 * layout/foreign.h - text that a role's faces cannot set: rare characters,
 * other scripts, combining marks.
 */
#pragma once

#include "layout/atom.h"

/*
 * Shapes such text with faces of the system, if they may be used: an atom for
 * each part that no line end divides.  Where the system has no face either,
 * atoms stay as they are.  atoms->n gets smaller.
 */
void nb_atoms_shape_foreign(const struct nb_shaper *s, struct nb_arena *a,
    const struct nb_piece *piece, struct nb_atoms *atoms);

/* A blank, a digit, what joins numbers: it takes its neighbours' direction. */
bool nb_is_without_direction(uint32_t c);
