/*
 * conform/appendix.h - the sheet as pages behind the report it speaks of.
 */
#pragma once

#include "conform/conform.h"

struct nb_diags;

/*
 * The report's pages and behind them the sheet's, with a bookmark.  The
 * sheet's have no folio, and nb_recognise_pdf leaves them out.  What a face
 * lacks is a finding at span.
 */
const struct nb_pages *
nb_conform_append(struct nb_arena *a, const struct nb_pages *pages,
    const struct nb_conform *sheet, const struct nb_template *t,
    struct nb_fonts *fonts, struct nb_span span, struct nb_diags *d);
