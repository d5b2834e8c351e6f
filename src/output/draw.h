/*
 * output/draw.h - the part of the program that knows cairo.  Only for this
 * folder.
 */
#pragma once

#include "output/output.h"
#include "part/part.h"

/* Each has the shape of nb_output.write. */
struct nb_draw_part {
	struct nb_part part;
	enum nb_status (*pdf)(const struct nb_pages *pages, uint32_t page,
	    GString *out, struct nb_diags *d);
	enum nb_status (*png)(const struct nb_pages *pages, uint32_t page,
	    GString *out, struct nb_diags *d);
	enum nb_status (*svg)(const struct nb_pages *pages, uint32_t page,
	    GString *out, struct nb_diags *d);
};

extern NB_PART_ENTRY const struct nb_draw_part nb_draw_part;

/* Its functions, each in a file of its own. */
enum nb_status nb_draw_pdf(const struct nb_pages *pages, uint32_t page,
    GString *out, struct nb_diags *d);
enum nb_status nb_draw_png(const struct nb_pages *pages, uint32_t page,
    GString *out, struct nb_diags *d);
enum nb_status nb_draw_svg(const struct nb_pages *pages, uint32_t page,
    GString *out, struct nb_diags *d);
