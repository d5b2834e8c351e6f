/*
 * check/target.h - goals: 不少于60场, 普法活动不少于66场; whether a figure
 * reaches one, whether one is lower than another (N04 P10 P21 P22 P23).
 */
#pragma once

#include "check/rule.h"
#include "model/quantity.h"

#include <glib.h>

struct nb_target {
	struct nb_str name; /* 普法活动; may be empty */
	struct nb_quantity q;
};

/*
 * A goal that ends with its only quantity; words around the name that tell
 * nothing (全年, 达到) are left out, clauses in front, too.  s is plain.
 */
bool nb_target_read(struct nb_str s, const struct nb_target_words *words,
    struct nb_target *ret);

/* Of a task: its 目标, else its text; the name is that of the task, then. */
bool nb_target_of_task(const struct nb_check *ck, const struct nb_report *of,
    const struct nb_task *task, struct nb_target *ret);

/* Whether it is a goal for the figure of that name, in its unit. */
bool nb_target_is_for(const struct nb_target *t, struct nb_str name,
    const struct nb_quantity *value);

/*
 * Whether the value falls short of the goal.  small: less of it is better, so
 * a goal without a bound is none to be reached.
 */
bool nb_target_is_missed(const struct nb_quantity *value,
    const struct nb_quantity *goal, bool small);

/*
 * Whether a goal asks for less than an earlier one.  Both are in one unit and
 * bound the same way; a plain number has a direction only as a rate.
 */
bool nb_target_is_lower(
    const struct nb_quantity *now, const struct nb_quantity *before);

/*
 * The 指标 of the report by their names, plain: const struct nb_str * → const
 * struct nb_indicator *.  The caller frees the table.
 */
GHashTable *nb_target_figures(const struct nb_check *ck);
