/*
 * check/passage.h - all prose of a report as one array, so that a rule is a
 * loop.
 */
#pragma once

#include "check/headings.h"
#include "check/piece.h"
#include "check/walk.h"

struct nb_passage {
	struct nb_visit is;
	struct nb_str text; /* of is.prose, in the script of the outline's
			       words; byte for byte as long */
	const struct nb_piece *clause; /* text cut at NB_CLAUSE_ENDS */
	uint32_t n_clauses;
	bool ahead; /* speaks of the year to come: 下年任务 */
};

struct nb_passages {
	const struct nb_passage *passage;
	uint32_t n;
};

struct nb_passages
nb_passages_collect(struct nb_arena *a, const struct nb_headings *hs);

/* A paragraph, a 问题, a 任务 or what is said about them: running text. */
bool nb_passage_runs(const struct nb_passage *p);

/* Whether one of the words stands anywhere in it. */
bool nb_passages_have(const struct nb_passages *p, const struct nb_words *w);
