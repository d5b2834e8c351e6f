/*
 * layout/table_tasks.h - 任务表 as cells: 工作任务 is one cell for a group,
 * 序号 runs through all of them; once a row has 进展, two columns more and a
 * last row with the tally.
 */
#pragma once

#include "layout/table_grid.h"
#include "model/tasks.h"

struct nb_galley;

struct nb_table_grid nb_table_tasks(
    struct nb_galley *g, const struct nb_task_table *table, struct nb_diags *d);
