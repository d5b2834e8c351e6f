/*
 * layout/title.h - the title: 二号小标宋, centred, in lines that keep words
 * whole and make a trapezoid or a rhombus (GB/T 9704-2012 7.3.1).
 */
#pragma once

#include "layout/galley.h"

/*
 * Adds the title and the blank rows behind it; never torn.  It stands `top`
 * below the top of its first row: a head need not end on the grid.
 */
void nb_title_set(struct nb_galley *g, const struct nb_prose *title,
    struct nb_str organ, nb_len top);
