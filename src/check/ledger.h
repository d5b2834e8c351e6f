/*
 * check/ledger.h - 台账: what organs promised over the years and what became
 * of it, their figures year by year, their problems.
 *
 * A document is read once and may then be freed: what the ledger needs is
 * copied into its arena.  Work is n log n in what is read; the ledger does not
 * depend on the order of reading.
 */
#pragma once

#include "check/ledger_entry.h"
#include "model/quantity.h"

struct nb_arena;
struct nb_words;

enum nb_ledger_event {
	NB_LEDGER_PROMISED, /* and again: taken into a plan, carried over */
	NB_LEDGER_ANSWERED,
	NB_LEDGER_SILENT, /* the report of the year does not speak of it */
	NB_LEDGER_ABSENT, /* there is no report of the year */
};

struct nb_ledger_step {
	enum nb_ledger_event event;
	int year;
	const struct nb_ledger_entry *entry; /* NULL: silent, absent */
	unsigned likeness; /* to the words before; 100: the same [percent] */
	bool longer;       /* of these and those before one begins with the
			      other */
};

/* In the order of a tally.  The last two are settled, the others open. */
enum nb_ledger_state {
	NB_LEDGER_UNANSWERED,
	NB_LEDGER_NOT,     /* 未完成 */
	NB_LEDGER_PARTLY,  /* 部分完成 */
	NB_LEDGER_UNSAID,  /* answered without 进展 */
	NB_LEDGER_PENDING, /* its year has not been reported on */
	NB_LEDGER_CHANGED, /* 调整 */
	NB_LEDGER_DONE,
	NB_LEDGER_STATES,
};

/* One matter from its first promise to its last answer. */
struct nb_ledger_promise {
	const struct nb_ledger_step *step;
	uint32_t n;
	enum nb_ledger_state state;
	int since;        /* year of the file that promised it first */
	unsigned age;     /* to the newest file of the organ [year] */
	unsigned carried; /* how often it was promised for another year */
	bool unseen;      /* no file given promised it: it was only answered */
	bool split; /* its last answers, of one file, say different 进展; the
		       state is the less finished */
};

enum nb_ledger_goal {
	NB_LEDGER_NO_GOAL, /* or one that cannot be compared with */
	NB_LEDGER_MET,
	NB_LEDGER_MISSED,
};

/* A figure in one year; a text is empty when nobody wrote it. */
struct nb_ledger_point {
	int year;
	const struct nb_ledger_value *value; /* with a value, or NULL */
	const struct nb_ledger_value *goal;  /* with a 目标, or NULL */
	enum nb_ledger_goal met;
	struct nb_str change; /* “增3件（12.5%）” since the value before */
	bool gap;             /* … which is more than a year older */
	bool rescaled;        /* its unit is not that of the value before */
	bool last_differs;    /* 上年 is not what last year's file says */
	bool drawn;           /* n counts: in the figure's unit */
	int64_t n;            /* [10^-places unit] */
};

struct nb_ledger_figure {
	struct nb_str name;
	const struct nb_ledger_point *point; /* oldest first */
	uint32_t n;
	struct nb_str unit; /* of the points that are drawn */
	unsigned places;
	uint32_t n_drawn;
};

/* The same problem over the years; its steps are NB_LEDGER_ANSWERED. */
struct nb_ledger_problem {
	const struct nb_ledger_step *step;
	uint32_t n;
	unsigned years;   /* that have it; more than one: it came back */
	unsigned running; /* in a row, up to the last that has it */
	bool still;       /* the newest report has it */
};

/* Years without a report. */
struct nb_ledger_gap {
	int first, last;
};

struct nb_ledger_organ {
	struct nb_str name;                       /* the longest written */
	const struct nb_ledger_file *const *file; /* oldest first */
	uint32_t n_files;
	int newest; /* year */
	const struct nb_ledger_gap *gap;
	uint32_t n_gaps;
	const struct nb_ledger_promise *promise; /* open ones first, of these
						    the oldest */
	uint32_t n_promises;
	uint32_t tally[NB_LEDGER_STATES], n_open;
	const struct nb_ledger_figure *figure; /* as in the newest file */
	uint32_t n_figures;
	const struct nb_ledger_problem *problem; /* that came back, first */
	uint32_t n_problems;
};

/* Two files of one organ, year and kind; or an organ that may be two. */
struct nb_ledger_conflict {
	const struct nb_ledger_file *file, *other;
};

struct nb_ledger {
	const struct nb_ledger_organ *organ; /* by name */
	uint32_t n;
	const struct nb_ledger_conflict *twin; /* file is left out for other */
	uint32_t n_twins;
	const struct nb_ledger_conflict *unclear; /* file's name is short for
						     more than other's */
	uint32_t n_unclear;
};

/* file[n], in any order; small_is_good are words of figures, or NULL. */
struct nb_ledger *
nb_ledger_new(struct nb_arena *a, struct nb_ledger_file *const *file,
    uint32_t n, const struct nb_words *small_is_good);

static inline bool
nb_ledger_is_open(enum nb_ledger_state state)
{
	return state < NB_LEDGER_CHANGED;
}
