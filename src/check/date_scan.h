/*
 * check/date_scan.h - dates in running text: 2024年3月20日, 2024年3月.
 */
#pragma once

#include "model/date.h"

/*
 * The next date from *at on, which moves behind it; false when there is none.
 * Month and day are of the calendar, day is 0 when it is not said.  *ret_begin
 * is where its year starts. [byte]
 */
bool nb_date_next(
    struct nb_str s, size_t *at, size_t *ret_begin, struct nb_date *ret);
