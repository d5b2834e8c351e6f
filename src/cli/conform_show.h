/*
 * cli/conform_show.h - a conformance sheet as text.
 */
#pragma once

#include "conform/conform.h"

#include <glib.h>

/*
 * A table for people; only the rows that need a look, a line each; JSON.  a is
 * for scratch.
 */
void nb_conform_table(
    GString *out, struct nb_arena *a, const struct nb_conform *sheet);
void nb_conform_concise(GString *out, struct nb_arena *a, const char *file,
    const struct nb_conform *sheet);
void
nb_conform_json(GString *out, const char *file, const struct nb_conform *sheet);
