/*
 * pdfin/pdfin.h - a finished PDF, whoever made it, as plain data: which
 * character of which face stands where, and the straight lines.
 *
 * Nothing is judged here: what a line of text is to a reader is found in
 * conform/.  MuPDF is known in this folder only.  Places are those of the
 * page as it is shown, from its top left; what nobody can see is left out.
 */
#pragma once

#include "base/len.h"
#include "base/text.h"

struct nb_arena;
struct nb_diags;

enum {
	NB_PDF_MAX = 256 * 1024 * 1024, /* [byte] */
	NB_PDF_CHARS_MAX = 4 * 1000 * 1000,
	NB_PDF_RULES_MAX = 20 * 1000, /* of a page: more is a drawing */
};

struct nb_pdf_char {
	uint32_t c;    /* U+FFFD: the file does not say */
	uint32_t font; /* of nb_pdf.font */
	uint32_t rgb;
	nb_len x, y; /* its origin, on the baseline */
	nb_len width, size;
	bool turned; /* does not run from left to right */
};

/* A straight line, upright or level, as the rectangle that is black. */
struct nb_pdf_rule {
	nb_len x, y, w, h;
	uint32_t rgb;
};

struct nb_pdf_page {
	nb_len w, h;
	const struct nb_pdf_char *glyph;
	uint32_t n_glyphs;
	const struct nb_pdf_rule *rule;
	uint32_t n_rules;
	bool is_picture; /* no text, and a picture over much of it */
};

struct nb_pdf {
	const struct nb_str *font; /* names, without the mark of a subset */
	uint32_t n_fonts;
	const struct nb_pdf_page *page;
	uint32_t n_pages;
	uint32_t n_glyphs; /* of all pages */
};

/* Whether these bytes are meant to be a PDF, by how they begin. */
bool nb_pdf_is(struct nb_str bytes);

/*
 * NB_FAILED with a finding (A30-A32) when it cannot be read to its end, is
 * locked, or has no text, or when the part of the program for it cannot be
 * loaded (A40).  A file that had to be mended, and pages that are pictures,
 * have a warning.
 */
NB_MUST_USE enum nb_status
nb_pdf_read(struct nb_arena *a, const struct nb_text *file, struct nb_str bytes,
    struct nb_diags *d, struct nb_pdf *ret);
