/*
 * cli/preview/preview.h - the part of the program that knows libmicrohttpd.
 */
#pragma once

#include "cli/cli.h"
#include "part/part.h"

struct nb_args;

struct nb_live_part {
	struct nb_part part;
	/* Shows args->operand[0] until it is asked to stop. */
	enum nb_exit (*run)(struct nb_cli *cli, const struct nb_args *args);
};

extern NB_PART_ENTRY const struct nb_live_part nb_live_part;
