/*
 * import/next.h - next year's file out of last year's.
 *
 * The old file is edited and not written anew: nodes know their places, so
 * what is kept stays byte for byte as its author wrote it, with its order,
 * its quotes and its comments; only what belongs to the old year is taken out
 * or moved.
 */
#pragma once

#include "base/text.h"

struct nb_arena;
struct nb_node;

/* Why there is no next year. */
enum nb_next_fault {
	NB_NEXT_FINE,
	NB_NEXT_IN_BRACES, /* the outermost map has no lines of its own */
	NB_NEXT_NO_YEAR,   /* no 年度, or none that is understood */
	NB_NEXT_OUTLINE,   /* 实施纲要: of five years, and written anew */
	NB_NEXT_YEARS,     /* 2021—2025 */
	NB_NEXT_TOO_LATE,  /* 9999 */
};

struct nb_next {
	struct nb_str yaml; /* lives in the arena */
	bool all_rows; /* no row of 任务表 has 进展, so that none was left out;
			  a comment on top says so */
};

/*
 * root is what nb_source_yaml read in text, without a finding of level error.
 * name is written under 上年.  Of a fault ret is empty.
 */
enum nb_next_fault nb_next(struct nb_arena *a, const struct nb_text *text,
    const struct nb_node *root, struct nb_str name, struct nb_next *ret);
