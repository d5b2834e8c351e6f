/*
 * cli/explain_outline.h - check --explain-outline: what each heading was taken
 * for, and by which word.
 */
#pragma once

#include "check/headings.h"
#include "diag/render.h"

/* For people a table; for machines an object a line. */
void nb_explain_outline(
    GString *out, enum nb_format format, const struct nb_headings *hs);
