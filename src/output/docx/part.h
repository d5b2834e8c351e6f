/*
 * output/docx/part.h - the part of the program that writes Word documents,
 * with libxml2 and libarchive.
 */
#pragma once

#include "output/output.h"
#include "part/part.h"

struct nb_office_part {
	struct nb_part part;
	/* Has the shape of nb_output.write_words. */
	enum nb_status (*docx)(
	    const struct nb_manuscript *m, GString *out, struct nb_diags *d);
};

extern NB_PART_ENTRY const struct nb_office_part nb_office_part;

enum nb_status
nb_office_docx(const struct nb_manuscript *m, GString *out, struct nb_diags *d);
