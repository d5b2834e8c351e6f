/*
 * cli/help.h - --help, printed from the tables that the parser reads.
 */
#pragma once

#include "cli/cmd.h"

/* Of the program, of one command. */
void nb_help_program(struct nb_sink *to);
void nb_help_command(struct nb_sink *to, const struct nb_cmd *cmd);
