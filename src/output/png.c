/*
 * One page -> PNG, black on white paper.
 */
#include "output/draw.h"

#include "output/draw_cairo.h"
#include "output/surface.h"

enum { DPI = 150 };

static int
pixels(nb_len x)
{
	return (int)(nb_len_pt(x) * DPI / 72 + 0.5);
}

enum nb_status
nb_draw_png(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	const struct nb_page *p = &pages->page[page];
	struct nb_subsets *s;
	cairo_surface_t *image;
	cairo_t *cr;
	cairo_status_t status;

	if (nb_subsets_new(p, 1, NB_SUBSET_DRAW, d, &s) != NB_OK)
		return NB_FAILED;
	image = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, pixels(p->w), pixels(p->h));
	cr = cairo_create(image);
	cairo_scale(cr, DPI / 72.0, DPI / 72.0);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	nb_draw_page(cr, p, s);
	nb_subsets_free(s);
	cairo_surface_flush(image);
	status =
	    cairo_surface_write_to_png_stream(image, nb_surface_append, out);
	return nb_surface_finish(image, cr, status, d);
}
