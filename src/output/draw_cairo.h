/*
 * output/draw_cairo.h - one page onto one cairo_t, whatever is behind it.
 */
#pragma once

#include "output/subset.h"

/* User space must be in points, origin top left.  Errors stay in cr. */
void nb_draw_page(
    cairo_t *cr, const struct nb_page *page, const struct nb_subsets *s);
