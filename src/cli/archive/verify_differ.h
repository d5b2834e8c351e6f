/*
 * cli/archive/verify_differ.h - where a PDF differs from what was made again,
 * in words: pages and their text, then objects.
 */
#pragma once

#include "diag/diag.h"

/*
 * Findings (A30, A36) in d, at least one: the bytes are known to differ.  pdf
 * stands for the file.
 */
void nb_verify_differ(struct nb_arena *a, const struct nb_text *pdf,
    struct nb_str bytes, struct nb_str again, struct nb_diags *d);

/*
 * The first page (from 1) that shows something else; 0: there is none.  False
 * when one of them cannot be read.
 */
NB_MUST_USE bool
nb_verify_first_page(struct nb_arena *a, const struct nb_text *pdf,
    struct nb_str bytes, struct nb_str again, uint32_t *ret);
