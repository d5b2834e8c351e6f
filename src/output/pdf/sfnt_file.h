/*
 * output/pdf/sfnt_file.h - the file around the tables of a TrueType font.
 */
#pragma once

#include "output/pdf/bytes.h"

#include <hb.h>

struct nb_sfnt_file {
	GByteArray *out;  /* borrowed; empty at first */
	unsigned n, size; /* tables begun; in all */
};

/* A file of `size` tables: header and directory. */
void nb_sfnt_file_begin(struct nb_sfnt_file *f, unsigned size);

/*
 * What is appended to f->out next is a table.  Tables come in the order of
 * their tags.
 */
void nb_sfnt_file_table(struct nb_sfnt_file *f, hb_tag_t tag);

/* After the last table: lengths and checksums. */
void nb_sfnt_file_end(struct nb_sfnt_file *f);
