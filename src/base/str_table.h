/*
 * base/str_table.h - texts as keys of a hash table.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

/* A table whose keys are struct nb_str *, which outlive it. */
GHashTable *nb_str_table(void);
