/*
 * check/sentence.h - whole sentences that are said twice.
 *
 * Sentences end with 。；！？ and are the same when their letters and digits
 * are: marks and blanks do not count.
 */
#pragma once

#include "check/passage.h"
#include "check/piece.h"

#include <glib.h>

struct nb_sentence {
	struct nb_str text;
	uint32_t han; /* Han characters and digits in it [char] */
	uint32_t hash;
	const struct nb_passage *passage;
	size_t begin, end; /* in the passage [byte] */
};

/* The next sentence of the passage from *at on; false at its end. */
bool nb_sentence_next(
    const struct nb_passage *p, size_t *at, struct nb_sentence *ret);

/* A set of struct nb_sentence, which must outlive it. */
GHashTable *nb_sentence_set(void);
