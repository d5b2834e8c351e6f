/*
 * check/promise.h - tasks of 下年任务, 上年任务 and 任务表 as one list (P03
 * P04 P06 P20).
 */
#pragma once

#include "check/rule.h"

#include <glib.h>

/* What two texts of one task must have in common, at least. [percent] */
enum { NB_PROMISE_ALIKE = 60 };

/* A longer text is no task's that others go on from. [byte] */
enum { NB_PROMISE_LONG = 3000 };

/* Appends the tasks, of struct nb_task *; either may be NULL. */
void nb_promise_list(GPtrArray *to, const struct nb_tasks *tasks);
void nb_promise_table(GPtrArray *to, const struct nb_task_table *table);

/*
 * Whether it says until when, or how much: a time limit, else a figure or a
 * word of time in its text or body.
 */
bool
nb_promise_is_definite(const struct nb_check *ck, const struct nb_task *task);

/* The text without the marks and blanks at its end. */
struct nb_str nb_promise_text(struct nb_str plain);

/*
 * Takes away the last clause with the mark before it, “甲，乙” → “甲”; false
 * when there is but one.  Texts that begin so are of one task.
 */
bool nb_promise_shorten(struct nb_str *text);
