/*
 * cli/cli.h - what the user says becomes calls of the phases, and their
 * findings become text.  The only folder that prints, looks at the
 * environment or knows an exit status.
 */
#pragma once

#include "cli/sink.h"

enum nb_exit {
	NB_EXIT_OK,       /* nothing wrong, or only warnings and notes */
	NB_EXIT_FINDINGS, /* errors; with --strict warnings too */
	NB_EXIT_FAILED,   /* usage, unreadable file, missing font, full disk */
};

/* Where a command says things. */
struct nb_cli {
	struct nb_sink out, err;
};

/* The whole program; argv as main() has it.  Returns an enum nb_exit. */
int nb_cli_main(int argc, char **argv);

/* One line on standard error: “nianbao: …”. */
void nb_cli_complain(struct nb_cli *cli, const char *fmt, ...) NB_PRINTF(2, 3);
