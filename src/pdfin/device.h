/*
 * pdfin/device.h - what MuPDF draws, caught before it is ink.  Only for this
 * folder.
 */
#pragma once

#include "pdfin/pdfin.h"

#include <glib.h>
#include <mupdf/fitz.h>

/* What one page, and the fonts of all pages, are gathered in. */
struct nb_pdf_catch {
	GArray *glyph;   /* of struct nb_pdf_char */
	GArray *rule;    /* of struct nb_pdf_rule */
	GPtrArray *font; /* char *, as the file names them */
	float picture;   /* area of the largest picture [pt^2] */
};

/* The catch outlives the device. */
fz_device *nb_pdf_device_new(fz_context *ctx, struct nb_pdf_catch *to);
