/*
 * pdfin/session.h - a PDF open in MuPDF.  Only within the part.
 */
#pragma once

#include "base/str.h"

#include <glib.h>
#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

struct nb_pdf_session {
	fz_context *ctx;
	fz_stream *stream;
	pdf_document *doc; /* NULL: it cannot be read at all */
	bool locked;
};

/* Opens bytes, which must outlive it.  Close it in any case. */
void nb_pdf_session_open(struct nb_pdf_session *s, struct nb_str bytes);
void nb_pdf_session_close(struct nb_pdf_session *s);

/*
 * What the stream of an object means, into `to`; false when it is damaged or
 * longer than `most`, and `to` has what could be read.
 */
NB_MUST_USE bool nb_pdf_session_unpack(
    struct nb_pdf_session *s, int num, GByteArray *to, size_t most);
