/*
 * import/next_parts.h - the parts of a report, carried into the next year.
 * For next*.c only.
 */
#pragma once

#include "import/carry.h"

/* 指标: this year's value becomes 上年. */
void nb_next_figures(struct nb_carry *c, const struct nb_pair *figures);

/* 下年任务 becomes 上年任务, and an empty one follows it. */
void nb_next_tasks(struct nb_carry *c, const struct nb_pair *tasks);

/* 存在问题: an empty item instead of the old ones. */
void nb_next_problems(struct nb_carry *c, const struct nb_pair *problems);

/* 任务表: what is done goes, what is not stays without its 进展. */
void nb_next_table(struct nb_carry *c, const struct nb_pair *table);
