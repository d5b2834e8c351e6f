/*
 * cli/copies_show.h - which documents of a run share passages.
 */
#pragma once

#include "check/copies.h"

#include <glib.h>

/*
 * For people: the pairs that share most; with their passages when notes are
 * asked for, and then all pairs.  path is by number of the document.
 */
void nb_copies_show_full(GString *out, const struct nb_copies *c,
    const struct nb_str *path, bool notes);

/* For machines: an object for each pair, a line each. */
void nb_copies_show_json(GString *out, const struct nb_copies *c,
    const struct nb_str *path, bool notes);
