/*
 * cli/outline_show.h - an outline as a table.
 */
#pragma once

#include <glib.h>

struct nb_outline;

/* Its name, then a row an item: what is asked of whom, and on which basis. */
void nb_outline_show(
    GString *out, const char *name, const struct nb_outline *outline);
