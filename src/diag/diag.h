/*
 * diag/diag.h - findings as values.
 *
 * Whoever finds something wrong with the user's input adds a finding and
 * carries on with a sensible substitute; nobody below cli/ prints.  A nb_code
 * is static data owned by the module that reports it; a nb_diag lives in the
 * arena of its sink.
 *
 * Codes: a letter and two digits, forever (S structure, T text, N numbers,
 * D dates, C consistency, P plans, G glyphs and encoding, Y YAML and keys,
 * L layout, A archive and output).
 */
#pragma once

#include "base/base.h"
#include "base/str.h"
#include "base/text.h"

#include <stdarg.h>

struct nb_arena;

enum nb_severity {
	NB_NOTE,    /* 提示: advice, hidden unless asked for */
	NB_WARNING, /* 警告: probably not meant */
	NB_ERROR,   /* 错误: breaks the standard or would lose content */
};

struct nb_code {
	const char *id; /* "S01" */
	const char
	    *name; /* the fault, reads after "allow …": section-missing */
	enum nb_severity severity;
	const char *title; /* 一句话：查什么 */
	const char *basis; /* 依据：条款或出处 */
	const char *help;  /* 怎样改，一句话 */
	const char *why; /* 为什么；两三句，附正误例，explain 用 */
	bool fixable;    /* its findings say what to write instead */
};

/* A place to write other words, for a finding that has several. */
struct nb_diag_edit {
	struct nb_span span;
	struct nb_str text;
	const struct nb_diag_edit *next;
};

struct nb_diag_said;

struct nb_diag {
	const struct nb_code *code;
	enum nb_severity severity;
	struct nb_span span; /* begin == end == 0: the file as a whole */
	struct nb_str
	    message;       /* one line of Chinese, no full stop; message.h */
	struct nb_str fix; /* what to write in place of span: fix.p is NULL
			      when nobody knows, and fix is "" when span is
			      to be deleted */
	const struct nb_diag_edit
	    *edit;          /* more places, in any order, or NULL */
	struct nb_str hint; /* a mend fitter than code->help, or empty */
	const struct nb_diag_said *said; /* of it by people, or NULL: said.h */
	const struct nb_diag *next;
};

/*
 * One mistake made everywhere must not bury the others, nor fill the memory:
 * of each code so many findings are listed, the rest are one finding with
 * their number.  Whoever mends a file needs them all.
 */
enum { NB_DIAGS_EACH = 100, NB_DIAGS_ALL = INT32_MAX };

struct nb_diags_tally;

/*
 * The sink.  Points into itself: stays where nb_diags_init found it and is
 * never copied.
 */
struct nb_diags {
	struct nb_arena *arena;
	unsigned each; /* listed of a code */
	struct nb_diag *first, **tail;
	unsigned n[NB_ERROR + 1];        /* by severity, listed or not */
	unsigned n_hidden[NB_ERROR + 1]; /* taken out, for people said so */
	unsigned n_accepted;          /* by people, of those that are listed */
	struct nb_diags_tally *tally; /* by code */
	struct nb_diag unlisted;      /* what nb_diag_add gives beyond the
					 limit, over and over */
};

/* What a caller looks for among findings. */
typedef bool nb_diag_test(void *to, const struct nb_diag *g);

void nb_diags_init(struct nb_diags *d, struct nb_arena *a);

/* An empty sink with the arena and the limit of another, or of itself. */
void nb_diags_init_like(struct nb_diags *d, const struct nb_diags *like);

/*
 * Adds a finding at the severity of its code.  Returns it to be refined before
 * the next one is added.
 */
struct nb_diag *nb_diag_add(struct nb_diags *d, const struct nb_code *code,
    struct nb_span span, const char *fmt, ...) NB_PRINTF(4, 5);
struct nb_diag *nb_diag_add_v(struct nb_diags *d, const struct nb_code *code,
    struct nb_span span, const char *fmt, va_list ap) NB_PRINTF(4, 0);

/* Changes the severity of a finding just added. */
void nb_diag_set_severity(
    struct nb_diags *d, struct nb_diag *g, enum nb_severity severity);

/* One more place to write other words for a finding just added. */
void nb_diag_add_edit(struct nb_diags *d, struct nb_diag *g,
    struct nb_span span, struct nb_str text);

/* Moves all findings of one sink behind those of another; from is empty. */
void nb_diags_move(struct nb_diags *to, struct nb_diags *from);

/*
 * Takes back the findings that are unwanted, and out of the counts.  The one
 * that stands for those not listed goes with all it stands for.
 */
void nb_diags_drop(struct nb_diags *d, nb_diag_test *unwanted, void *to);

/* Whether this one stands for those that are not listed. */
bool nb_diags_is_rest(const struct nb_diags *d, const struct nb_diag *g);

/*
 * Sorts by file, place (the file as a whole first) and code, else leaves the
 * order in which they were found; drops exact repetitions.
 */
void nb_diags_sort(struct nb_diags *d);

/* "error", "warning", "note" for machines; 错误 警告 提示 for people. */
const char *nb_severity_name(enum nb_severity severity);
const char *nb_severity_word(enum nb_severity severity);

/* By name or word; false when it is neither. */
NB_MUST_USE bool nb_severity_find(const char *word, enum nb_severity *ret);

/* Whether a finding speaks of the file as a whole. */
bool nb_diag_is_whole(const struct nb_diag *g);

/* What to do: the finding's own words, or its code's. */
struct nb_str nb_diag_help(const struct nb_diag *g);
