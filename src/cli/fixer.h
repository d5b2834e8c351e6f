/*
 * cli/fixer.h - mends a report as its findings say, until they say nothing.
 *
 * Pure: a text goes in, a text comes out.  Each round reads and checks the
 * text, applies the mends that do not meet, and reads the result again: what
 * would change more than the words it mends is left as it is.
 */
#pragma once

#include "cli/select.h"

#include <glib.h>

struct nb_data;

struct nb_fixed {
	GString *text;      /* UTF-8, LF */
	GPtrArray *code;    /* const struct nb_code *, one a place mended */
	GPtrArray *refused; /* char *: what could not be mended, a line each */
	bool more;          /* there is more to mend than one run takes on */
};

/* Codes that are not wanted are not mended.  Clear the result. */
struct nb_fixed nb_fix(struct nb_str name, struct nb_str text,
    const struct nb_data *data, const struct nb_selection *wanted);
void nb_fixed_clear(struct nb_fixed *f);
