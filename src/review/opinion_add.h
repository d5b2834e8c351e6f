/*
 * review/opinion_add.h - writes opinions: new ones behind those that are
 * there, of which not a byte is changed.
 */
#pragma once

#include "diag/diag.h"

#include <glib.h>

struct nb_opinions;

/*
 * Appends to out the text of the file with an entry, 待定, for each finding of
 * d from least upwards that no opinion is of; o is NULL of a file that is not
 * there, else has met d.  Returns how many are new, or -1 when the list is
 * written in brackets: there is no place for one.
 */
int nb_opinions_add(GString *out, const struct nb_opinions *o,
    const struct nb_diags *d, enum nb_severity least);
