/*
 * import/zip.h - one file out of a zip archive in memory.  zip.c alone knows
 * libarchive.
 */
#pragma once

#include "base/str.h"

struct nb_arena;

enum nb_zip_fault {
	NB_ZIP_FINE,
	NB_ZIP_ABSENT,  /* there is no such file */
	NB_ZIP_BROKEN,  /* no zip, cut short, a wrong checksum */
	NB_ZIP_BLOATED, /* more files or bytes than a document has */
	NB_ZIP_LOCKED,  /* has a password */
};

/*
 * name: with its folders, no slash in front; letters of either case.  *left is
 * what may still be read of the archive in all its parts [byte]; it becomes
 * less by every call.
 */
enum nb_zip_fault nb_zip_read(struct nb_arena *a, struct nb_str archive,
    const char *name, size_t *left, struct nb_str *ret);

/* The same without reading it: NB_ZIP_FINE when it is there. */
enum nb_zip_fault nb_zip_find(struct nb_str archive, const char *name);
