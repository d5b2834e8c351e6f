/*
 * cli/batch/work.h - one document of a run, from its bytes to its outputs.
 *
 * Everything that documents share is only read, so any thread may do any
 * document; the fonts in data are the thread's own.
 */
#pragma once

#include "cli/batch/input.h"
#include "cli/batch/record.h"
#include "cli/cli.h"

#include <pthread.h>

struct nb_args;
struct nb_data;
struct nb_manifest;
struct nb_output;
struct nb_show;

struct nb_work {
	const struct nb_args *args;
	const struct nb_show *show;
	const struct nb_output *output;
	const struct nb_manifest *manifest; /* of what may be kept */
	const char *folder;                 /* of the outputs */
	const char *key;                    /* of the run */
	pthread_mutex_t *alone;             /* for outputs that are so */
	bool carry; /* the PDF has the files it was made of */
};

struct nb_worked {
	struct nb_record record;
	GString *findings;             /* with --format, as it says */
	unsigned n_listed, n_mendable; /* of these */
	enum nb_exit found;
	bool disk_full;
};

void nb_worked_init(struct nb_worked *w, const struct nb_input *in);
void nb_worked_clear(struct nb_worked *w);

/*
 * stem is the path of the outputs below the folder, without their suffix;
 * NULL when none could be made of what the document said (plan.h).
 * ret is new.
 */
void nb_work_do(const struct nb_work *w, const struct nb_data *data,
    const struct nb_input *in, const char *stem, struct nb_worked *ret);
