/*
 * source/problem.h - what libyaml says, in Chinese.
 */
#pragma once

#include "base/base.h"

struct nb_problem {
	const char *words;   /* libyaml's */
	const char *message; /* one line of Chinese */
	bool at_context;  /* the fault is where it began, not where it showed */
	const char *hint; /* what to do, or NULL */
};

/* Never NULL. */
const struct nb_problem *nb_problem_find(const char *words);
