/*
 * output/pdf/metrics.h - what a PDF says about a font as a whole.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct nb_face;

/* Lengths in 1/1000 em (ISO 32000-1, 9.8.1). */
struct nb_metrics {
	char name[128]; /* PostScript name */
	unsigned flags;
	int box[4]; /* left, bottom, right, top of all glyphs */
	int ascent, descent, cap, stem;
	int italic; /* [1/1000 degree], to the right is < 0 */
};

/* bold: its outlines are drawn wider than they are. */
struct nb_metrics nb_metrics_of(const struct nb_face *face, bool bold);
