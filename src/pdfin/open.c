/*
 * What the program needs of PDF files before MuPDF is loaded.
 */
#include "pdfin/pdfin.h"

#include "pdfin/part.h"

#include <glib.h>

bool
nb_pdf_is(struct nb_str bytes)
{
	size_t at = 0;

	nb_str_skip(bytes, &at, NB_S("\xEF\xBB\xBF"));
	while (at < bytes.n && g_ascii_isspace(bytes.p[at]))
		at++;
	return nb_str_starts(nb_str_from(bytes, at), NB_S("%PDF-"));
}

enum nb_status
nb_pdf_read(struct nb_arena *a, const struct nb_text *file, struct nb_str bytes,
    struct nb_diags *d, struct nb_pdf *ret)
{
	const struct nb_pdf_part *part = &nb_pdf_part;

	if (part == NULL)
		part = nb_part_load("nianbao-pdf.so", "nb_pdf_part", d);
	return part != NULL ? part->read(a, file, bytes, d, ret) : NB_FAILED;
}
