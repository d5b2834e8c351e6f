/*
 * output/docx/package.h - the zip archive that a document is (ISO/IEC
 * 29500-2).  package.c alone knows libarchive.
 */
#pragma once

#include "base/base.h"

#include <glib.h>

/* A part; type is NULL where its suffix tells it. */
struct nb_ooxml_part {
	const char *name, *type;
	GString *bytes;
};

/* The names and types are of the caller, the bytes are not. */
struct nb_ooxml_package {
	GArray *part; /* of struct nb_ooxml_part */
};

struct nb_ooxml_package nb_ooxml_package_new(void);

/* Takes the bytes over. */
void nb_ooxml_package_add(struct nb_ooxml_package *p, const char *name,
    const char *type, GString *bytes);

/*
 * Appends the archive: [Content_Types].xml, then the parts in their order; the
 * same bytes for the same parts.  NB_FAILED when the library says so.  The
 * package is then done with.
 */
NB_MUST_USE enum nb_status
nb_ooxml_package_finish(struct nb_ooxml_package *p, GString *out);
