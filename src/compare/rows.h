/*
 * compare/rows.h - a report as a sequence of rows.
 */
#pragma once

#include "compare/diff.h"

/*
 * Every key of model/keys.h is in some field.  fold: what is compared is in
 * Simplified characters.
 */
struct nb_diff_side
nb_diff_rows(struct nb_arena *a, const struct nb_report *r, bool fold);
