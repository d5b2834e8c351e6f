/*
 * layout/title.h - the title: 二号小标宋, centred, in lines that keep words
 * whole and make a trapezoid or a rhombus (GB/T 9704-2012 7.3.1).
 */
#pragma once

#include "layout/galley.h"

/*
 * Ends of the lines, as indexes of atoms; the last is atoms->n.  Returns how
 * many lines there are.  ends has room for one an atom, and for four.
 */
uint32_t nb_title_shape(const struct nb_atoms *atoms, struct nb_str title,
    struct nb_str organ, const struct nb_template *t, nb_len measure,
    uint32_t *ends);

/*
 * Adds the title and the blank rows behind it; never torn.  It stands `top`
 * below the top of its first row: a head need not end on the grid.
 */
void nb_title_set(struct nb_galley *g, const struct nb_prose *title,
    struct nb_str organ, nb_len top);
