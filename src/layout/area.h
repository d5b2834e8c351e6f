/*
 * layout/area.h - the box that glyphs of a run take.
 */
#pragma once

#include "layout/annotation.h"
#include "layout/frame.h"

/*
 * Of glyphs first to last, as high as the characters are.  Between two glyphs
 * it ends half way from the ink of one to that of the other: a mark set tight
 * belongs to no neighbour.
 */
struct nb_area
nb_run_area(const struct nb_item *run, uint32_t first, uint32_t last);

/* Both, of one line. */
struct nb_area nb_area_join(struct nb_area a, struct nb_area b);

/* Whether b goes on where a ends on the same line, but for less than gap. */
bool nb_area_touch(struct nb_area a, struct nb_area b, nb_len gap);
