/*
 * import/legible.h - whether what was read are words: bytes that are none
 * become some characters all the same.
 */
#pragma once

#include "import/raw.h"

/* A few damaged places, or a damaged line, leave a text legible. */
bool nb_legible(struct nb_arena *a, const struct nb_raw *raw);
