/*
 * cli/sums.h - the SHA-256 of files, each read once in a run: fonts are long.
 * Any thread may ask.
 */
#pragma once

#include "base/base.h"

struct nb_sums;

struct nb_sums *nb_sums_new(void);
void nb_sums_free(struct nb_sums *s);

/* Hexadecimal, kept until nb_sums_free; "" of a file that cannot be read. */
const char *nb_sums_file(struct nb_sums *s, const char *path);
