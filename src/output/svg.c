/*
 * One page -> SVG; letters are outlines.
 */
#include "output/draw.h"

#include "output/draw_cairo.h"
#include "output/surface.h"

#include <cairo-svg.h>
#include <string.h>

/* cairo numbers the page after all surfaces the process has ever had. */
static void
drop_page_id(GString *out)
{
	static const char id[] = " id=\"surface";
	const char *at = strstr(out->str, id);
	const char *end = at == NULL ? NULL : strchr(at + strlen(id), '"');

	if (end != NULL)
		g_string_erase(out, at - out->str, end + 1 - at);
}

enum nb_status
nb_draw_svg(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	const struct nb_page *p = &pages->page[page];
	struct nb_subsets *s;
	cairo_surface_t *svg;
	cairo_t *cr;
	enum nb_status status;

	if (nb_subsets_new(p, 1, NB_SUBSET_DRAW, d, &s) != NB_OK)
		return NB_FAILED;
	svg = cairo_svg_surface_create_for_stream(
	    nb_surface_append, out, nb_len_pt(p->w), nb_len_pt(p->h));
	cr = cairo_create(svg);
	nb_draw_page(cr, p, s);
	nb_subsets_free(s);
	status = nb_surface_finish(svg, cr, CAIRO_STATUS_SUCCESS, d);
	drop_page_id(out);
	return status;
}
