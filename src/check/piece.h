/*
 * check/piece.h - text cut at marks: sentences, clauses.
 */
#pragma once

#include "base/beside.h"

#define NB_SENTENCE_ENDS U"。；！？"
#define NB_CLAUSE_ENDS U"，。；：！？"

/* text[begin, end) up to a mark, which is not part of it. */
struct nb_piece {
	size_t begin, end; /* [byte] */
	struct nb_str text;
	uint32_t mark; /* that ends it; 0: the end of the text */
};

/*
 * The next piece from *at on, which moves behind its mark; false at the end of
 * the text.  Two marks in a row give an empty piece; a mark at the very end
 * gives none behind it.
 */
bool nb_piece_next(struct nb_str text, const char32_t *marks, size_t *at,
    struct nb_piece *ret);
