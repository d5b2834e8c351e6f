/*
 * Word documents as a part of their own.
 */
#include "output/docx/part.h"

NB_PART_ENTRY const struct nb_office_part nb_office_part = {
	.part = { NB_VERSION },
	.docx = nb_office_docx,
};
