/*
 * check/likeness.h - how like two sentences are.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

/*
 * Dice's coefficient over pairs of neighbouring characters, marks and blanks
 * left out: 0 nothing in common … 100 the same. [percent, rounded down]
 */
unsigned nb_likeness(struct nb_str a, struct nb_str b);

/* The pairs of s, sorted, into an array of uint64_t that is emptied first. */
void nb_likeness_pairs(struct nb_str s, GArray *ret);
