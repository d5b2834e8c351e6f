/*
 * part/part.h - parts of the program that stand in files of their own, since
 * few runs need them and what they are linked with takes long to load.
 *
 * A part is a shared object that is loaded when it is first asked for, and
 * kept to the end.  It calls the functions of the program, so there is one of
 * everything, but both must be of one version.  It gives one thing back: its
 * entry, a const struct of functions that begins with a struct nb_part.  A
 * layer declares the entry weak: programs that link the part, as the tests
 * do, have it at once, and need no file.
 */
#pragma once

#include "base/base.h"

struct nb_diags;

struct nb_part {
	const char *version; /* NB_VERSION */
};

/* Begins the declaration of an entry, and its definition. */
#define NB_PART_ENTRY __attribute__((weak, visibility("default")))

/*
 * The entry of that name in file, which stands beside the program or where it
 * is installed.  NULL with a finding (A40) when it is missing, cannot be
 * loaded, or is of another version; d may be NULL: nothing is said.
 */
const void *
nb_part_load(const char *file, const char *entry, struct nb_diags *d);

/* The folder that the program is in; NULL when the system does not say. */
char *nb_part_program_folder(void);
