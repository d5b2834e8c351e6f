/*
 * cli/fresh.h - a YAML file that the program makes and the user goes on with:
 * nothing of his is ever lost to it.
 */
#pragma once

#include "cli/cli.h"

#include "base/str.h"

struct nb_args;

/*
 * Writes to -o, or to standard output.  A file that is there is not replaced
 * without --force; the user is told.
 */
enum nb_exit nb_fresh_write(
    struct nb_cli *cli, const struct nb_args *args, struct nb_str yaml);
