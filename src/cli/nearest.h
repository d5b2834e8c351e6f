/*
 * cli/nearest.h - “did you mean”: what was probably meant by a word that
 * nothing here is called.
 */
#pragma once

#include "cli/cli.h"

#include <glib.h>

/* The nearest of the names (const char *), or NULL when none is near. */
const char *nb_nearest(const char *word, const GPtrArray *names);

/* Says that there is no such thing, the nearest one, and all there are. */
void nb_nearest_complain(struct nb_cli *cli, const char *what, const char *word,
    const GPtrArray *names);
