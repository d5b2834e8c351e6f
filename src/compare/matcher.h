/*
 * compare/matcher.h - the steps of match.c.
 */
#pragma once

#include "compare/match.h"

struct nb_matched {
	const struct nb_diff_row *row;
	uint32_t n;
	uint32_t *pair;  /* NB_DIFF_NONE: none yet */
	uint32_t *whole; /* a number for all that it says, its kind too */
};

struct nb_matcher {
	struct nb_arena *arena;
	const struct nb_outline *outline;
	struct nb_ids ids;
	struct nb_matched old, now;
	const struct nb_report *old_report, *now_report;
};

void nb_match_take(struct nb_matcher *m, uint32_t old, uint32_t now);
bool nb_match_is_left(const struct nb_matched *s, uint32_t i);

/* Whether what they stand under is paired, or both stand under nothing. */
bool nb_match_is_home(const struct nb_matcher *m, uint32_t old, uint32_t now);

/* Rows that vote for a pair; the heaviest are taken first. */
struct nb_vote {
	uint32_t old, now;
	uint64_t weight;
};

/* Makes one of votes for the same, the heaviest first. */
void nb_votes_count(GArray *vote);

/* Headings that are left: by what stands under them, then by their words. */
void nb_match_headings(struct nb_matcher *m);

/* Rows that are left, by their sentences. */
void nb_match_sentences(struct nb_matcher *m);
