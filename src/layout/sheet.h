/*
 * layout/sheet.h - a table on pages of its own, with its title above: what
 * is put behind a report and is none of it.
 */
#pragma once

#include "font/font.h"
#include "layout/frame.h"
#include "model/section.h"
#include "style/template.h"

struct nb_arena;
struct nb_diags;

/* No page has a folio: 7.5 numbers the report's. */
struct nb_pages *nb_layout_sheet(struct nb_arena *a, enum nb_script script,
    const struct nb_prose *title, const struct nb_table *table,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d);

/* Takes the folios off pages that nb_flow made: they are no report's. */
void nb_sheet_drop_folios(struct nb_pages *pages);
