/*
 * check/long_number.h - long runs of digits, which may be somebody's number
 * (P12 P13 P14).
 */
#pragma once

#include "base/str.h"

struct nb_arena;

enum {
	NB_LONG_LEAST = 11, /* digits of a long number */
	NB_LONG_MOST = 24,
	NB_LONG_GROUPS = 6,
};

struct nb_long_number {
	size_t begin, end;            /* [byte] in the text */
	char digit[NB_LONG_MOST + 1]; /* 0-9, or X in the last place; NUL */
	unsigned n;
	unsigned group[NB_LONG_GROUPS]; /* digits between blanks, hyphens */
	unsigned n_groups;
	uint32_t before, behind; /* the characters beside it, or 0 */
	struct nb_str about;     /* what stands in front of it in the sentence,
				    some thirty characters … */
	struct nb_str clause;    /* … and the part of that in its clause */
};

/*
 * The next long number from *at on; false when there is none.  What hangs on
 * letters or on a point, and what is too long, is none.
 */
bool
nb_long_number_next(struct nb_str text, size_t *at, struct nb_long_number *ret);

/* Whether it is written in one group, or in groups of such lengths: 3 4 4. */
bool nb_long_number_in_groups(
    const struct nb_long_number *n, const unsigned *length, unsigned n_groups);

/* 138…5678: a message does not repeat it.  Eight digits at least. */
struct nb_str nb_long_number_masked(struct nb_arena *a, const char *digit);
