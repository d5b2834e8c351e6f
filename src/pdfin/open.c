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

static const struct nb_pdf_part *
load(struct nb_diags *d)
{
	const struct nb_pdf_part *part = &nb_pdf_part;

	return part != NULL ? part
			    : nb_part_load("nianbao-pdf.so", "nb_pdf_part", d);
}

enum nb_status
nb_pdf_read(struct nb_arena *a, const struct nb_text *file, struct nb_str bytes,
    struct nb_diags *d, struct nb_pdf *ret)
{
	const struct nb_pdf_part *part = load(d);

	return part != NULL ? part->read(a, file, bytes, d, ret) : NB_FAILED;
}

enum nb_status
nb_pdf_carried(struct nb_arena *a, const struct nb_text *file,
    struct nb_str bytes, struct nb_diags *d, struct nb_pdf_files *ret)
{
	const struct nb_pdf_part *part = load(d);

	return part != NULL ? part->carried(a, file, bytes, d, ret) : NB_FAILED;
}

enum nb_status
nb_pdf_differ(struct nb_arena *a, const struct nb_text *file,
    struct nb_str bytes, struct nb_str other, struct nb_diags *d,
    struct nb_pdf_differences *ret)
{
	const struct nb_pdf_part *part = load(d);

	return part != NULL ? part->differ(a, file, bytes, other, d, ret)
			    : NB_FAILED;
}
