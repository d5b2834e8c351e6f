/*
 * check/alike.h - where two texts are the same but for small edits.
 *
 * Letters in a row that both have make a run; runs that follow each other in
 * both, with no more than a few letters between, make a stretch.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Letters of a text, and which of them are everybody's. */
struct nb_alike_text {
	const uint16_t *letter;
	uint32_t n;
	const uint8_t *common; /* by letter; NULL: none is */
};

/* A shingle of both texts: the places of its first letter. */
struct nb_anchor {
	uint32_t a, b;
};

/* By a, then by b: a GCompareFunc. */
gint nb_alike_compare_anchors(gconstpointer pa, gconstpointer pb);

/* Letters [a, a + n) of the one text are [b, b + n) of the other. */
struct nb_alike_run {
	uint32_t a, b, n;
};

struct nb_stretch {
	uint32_t run, n_runs;        /* in the array of runs */
	uint32_t a, a_end, b, b_end; /* from the first run to the last */
	uint32_t same; /* Han characters of its runs that are not common */
};

/*
 * Appends the stretches of at least `least` same characters, in the order of
 * a, and their runs.  The anchors are sorted by a, then by b.
 */
void nb_alike_find(const struct nb_alike_text *a, const struct nb_alike_text *b,
    const struct nb_anchor *anchor, uint32_t n_anchors, uint32_t least,
    GArray *stretch, GArray *run);

/* What two texts have in common, as the anchors that are asked for. */
void nb_alike_anchors(
    const struct nb_alike_text *a, const struct nb_alike_text *b, GArray *ret);

/* Runs [first, end) of a stretch that are in one paragraph of a. */
struct nb_alike_passage {
	uint32_t stretch, first, end;
};

/* Goes on to the next of them; all 0 before the first.  false: no more. */
bool nb_alike_next(const struct nb_alike_text *a, const GArray *stretch,
    const GArray *run, struct nb_alike_passage *p);
