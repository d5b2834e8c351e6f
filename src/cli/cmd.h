/*
 * cli/cmd.h - the commands: a command is one file and one row in cmds.c.
 */
#pragma once

#include "cli/cli.h"

#include <glib.h>

struct nb_args;

struct nb_example {
	const char *line, *what;
};

struct nb_cmd {
	const char *name;
	const char *title;                /* one line of Chinese */
	const char *operand;              /* as --help shows them, or NULL */
	unsigned least, most;             /* number of operands */
	const char *about;                /* more lines for --help, or NULL */
	const GOptionEntry *option;       /* ends with NB_OPTION_END */
	const struct nb_example *example; /* ends with a NULL line */
	const char *const *exit;          /* what 0, 1 and 2 mean; NULL: as
					     usual; a NULL one is not used */
	enum nb_exit (*run)(struct nb_cli *cli, const struct nb_args *args);
};

extern const struct nb_cmd *const nb_cmds[];
extern const size_t nb_n_cmds;

extern const struct nb_cmd nb_cmd_batch;
extern const struct nb_cmd nb_cmd_check;
extern const struct nb_cmd nb_cmd_diff;
extern const struct nb_cmd nb_cmd_fix;
extern const struct nb_cmd nb_cmd_merge;
extern const struct nb_cmd nb_cmd_new;
extern const struct nb_cmd nb_cmd_next;
extern const struct nb_cmd nb_cmd_preview;
extern const struct nb_cmd nb_cmd_render;
extern const struct nb_cmd nb_cmd_review;
extern const struct nb_cmd nb_cmd_conform;
extern const struct nb_cmd nb_cmd_ledger;
extern const struct nb_cmd nb_cmd_fonts;
extern const struct nb_cmd nb_cmd_import;
extern const struct nb_cmd nb_cmd_explain;
extern const struct nb_cmd nb_cmd_list;
extern const struct nb_cmd nb_cmd_schema;
extern const struct nb_cmd nb_cmd_verify;
