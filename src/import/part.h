/*
 * import/part.h - the part of the program that knows old documents, with
 * libxml2, libarchive and OpenCC.  Only for this folder.
 */
#pragma once

#include "import/import.h"
#include "part/part.h"

struct nb_import_part {
	struct nb_part part;
	enum nb_status (*run)(struct nb_arena *a, struct nb_str name,
	    struct nb_str bytes, const struct nb_import_options *o,
	    struct nb_diags *d, struct nb_imported *ret,
	    GString *out); /* nb_import */
};

extern NB_PART_ENTRY const struct nb_import_part nb_import_part;
