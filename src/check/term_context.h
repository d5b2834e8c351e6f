/*
 * check/term_context.h - whether what stands around a word makes it the one
 * that an entry of the lexicon means.
 */
#pragma once

#include "style/lexicon.h"

/* What stands right beside text[begin, end), and in its clause. */
bool nb_term_fits_clause(
    const struct nb_term *t, struct nb_str text, size_t begin, size_t end);

/* What stands in its sentence. */
bool nb_term_fits_sentence(const struct nb_term *t, struct nb_str sentence);

/*
 * A sentence of a text; start with { .text = s }.  One that is very long is
 * taken in parts.
 */
struct nb_sentence {
	struct nb_str text;
	size_t from, to; /* [byte] */
};

/* Moves on to the sentence that at stands in, never back. */
void nb_sentence_reach(struct nb_sentence *s, size_t at);
