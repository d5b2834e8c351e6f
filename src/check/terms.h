/*
 * check/terms.h - the words of the lexicon that stand in a report: found once
 * for all rules, in one pass over each passage.
 */
#pragma once

#include "check/passage.h"
#include "check/term_time.h"
#include "style/lexicon.h"

struct nb_arena;

/* One word in its place, in the circumstances its entry speaks of. */
struct nb_term_hit {
	const struct nb_term *term;
	const struct nb_passage *passage;
	uint32_t nth;        /* which word of the term */
	uint32_t begin, end; /* in the passage's text [byte] */
	enum nb_term_time time;
	bool quoted; /* within “ ” */
};

/*
 * The hits of a table in reading order.  Within a table a longer word hides
 * the shorter ones in it, and the first those that overlap it, even when
 * there is nothing to say of it.
 */
struct nb_term_hits {
	const struct nb_term_hit *hit;
	uint32_t n;
};

struct nb_terms {
	const struct nb_lexicon *lexicon; /* or NULL: there are no words */
	const struct nb_term_hits *table; /* by index of its tables */
};

struct nb_terms
nb_terms_collect(struct nb_arena *a, const struct nb_lexicon *lx,
    const struct nb_report *r, const struct nb_passages *p);

/* Those of the table of that code; none when there is no such table. */
struct nb_term_hits nb_terms_of(const struct nb_terms *terms, const char *code);
