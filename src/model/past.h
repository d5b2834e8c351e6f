/*
 * model/past.h - the files that a report names: 上年, last year's report, and
 * 方案, the plan of its own year.
 *
 * Who reads files gives them to nb_report_build as they are; it judges whether
 * they can be compared with.  上年 of 上年 is named by that report in turn, so
 * the years before are a chain.
 */
#pragma once

#include "base/str.h"

struct nb_arena;
struct nb_node;
struct nb_report;

enum nb_past_fault {
	NB_PAST_FIT,    /* or no file is named */
	NB_PAST_UNREAD, /* it could not be read */
	NB_PAST_SELF,   /* it is this very file */
	NB_PAST_KIND,   /* it is no plan, or no report */
	NB_PAST_YEAR,   /* it is of another year */
	NB_PAST_ORGAN,  /* it is another organ's */
	NB_PAST_ABOVE,  /* no fault: a plan of the government above, of
			   which some rows are this organ's */
};

/* A file that a key names. */
struct nb_past_file {
	enum nb_past_fault fault;
	const struct nb_report *report; /* NULL: not named or not read */
};

struct nb_past {
	struct nb_past_file last, plan; /* 上年, 方案 */
};

/* What the root says under a key that names a file; empty when nothing. */
struct nb_str nb_past_name(const struct nb_node *root, const char *key);

/* Sets the faults of r->past, of which the reports are set. */
void nb_past_judge(struct nb_arena *a, struct nb_report *r);

/* Those that can be compared with, else NULL. */
const struct nb_report *nb_past_last(const struct nb_report *r);
const struct nb_report *nb_past_plan(const struct nb_report *r);

/* The plan when it is that of the government above, else NULL. */
const struct nb_report *nb_past_plan_above(const struct nb_report *r);
