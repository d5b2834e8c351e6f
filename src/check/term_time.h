/*
 * check/term_time.h - whether an entry of the lexicon speaks of this report,
 * and of its time.
 */
#pragma once

#include "model/report.h"
#include "style/lexicon.h"

enum nb_term_time {
	NB_TERM_OFF,   /* nothing to say of it in this report */
	NB_TERM_PLAIN, /* not a matter of dates */
	NB_TERM_EARLY, /* the report was written before the thing was there */
	NB_TERM_LATE,  /* the report is of a year when it is no more */
};

enum nb_term_time
nb_term_time(const struct nb_term *t, const struct nb_report *r);

/* The day that a report was surely written by, and how we know. */
struct nb_written {
	int day; /* yyyymmdd; 0: not known */
	enum { NB_WRITTEN_ISSUED, NB_WRITTEN_PUBLISHED, NB_WRITTEN_YEAR } by;
};

struct nb_written nb_report_written(const struct nb_report *r);
