/*
 * check/answers.h - what a report has to answer for, each promise with its
 * answer (P03 P17 P19 P20 P22 P23).
 *
 * Promises are 下年任务 of last year's report, and what that report left
 * undone and did not take up again in its 下年任务: rows of its 任务表, items
 * of its 上年任务, and promises that were its own to answer and that it passed
 * over.  With 方案 they are the rows of its 任务表.  Answers are the items of
 * this report's 上年任务 and the rows of its 任务表: one in the same words, one
 * that begins with them and goes on behind a mark, or the one most like the
 * promise that answers no other.
 */
#pragma once

#include "model/report.h"
#include "style/wording.h"

#include <glib.h>

struct nb_arena;

/* Where a promise stands. */
enum nb_promised {
	NB_PROMISED_NEXT, /* 下年任务 */
	NB_PROMISED_TABLE, /* a row of 任务表, which is one for the next year */
	NB_PROMISED_ROW,     /* a row that was not finished */
	NB_PROMISED_CARRIED, /* an item of 上年任务 that was not finished */
	NB_PROMISED_DROPPED, /* what last year's report passed over, while it
				answered others of the same file */
	NB_PROMISED_PLAN,    /* a row of 方案 */
	NB_PROMISED_ABOVE,   /* a row of the superior's plan that names us */
};

enum nb_answered {
	NB_ANSWERED_NOT,
	NB_ANSWERED_BLANK,  /* a row has the same words, but no row of the
			       table says what came of it */
	NB_ANSWERED_ALIKE,  /* something like it is said: is it the same? */
	NB_ANSWERED_UNSURE, /* too long, or of words that all have: unknown */
	NB_ANSWERED,        /* in the same words, or these and more */
};

struct nb_answer {
	enum nb_promised promised;
	const struct nb_task *promise;
	const struct nb_report *of; /* the file that the promise stands in */
	int year;                   /* that it was to be kept in */
	int since; /* the first such year: earlier when it was left undone and
		      promised again */
	enum nb_answered state;
	const struct nb_task *answer; /* NULL: NOT, UNSURE */
	unsigned likeness;            /* of the two texts [percent] */
};

struct nb_answers {
	const struct nb_answer *answer; /* in the order of the promises */
	uint32_t n;
};

/* Of 上年, with the years before it; none when there is no such file. */
struct nb_answers
nb_answers_last(struct nb_arena *a, const struct nb_report *r);

/*
 * Of 方案.  Of a superior's plan those rows count whose 牵头 or 责任 is this
 * organ, or all organs of its kind by one of the words.
 */
struct nb_answers nb_answers_plan(struct nb_arena *a, const struct nb_report *r,
    const struct nb_everyone_words *words);

/*
 * The promises by their answers: struct nb_task * → const struct nb_answer *,
 * of those that are NB_ANSWERED or NB_ANSWERED_BLANK.  What is there already
 * stays.
 */
void nb_answers_index(GHashTable *to, const struct nb_answers *all);

/*
 * Whether 任务表 of a report is one for the next year: its title says so, and
 * no row has 进展.
 */
bool nb_answers_table_is_ahead(struct nb_arena *a, const struct nb_report *r);

/* Whether r has any task that may be an answer. */
bool nb_answers_some(const struct nb_report *r);

/* The key that an answer is to be added under: 上年任务, or 上年. */
struct nb_span nb_answers_span(const struct nb_report *r);

/* “2023.yaml第30行”: where the promise stands. */
struct nb_str nb_answer_place(struct nb_arena *a, const struct nb_answer *it);

/* The text of a task, to be compared with others. */
struct nb_str nb_answer_text(
    struct nb_arena *a, const struct nb_report *of, const struct nb_task *task);
