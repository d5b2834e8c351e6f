#include "output/surface.h"

#include "diag/diag.h"
#include "output/codes.h"

cairo_status_t
nb_surface_append(void *closure, const unsigned char *bytes, unsigned n)
{
	g_string_append_len(closure, (const char *)bytes, (gssize)n);
	return CAIRO_STATUS_SUCCESS;
}

/* Errors of cairo stay where they happened, so they are asked for once. */
enum nb_status
nb_surface_finish(cairo_surface_t *surface, cairo_t *cr, cairo_status_t status,
    struct nb_diags *d)
{
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		return NB_OK;
	nb_diag_add(d, &nb_code_A21, (struct nb_span){ 0 },
	    "画不成，绘图库报告“%s”", cairo_status_to_string(status));
	return NB_FAILED;
}
