/*
 * cli/batch/input.h - the documents of a run: from folders, from lists, from
 * the command line.
 */
#pragma once

#include "cli/cli.h"

#include <glib.h>

struct nb_args;

enum nb_input_kind {
	NB_INPUT_YAML,
	NB_INPUT_OLD, /* text, HTML, Word: for import */
};

/*
 * One document.  Its name is its path below the folder that was given; of a
 * list or the command line, the path as written there.  It does not depend
 * on where the folder stands, so it is the same on every machine.
 */
struct nb_input {
	char *path, *name;
	enum nb_input_kind kind;
	uint32_t number; /* in the whole list, from 1 */
	bool found;      /* in a folder: it need not be a report */
};

struct nb_inputs {
	GArray *input; /* of struct nb_input */
};

/*
 * All operands: a folder, “@list”, “-” for a list on standard input, or a
 * file; before them the list of --from.  Folders are read with all below
 * them, sorted, but without the output folder; a file comes once.  False: the
 * user has been told.  Clear it in any case.
 */
NB_MUST_USE bool nb_inputs_read(
    struct nb_inputs *ret, struct nb_cli *cli, const struct nb_args *args);
void nb_inputs_clear(struct nb_inputs *in);

const struct nb_input *nb_inputs_at(const struct nb_inputs *in, uint32_t i);

/* The SHA-256 of all names in their order. */
char *nb_inputs_hash(const struct nb_inputs *in);

/* The lines of a list, or what stands between its zero bytes (find -print0);
 * empty ones left out. */
GPtrArray *nb_inputs_lines(const char *bytes, gsize n);
