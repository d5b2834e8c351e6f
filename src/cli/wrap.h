/*
 * cli/wrap.h - running text in lines on a terminal, where a Han character is
 * two cells.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

/*
 * Appends s, whose first line begins at cell `indent`, where the others begin
 * too.  A line is at most `width` cells; it is broken beside Han characters
 * and at blanks, but not before a mark that ends something.  A longer word is
 * cut.
 */
void nb_wrap(GString *out, struct nb_str s, unsigned indent, unsigned width);
