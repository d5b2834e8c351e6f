/*
 * cli/udiff.h - two versions of a text as a unified diff.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

/* Appends nothing when they are the same.  Texts have LF line ends. */
void nb_udiff_write(GString *out, const char *name, struct nb_str old,
    struct nb_str now, bool colour);
