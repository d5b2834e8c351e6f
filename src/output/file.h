/*
 * output/file.h - a file appears on disk whole or not at all.
 */
#pragma once

#include "base/base.h"

struct nb_diags;

/* All of the bytes; 0 or an errno. */
int nb_file_write_all(int fd, const char *bytes, size_t n);

/*
 * Puts n bytes at path ("-" is standard output), replacing what is there.
 *
 * The bytes go into a file without a name that takes the place of path when
 * it is complete, so that nobody ever sees half of it, even if the program is
 * killed; nothing is left behind when it fails.  Where the file system has no
 * nameless files it is one beside path.  A file that was there keeps its
 * mode, a new one obeys the umask; a symbolic link stays and what it points to
 * is replaced; a device or pipe is written to.
 *
 * NB_FAILED with a finding of group A1 that says why.
 */
NB_MUST_USE enum nb_status nb_file_write(
    const char *path, const void *bytes, size_t n, struct nb_diags *d);
