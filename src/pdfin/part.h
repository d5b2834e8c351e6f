/*
 * pdfin/part.h - the part of the program that knows MuPDF.  Only for this
 * folder.
 */
#pragma once

#include "part/part.h"
#include "pdfin/carried.h"

struct nb_pdf_part {
	struct nb_part part;
	enum nb_status (*read)(struct nb_arena *a, const struct nb_text *file,
	    struct nb_str bytes, struct nb_diags *d,
	    struct nb_pdf *ret); /* nb_pdf_read */
	enum nb_status (*carried)(struct nb_arena *a,
	    const struct nb_text *file, struct nb_str bytes, struct nb_diags *d,
	    struct nb_pdf_files *ret); /* nb_pdf_carried */
	enum nb_status (*differ)(struct nb_arena *a, const struct nb_text *file,
	    struct nb_str bytes, struct nb_str other, struct nb_diags *d,
	    struct nb_pdf_differences *ret); /* nb_pdf_differ */
};

/* Its functions that are not in the file of its entry. */
enum nb_status
nb_pdf_carried_read(struct nb_arena *a, const struct nb_text *file,
    struct nb_str bytes, struct nb_diags *d, struct nb_pdf_files *ret);
enum nb_status nb_pdf_differ_read(struct nb_arena *a,
    const struct nb_text *file, struct nb_str bytes, struct nb_str other,
    struct nb_diags *d, struct nb_pdf_differences *ret);

extern NB_PART_ENTRY const struct nb_pdf_part nb_pdf_part;
