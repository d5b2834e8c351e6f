/*
 * output/draw.h - the part of the program that knows cairo.  Only for this
 * folder.
 */
#pragma once

#include "output/output.h"
#include "output/pdf/program.h"
#include "part/part.h"

/* Each has the shape of nb_output.write, but the program: nb_program_make. */
struct nb_draw_part {
	struct nb_part part;
	enum nb_status (*pdf)(const struct nb_pages *pages, uint32_t page,
	    GString *out, struct nb_diags *d);
	enum nb_status (*program)(const struct nb_face *face, int line,
	    const uint32_t *gid, uint32_t n, struct nb_diags *d,
	    struct nb_program *ret);
	enum nb_status (*png)(const struct nb_pages *pages, uint32_t page,
	    GString *out, struct nb_diags *d);
	enum nb_status (*picture)(
	    const struct nb_page *page, GString *out, struct nb_diags *d);
	enum nb_status (*svg)(const struct nb_pages *pages, uint32_t page,
	    GString *out, struct nb_diags *d);
};

extern NB_PART_ENTRY const struct nb_draw_part nb_draw_part;

/* The part; NULL with a finding when it is not there. */
const struct nb_draw_part *nb_draw_load(struct nb_diags *d);

/* Its functions, each in a file of its own. */
enum nb_status
nb_draw_program(const struct nb_face *face, int line, const uint32_t *gid,
    uint32_t n, struct nb_diags *d, struct nb_program *ret);
enum nb_status nb_draw_pdf(const struct nb_pages *pages, uint32_t page,
    GString *out, struct nb_diags *d);
enum nb_status nb_draw_png(const struct nb_pages *pages, uint32_t page,
    GString *out, struct nb_diags *d);
/* A page no larger than a picture, as PNG to be printed. */
enum nb_status
nb_draw_picture(const struct nb_page *page, GString *out, struct nb_diags *d);
enum nb_status nb_draw_svg(const struct nb_pages *pages, uint32_t page,
    GString *out, struct nb_diags *d);
