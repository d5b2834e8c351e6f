/*
 * cli/fonts_used.h - the faces that a document's pages are set in.
 */
#pragma once

#include "layout/frame.h"
#include "model/report.h"

#include <glib.h>

struct nb_fonts;

/*
 * Appends how many characters each face sets, and every character that its
 * role's first face lacks, with the place where it first stands.
 */
void nb_fonts_used_write(GString *out, const struct nb_pages *pages,
    const struct nb_fonts *fonts, enum nb_script script);
