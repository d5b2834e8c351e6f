/*
 * cli/codes.h - every code of every layer, for explain and list rules.
 */
#pragma once

#include "diag/diag.h"

#include <glib.h>

/* Sorted by id (const struct nb_code *). */
GPtrArray *nb_codes_all(void);

/* By id (s01 is S01 too) or by name; NULL when there is none. */
const struct nb_code *nb_codes_find(const GPtrArray *all, const char *word);
