/*
 * layout/breaks.h - total-fit line breaking.
 *
 * The breaks of a paragraph are chosen together so that the sum of the lines'
 * costs is least (dynamic programming over break points, linear in the text:
 * only starts within reach of a line are tried).  All arithmetic is in
 * integers; what is summed over a paragraph is 64 bits wide, as a megabyte of
 * text is longer than a nb_len.
 */
#pragma once

#include "layout/atom.h"

struct nb_arena;

/* How one line is made to fill its measure. */
struct nb_line_fit {
	uint32_t begin, end; /* atoms; blanks at both ends left out */
	nb_len shrink;       /* taken from the ordinary glue */
	nb_len shrink_stop;  /* then from behind 。？！ */
	nb_len stretch;      /* spread over the stretchable glue */
};

struct nb_lines {
	const struct nb_line_fit *line;
	uint32_t n;
	int64_t cost; /* of all lines */
};

/* Which of the ways to break a paragraph is wanted. */
enum nb_lines_aim {
	NB_LINES_BEST,   /* the least cost */
	NB_LINES_FEWEST, /* the fewest lines, at the least cost for that many */
	NB_LINES_SHORT_END, /* the least cost with a short last line */
};

/*
 * first, rest: measure of the first and of the other lines [nb_len], > 0.
 * An empty paragraph gives no line.  A forbidden break is taken only where
 * nothing else fits in a line.
 */
struct nb_lines nb_lines_break(struct nb_arena *scratch,
    const struct nb_atoms *atoms, const struct nb_break_style *style,
    nb_len first, nb_len rest, enum nb_lines_aim aim);

/* No more lines than n, or no more cost than that. */
struct nb_lines_limit {
	uint32_t n; /* of NB_LINES_FEWEST */
	int64_t cost;
};

/*
 * The same; no line when there is no way within the limit.  The narrower that
 * is, the fewer are tried.
 */
struct nb_lines
nb_lines_break_within(struct nb_arena *scratch, const struct nb_atoms *atoms,
    const struct nb_break_style *style, nb_len first, nb_len rest,
    enum nb_lines_aim aim, const struct nb_lines_limit *limit);
