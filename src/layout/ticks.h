/*
 * layout/ticks.h - where an axis is marked: 0, 20, 40, 60.
 */
#pragma once

#include "base/base.h"

/* Marks at first, first + step, … ; n of them. */
struct nb_ticks {
	int64_t first, step;
	uint32_t n; /* >= 2 */
};

/*
 * The finest axis through zero that covers [low, high] with at most `most`
 * (>= 2) steps of 1, 2 or 5 × 10^k.  Numbers are whole multiples of the
 * values' last decimal place, so no mark is finer than the values are and a
 * count is never marked at a half.  |low|, |high| <= 10^17.
 */
struct nb_ticks nb_ticks_find(int64_t low, int64_t high, unsigned most);

/* The same for an axis that begins near low, 0 < low < high. */
struct nb_ticks nb_ticks_find_near(int64_t low, int64_t high, unsigned most);

/* Value of the last mark. */
int64_t nb_ticks_last(const struct nb_ticks *t);
