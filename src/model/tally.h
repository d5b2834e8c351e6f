/*
 * model/tally.h - how many tasks came to what: “41项：完成36、部分完成4、
 * 未完成1” (checks.md 4.5).
 */
#pragma once

#include "model/tasks.h"

struct nb_arena;

struct nb_tally {
	uint32_t n;                             /* tasks; the sum of … */
	uint32_t came[NB_PROGRESS_CHANGED + 1]; /* … those of each 进展 */
};

void nb_tally_add(struct nb_tally *t, const struct nb_task *task, uint32_t n);

/* Of all rows; nothing when there is no table. */
struct nb_tally nb_tally_table(const struct nb_task_table *table);

/* Whether any task has 进展: the table tells what became of it. */
bool nb_tally_is_reported(const struct nb_tally *t);

/* 部分完成, 未完成, or nothing at all: there is something left to do. */
bool nb_progress_is_open(enum nb_progress progress);

/* “41项：完成36、部分完成4、未写进展1”, or “41项” when none is reported. */
struct nb_str nb_tally_text(struct nb_arena *a, const struct nb_tally *t);
