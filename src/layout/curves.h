/*
 * layout/curves.h - small line charts side by side: how a figure went over the
 * years.
 */
#pragma once

#include "layout/galley.h"

/* One year; a year without a number leaves a gap in the line. */
struct nb_curve_point {
	struct nb_str year;
	struct nb_str text; /* printed at the point */
	bool given;
	int64_t n;
};

/* Numbers are on one scale; |n| <= 10^17. */
struct nb_curve {
	struct nb_str name; /* with its unit */
	const struct nb_curve_point *point;
	uint32_t n; /* >= 1 */
};

/* Adds them to the galley, so many in a row as fit. */
void
nb_curves_set(struct nb_galley *g, const struct nb_curve *curve, uint32_t n);
