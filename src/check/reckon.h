/*
 * check/reckon.h - the formulas of 指标 with their terms as numbers.
 */
#pragma once

#include "model/formula.h"
#include "model/report.h"

struct nb_arena;

enum nb_reckoned {
	NB_RECKONED,
	NB_RECKONED_NO_VALUE,   /* what it should come to is no figure */
	NB_RECKONED_UNREADABLE, /* no sum and no rate */
	NB_RECKONED_UNKNOWN,    /* a term has no number, nor is it a 指标 */
	NB_RECKONED_NOT_YET,    /* it is a 指标 whose value is no figure */
};

struct nb_reckoning {
	const struct nb_indicator *of; /* that has a formula */
	enum nb_reckoned state;
	struct nb_quantity value;
	struct nb_formula formula;
	const struct nb_indicator *const *part; /* of each term: the 指标 it
						   is, or NULL */
	const struct nb_quantity *number; /* of each term, when reckoned */
	uint32_t unknown;                 /* index of the term, else */
};

/* One for each 指标 with a formula, in their order. */
struct nb_reckonings {
	const struct nb_reckoning *reckoning;
	uint32_t n;
};

struct nb_reckonings
nb_reckon_all(struct nb_arena *a, const struct nb_report *r);
