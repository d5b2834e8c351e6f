/*
 * compare/match.h - which row of the one report is which of the other.
 */
#pragma once

#include "compare/diff.h"
#include "compare/ids.h"

/*
 * Fills pair of both sides, each row at most once; paired rows are of one
 * kind, or both paragraphs.  Equal rows first, then headings by what stands
 * under them and by their words, then rows by the sentences they have in
 * common or alike.  Nearly linear in the characters.
 */
void nb_match_rows(struct nb_arena *a, const struct nb_outline *outline,
    struct nb_diff_side *old, struct nb_diff_side *now);
