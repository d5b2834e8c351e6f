/*
 * layout/join.h - pages behind other pages, as one document.
 */
#pragma once

#include "layout/frame.h"

struct nb_arena;

/*
 * The pages of both, with what holds for the whole document from the first.
 * The paragraphs of the second are counted on; neither is changed.
 */
struct nb_pages *nb_pages_join(struct nb_arena *a, const struct nb_pages *first,
    const struct nb_pages *second);
