/*
 * output/surface.h - what the outputs that cairo makes have in common.
 */
#pragma once

#include "base/base.h"

#include <cairo.h>
#include <glib.h>

struct nb_diags;

/* A cairo_write_func_t; closure is a GString. */
cairo_status_t
nb_surface_append(void *closure, const unsigned char *bytes, unsigned n);

/*
 * Finishes and frees both; NB_FAILED with a finding if anything went wrong
 * there, or had before (status).
 */
NB_MUST_USE enum nb_status nb_surface_finish(cairo_surface_t *surface,
    cairo_t *cr, cairo_status_t status, struct nb_diags *d);
