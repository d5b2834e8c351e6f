/*
 * cli/again.h - a piece of work that is done anew whenever its files change.
 */
#pragma once

#include "cli/cli.h"

struct nb_args;

typedef enum nb_exit nb_again_work(void *of);

/*
 * Does the work, then again after each change of a YAML file in the folders
 * of the operands, until the user stops it: that is no failure, whatever came
 * of the work.  NB_EXIT_FAILED when nothing can be watched.
 */
enum nb_exit nb_again(struct nb_cli *cli, const struct nb_args *args,
    nb_again_work *work, void *of);
