/*
 * cli/batch/plan.h - where the outputs of each document go, settled before
 * any work.
 */
#pragma once

#include "cli/batch/input.h"

struct nb_args;
struct nb_output;
struct nb_vocabulary;

/* By --to, else the suffix of --name; NULL, and the user has been told. */
const struct nb_output *
nb_plan_output(struct nb_cli *cli, const struct nb_args *args);

struct nb_plan {
	const struct nb_output *output;
	char **stem; /* of each input: the path below the folder, without
			suffix; NULL when it is no report, or could not be read,
			and its name is made of what it says */
	uint32_t n;
};

/*
 * From --to, --name and the whole list, not only a part of it, in so many
 * threads; words are for old documents.  Without --name the folders of the
 * inputs are kept.  False, and the user has been told which inputs, when two
 * outputs would become one file, or one an input.  Clear it in any case.
 */
NB_MUST_USE bool nb_plan_make(struct nb_plan *ret, struct nb_cli *cli,
    const struct nb_args *args, const struct nb_vocabulary *words,
    const struct nb_inputs *in, unsigned jobs);
void nb_plan_clear(struct nb_plan *p);

/*
 * The file of a stem, for g_free.  A draft for review does not take the place
 * of the finished document, unless --name says so.
 */
char *nb_plan_file(const struct nb_args *args, const struct nb_output *output,
    const char *stem);
