/*
 * pdfin/carried.h - the files that a PDF carries along for the whole document
 * (/AF of the catalog), and where two PDFs differ.
 */
#pragma once

#include "pdfin/pdfin.h"

enum {
	NB_PDF_FILES_MAX = 1000,
	NB_PDF_FILE_MAX = 16 * 1024 * 1024, /* [byte] */
	NB_PDF_DIFFERENCES_MAX = 100,
};

struct nb_pdf_file {
	struct nb_str name;
	struct nb_str bytes;
	bool sound; /* all of it is there, and has the sum that is said */
};

struct nb_pdf_files {
	const struct nb_pdf_file *file;
	uint32_t n;
	struct nb_str producer; /* as the PDF names it, or empty */
	bool mended;            /* the PDF is not whole */
};

/* NB_FAILED with a finding (A30, A31) when nothing can be read. */
NB_MUST_USE enum nb_status
nb_pdf_carried(struct nb_arena *a, const struct nb_text *file,
    struct nb_str bytes, struct nb_diags *d, struct nb_pdf_files *ret);

/* What an object of a PDF is for. */
enum nb_pdf_thing {
	NB_PDF_OTHER,
	NB_PDF_CATALOG,
	NB_PDF_INFO,
	NB_PDF_METADATA,
	NB_PDF_PAGE,
	NB_PDF_CONTENT, /* what a page shows */
	NB_PDF_FONT,
	NB_PDF_FILE,
	NB_PDF_STRUCTURE,
	NB_PDF_OUTLINE,
	NB_PDF_THINGS,
};

struct nb_pdf_difference {
	uint32_t object;
	enum nb_pdf_thing thing;
	uint32_t page; /* from 1, of PAGE and CONTENT */
};

struct nb_pdf_differences {
	const struct nb_pdf_difference *at;
	uint32_t n;     /* of these */
	uint32_t total; /* objects that differ, with those beyond the most */
	uint32_t objects, other_objects; /* that each file has */
};

/*
 * The objects of a PDF that are not those of another under the same numbers.
 * How a stream is packed does not count.  NB_FAILED with a finding when one of
 * them cannot be read.
 */
NB_MUST_USE enum nb_status nb_pdf_differ(struct nb_arena *a,
    const struct nb_text *file, struct nb_str bytes, struct nb_str other,
    struct nb_diags *d, struct nb_pdf_differences *ret);
