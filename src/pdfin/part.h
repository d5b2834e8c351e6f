/*
 * pdfin/part.h - the part of the program that knows MuPDF.  Only for this
 * folder.
 */
#pragma once

#include "part/part.h"
#include "pdfin/pdfin.h"

struct nb_pdf_part {
	struct nb_part part;
	enum nb_status (*read)(struct nb_arena *a, const struct nb_text *file,
	    struct nb_str bytes, struct nb_diags *d,
	    struct nb_pdf *ret); /* nb_pdf_read */
};

extern NB_PART_ENTRY const struct nb_pdf_part nb_pdf_part;
