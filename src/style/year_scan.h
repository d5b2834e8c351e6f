/*
 * style/year_scan.h - finds the years a heading speaks of.
 */
#pragma once

#include "base/str.h"

/*
 * The next “20dd年” at or after *at, which moves behind it; 0 when there is
 * none.  Skips what stands in 《》 (names of documents) and ranges
 * (2021—2025年).  *ret_begin is where the year starts. [byte]
 */
int nb_year_next(struct nb_str s, size_t *at, size_t *ret_begin);
