/*
 * check/earlier.h - the 指标 of last year's report by name.
 */
#pragma once

#include "check/rule.h"

/* This year's 指标 and last year's of the same name, in either script. */
struct nb_figure_pair {
	const struct nb_indicator *now, *before;
};

/*
 * In the order of this year's; *ret_n of them.  None when there is no last
 * year's report to compare with.
 */
const struct nb_figure_pair *
nb_figure_pairs(const struct nb_check *ck, uint32_t *ret_n);
