/*
 * check/likeness.h - how like two sentences are.
 */
#pragma once

#include "base/str.h"

/*
 * Dice's coefficient over pairs of neighbouring characters, marks and blanks
 * left out: 0 nothing in common … 100 the same. [percent, rounded down]
 */
unsigned nb_likeness(struct nb_str a, struct nb_str b);
