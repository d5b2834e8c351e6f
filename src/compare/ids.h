/*
 * compare/ids.h - texts as numbers, so that two are compared at once.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

struct nb_arena;

struct nb_ids {
	struct nb_arena *arena; /* outlives it */
	GHashTable *table;      /* looked up only, never walked */
};

void nb_ids_init(struct nb_ids *ids, struct nb_arena *a);
void nb_ids_clear(struct nb_ids *ids);

/* From 1; equal texts have equal numbers.  The text outlives ids. */
uint32_t nb_ids_of(struct nb_ids *ids, struct nb_str text);
