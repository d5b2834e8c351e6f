/*
 * cli/show.h - findings on their way to the user.
 */
#pragma once

#include "cli/cli.h"
#include "cli/select.h"
#include "diag/render.h"

struct nb_args;
struct nb_baseline;

/*
 * How findings are shown in one run: nb_show_begin, then for each document
 * nb_show_filter and nb_show_findings, then nb_show_end.
 */
struct nb_show {
	struct nb_rendering rendering;
	GPtrArray *codes; /* all there are */
	struct nb_selection selection;
	struct nb_baseline *baseline; /* or NULL */
	const char *sheet;            /* --sheet, or NULL */
	bool strict;
};

/*
 * From --format, --select, --ignore, --level, --notes, --strict, --baseline.
 * False: the user has been told.  Clear it in any case.
 */
NB_MUST_USE bool nb_show_init(
    struct nb_show *show, struct nb_cli *cli, const struct nb_args *args);
void nb_show_clear(struct nb_show *show);

enum nb_format nb_show_format(const struct nb_show *show);

/*
 * Drops what the user does not want to hear of, knows or has rejected, about
 * the file at path: d and its counts are what is left.
 */
void nb_show_filter(
    const struct nb_show *show, const char *path, struct nb_diags *d);

/* Whether a command that shows more than findings has the format; else the user
 * has been told.
 */
NB_MUST_USE bool nb_show_is_plain(
    const struct nb_show *show, struct nb_cli *cli, const char *command);

/* What a format says before and behind all findings. */
void nb_show_begin(struct nb_show *show, struct nb_sink *to);
void nb_show_end(struct nb_show *show, struct nb_sink *to);

/* Sorts the findings and shows them, without the closing line. */
void
nb_show_findings(struct nb_show *show, struct nb_sink *to, struct nb_diags *d);

/* The closing line, for the counts of d. */
void nb_show_summary(
    struct nb_show *show, struct nb_sink *to, const struct nb_diags *d);

/*
 * What is wrong with the surroundings (files, templates, fonts, the disk) and
 * not with a document: errors and warnings, on standard error.
 */
void nb_show_trouble(struct nb_cli *cli, struct nb_diags *d);

/* What findings make of the exit status: those that are not shown, nothing. */
enum nb_exit nb_show_exit(const struct nb_show *show, const struct nb_diags *d);

/* The status of two pieces of work. */
enum nb_exit nb_exit_worse(enum nb_exit a, enum nb_exit b);
