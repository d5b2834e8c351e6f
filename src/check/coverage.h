/*
 * check/coverage.h - the coverage matrix as text: the one screen reviewers
 * want.
 */
#pragma once

#include "check/check.h"

#include <glib.h>

/* “✔” for people, "strong" for machines, an escape for a terminal. */
const char *nb_cover_mark(enum nb_cover cover);
const char *nb_cover_name(enum nb_cover cover);
const char *nb_cover_colour(enum nb_cover cover);

/* For people: a table with aligned columns.  Nothing when it has no row. */
void nb_coverage_render(GString *out, const struct nb_coverage *c, bool colour);

/* For machines: {"type":"coverage","file":…,"items":[…]} on one line. */
void nb_coverage_json(GString *out, const struct nb_coverage *c);
