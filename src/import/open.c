/*
 * Old documents before their part is loaded.
 */
#include "import/part.h"

enum nb_status
nb_import(struct nb_arena *a, struct nb_str name, struct nb_str bytes,
    const struct nb_import_options *o, struct nb_diags *d,
    struct nb_imported *ret, GString *out)
{
	const struct nb_import_part *part = &nb_import_part;

	nb_log_init(&ret->log, a);
	if (part == NULL)
		part = nb_part_load("nianbao-import.so", "nb_import_part", d);
	return part != NULL ? part->run(a, name, bytes, o, d, ret, out)
			    : NB_FAILED;
}
