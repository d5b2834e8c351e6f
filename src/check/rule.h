/*
 * check/rule.h - what a rule is, and what it is given.
 *
 * A rule is one file and one row in rules.def.  It takes const and adds
 * findings of its own code only, so that 忽略 can silence it as a whole.
 */
#pragma once

#include "check/answers.h"
#include "check/cover.h"
#include "check/headings.h"
#include "check/passage.h"
#include "check/reckon.h"
#include "check/terms.h"
#include "diag/diag.h"
#include "model/report.h"
#include "style/outline.h"

struct nb_arena;

struct nb_check {
	const struct nb_report *report;
	const struct nb_outline *outline;
	struct nb_headings headings;
	struct nb_passages passages;          /* all prose, in reading order */
	struct nb_terms terms;                /* words of the lexicon in it */
	const struct nb_treatment *treatment; /* of items that are asked */
	uint32_t n_treatments;
	struct nb_reckonings reckonings; /* formulas of 指标 */
	struct nb_answers last, plan;    /* what 上年 and 方案 promise */
	const bool *silenced; /* by index of report->ignore: whether a rule
				 earlier in rules.def had been silenced */
	struct nb_diags *diags;
	struct nb_arena *arena;
};

/* s in the script of the outline's words, as long as s. */
struct nb_str nb_check_plain(const struct nb_check *ck, struct nb_str s);

/* Whether one of the words stands in the prose that is walked over. */
struct nb_search {
	const struct nb_check *ck;
	const struct nb_words *words;
	bool found;
};

/* A nb_walk_fn; to is a struct nb_search. */
void nb_search_prose(void *to, const struct nb_visit *v);

/* What is not NULL is done, in this order; for each, in reading order. */
struct nb_rule {
	const struct nb_code *code;
	/* For each word of the lexicon's table of this code:
	   nb_term_report_wrong and nb_term_report_dated with these words. */
	const char *wrong, *began;
	void (*term)(const struct nb_check *ck, const struct nb_term_hit *hit);
	void (*run)(const struct nb_check *ck);
	void (*indicator)(
	    const struct nb_check *ck, const struct nb_indicator *in);
	void (*passage)(const struct nb_check *ck, const struct nb_passage *p);
};

#define R(id, name) extern const struct nb_rule nb_rule_##name;
#include "check/rules.def"
#undef R

/* Sorted by code. */
extern const struct nb_rule *const nb_rules[];
extern const size_t nb_n_rules;

/* NULL if there is none of that code. */
const struct nb_rule *nb_rule_find(struct nb_str id);
