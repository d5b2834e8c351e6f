/*
 * output/pdf/cluster.h - which glyphs of a run stand for which characters.
 */
#pragma once

#include "layout/frame.h"

/* The glyphs [glyph, glyph + n) together stand for text. */
struct nb_cluster {
	uint32_t glyph, n;
	struct nb_str text;
};

/*
 * The next cluster from left to right; c is all 0 before the first.  False
 * behind the last.
 */
bool nb_cluster_next(const struct nb_item *run, struct nb_cluster *c);

/* What one of its glyphs says: one of them all of it, the others nothing. */
struct nb_str nb_cluster_text(
    const struct nb_item *run, const struct nb_cluster *c, uint32_t glyph);
