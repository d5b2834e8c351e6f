/*
 * cli/target.h - what render writes and where, settled before any work.
 */
#pragma once

#include "cli/cli.h"

#include <glib.h>

struct nb_args;
struct nb_output;

struct nb_target {
	const struct nb_output *output; /* NULL: of import */
	const char *suffix;
	GPtrArray *path; /* char *, one an operand; "-" is standard output */
};

/*
 * From --to, -o and the operands.  False, and the user has been told, when
 * two files would become one, an input would be overwritten, or there is no
 * such output.  Clear it in any case.
 */
NB_MUST_USE bool nb_target_plan(
    struct nb_target *target, struct nb_cli *cli, const struct nb_args *args);

/*
 * The same for YAML: one file goes to standard output when there is no -o,
 * so that nothing a person wrote is replaced unasked.
 */
NB_MUST_USE bool nb_target_plan_yaml(
    struct nb_target *target, struct nb_cli *cli, const struct nb_args *args);
void nb_target_clear(struct nb_target *target);

/* The output of that name; NULL, and the user has been told. */
const struct nb_output *nb_target_output(struct nb_cli *cli, const char *name);

/*
 * The length of a path without its suffix, which begins at the last dot of the
 * file's name if it is not the first character. [byte]
 */
size_t nb_target_stem(const char *path);

/* What stands behind that dot; otherwise when nothing does. */
const char *nb_target_suffix(const char *path, const char *otherwise);

/* The file of a page (from 0) of an output that writes one a page. */
char *nb_target_page_path(const char *path, unsigned page);

/* One name for a file however it is written; the caller frees. */
char *nb_target_canonical(const char *path);

/* Whether both name one file. */
bool nb_target_is_same(const char *a, const char *b);

/* Whether this path is standard output. */
bool nb_target_is_stdout(const char *path);
