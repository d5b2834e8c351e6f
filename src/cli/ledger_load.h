/*
 * cli/ledger_load.h - the files of a ledger, one after the other.
 */
#pragma once

#include "check/ledger_entry.h"
#include "cli/cli.h"

#include <glib.h>

struct nb_arena;

/* What came of reading. */
struct nb_ledger_files {
	GPtrArray *file; /* of struct nb_ledger_file *, in the arena */
	enum nb_exit status;
};

/*
 * Reads the operands, in place of each folder its files.  What is no report,
 * or cannot be read or placed, is told.
 */
struct nb_ledger_files nb_ledger_load(
    struct nb_cli *cli, struct nb_arena *a, char *const *operand, unsigned n);
