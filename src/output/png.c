/*
 * One page -> PNG, black on white paper.
 */
#include "output/draw.h"

#include "output/draw_cairo.h"
#include "output/surface.h"

/* Of a page on a screen; of a picture in a document that is printed. */
enum { DPI = 150, PICTURE_DPI = 300 };

static int
pixels(nb_len x, int dpi)
{
	return (int)(nb_len_pt(x) * dpi / 72 + 0.5);
}

static enum nb_status
draw(const struct nb_page *p, int dpi, GString *out, struct nb_diags *d)
{
	struct nb_subsets *s;
	cairo_surface_t *image;
	cairo_t *cr;
	cairo_status_t status;

	if (nb_subsets_new(p, 1, NB_SUBSET_DRAW, d, &s) != NB_OK)
		return NB_FAILED;
	image = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, pixels(p->w, dpi), pixels(p->h, dpi));
	cr = cairo_create(image);
	cairo_scale(cr, dpi / 72.0, dpi / 72.0);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	nb_draw_page(cr, p, s);
	nb_subsets_free(s);
	cairo_surface_flush(image);
	status =
	    cairo_surface_write_to_png_stream(image, nb_surface_append, out);
	return nb_surface_finish(image, cr, status, d);
}

enum nb_status
nb_draw_png(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	return draw(&pages->page[page], DPI, out, d);
}

enum nb_status
nb_draw_picture(const struct nb_page *page, GString *out, struct nb_diags *d)
{
	return draw(page, PICTURE_DPI, out, d);
}
