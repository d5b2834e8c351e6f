/*
 * cli/spark.h - a row of numbers as a row of small bars: ▁▄█.
 */
#pragma once

#include "base/arena.h"

/*
 * One character a year from first to last: the lowest number is ▁, the
 * highest █, of equals all are ▄; a year without a number is a blank.
 */
struct nb_spark {
	int year;
	int64_t n;
};

struct nb_str
nb_spark(struct nb_arena *a, const struct nb_spark *spark, uint32_t n);
