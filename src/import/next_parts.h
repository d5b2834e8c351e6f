/*
 * import/next_parts.h - the parts of a report, carried into the next year.
 * For next*.c only.
 */
#pragma once

#include "import/carry.h"

/*
 * {指标} in the promises of an item becomes what it stands for now; the words
 * of a scalar with the same done to them.
 */
void nb_next_fill(struct nb_carry *c, const struct nb_node *item,
    const struct nb_object *object);
struct nb_str nb_next_words(struct nb_carry *c, const struct nb_node *scalar);

/* 指标: this year's value becomes 上年. */
void nb_next_figures(struct nb_carry *c, const struct nb_pair *figures);

/*
 * 下年任务 becomes 上年任务, and an empty one follows it; answered is the old
 * 上年任务, or NULL.
 */
void nb_next_tasks(struct nb_carry *c, const struct nb_pair *tasks,
    const struct nb_pair *answered);

/*
 * Adds to a list of promises those items of a list of answers that were not
 * finished and are not among them.
 */
void nb_next_left(struct nb_carry *c, const struct nb_node *answered,
    const struct nb_node *promised);

/* 存在问题: an empty item instead of the old ones, which a comment recalls. */
void nb_next_problems(struct nb_carry *c, const struct nb_pair *problems);

/*
 * 任务表: what is done goes; what is not stays, in a plan without its 进展,
 * else with an empty one.  true: no row says how far it got, so that all stay.
 */
bool
nb_next_table(struct nb_carry *c, const struct nb_pair *table, bool is_plan);

/* 章节: headings and what every year has stay, the words of the year go. */
void nb_next_sections(struct nb_carry *c, const struct nb_pair *sections);
