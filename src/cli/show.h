/*
 * cli/show.h - findings on their way to the user.
 */
#pragma once

#include "cli/cli.h"
#include "diag/render.h"

struct nb_args;

/* How findings are shown in one run. */
struct nb_show {
	const struct nb_renderer *renderer;
	enum nb_severity least; /* notes only when asked for */
	bool strict;
};

/* From --format, --notes, --strict.  False: the user has been told. */
NB_MUST_USE bool nb_show_init(
    struct nb_show *show, struct nb_cli *cli, const struct nb_args *args);

/* Sorts the findings and shows them, without the closing line. */
void nb_show_findings(
    const struct nb_show *show, struct nb_sink *to, struct nb_diags *d);

/* The closing line, for the counts of d. */
void nb_show_summary(
    const struct nb_show *show, struct nb_sink *to, const struct nb_diags *d);

/*
 * What is wrong with the surroundings (files, templates, fonts, the disk) and
 * not with a document: errors and warnings, on standard error.
 */
void nb_show_trouble(struct nb_cli *cli, struct nb_diags *d);

/* What findings make of the exit status. */
enum nb_exit nb_show_exit(const struct nb_show *show, const struct nb_diags *d);

/* The status of two pieces of work. */
enum nb_exit nb_exit_worse(enum nb_exit a, enum nb_exit b);
