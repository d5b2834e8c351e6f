/*
 * cli/batch/run.h - many documents: the queue, what is said of them in their
 * order, and what is written when all are done.
 */
#pragma once

#include "cli/batch/bar.h"
#include "cli/batch/input.h"
#include "cli/batch/plan.h"
#include "cli/batch/shard.h"
#include "cli/batch/work.h"

struct nb_run {
	struct nb_cli *cli;
	const struct nb_args *args;
	struct nb_show *show;
	const struct nb_inputs *inputs;
	const struct nb_plan *plan;
	struct nb_shard shard;
	unsigned jobs;
	struct nb_manifest *manifest;
	struct nb_work work;
	struct nb_data *data;     /* of each thread: fonts of its own */
	uint32_t *mine;           /* the inputs of this part */
	struct nb_worked *worked; /* of each */
	bool *done;
	uint32_t n;            /* of this part */
	uint32_t told;         /* of these has been spoken */
	struct nb_diags total; /* only counts: findings of all */
	unsigned n_listed, n_mendable;
	bool disk_full, stopped;
	struct nb_bar bar;
	enum nb_exit status;
};

/* From what is set above `mine`, and nothing else. */
void nb_run_init(struct nb_run *run);
void nb_run_clear(struct nb_run *run);

/* Does all of this part, or until it is stopped. */
void nb_run_do(struct nb_run *run);

/* Report, index, volume, and what to say at the end. */
enum nb_exit nb_run_finish(struct nb_run *run);
