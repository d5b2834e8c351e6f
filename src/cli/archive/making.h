/*
 * cli/archive/making.h - how a PDF was made: program, templates, fonts, options
 * and the files it was made of.  A PDF/A-3 carries it as a file of YAML, so
 * that verify can make the same again.
 */
#pragma once

#include "diag/diag.h"

#include <glib.h>

#define NB_MAKING_FILE "nianbao-record.yaml"

enum { NB_MAKING_VERSION = 1 };

/* A file that was used; the sum is its SHA-256. */
struct nb_making_file {
	struct nb_str name, sum;
};

struct nb_making {
	struct nb_str program; /* “nianbao 1.0” */
	bool conform;          /* with the sheet */

	/* Names that were said, as nb_data_is_file tells them apart; of a
	   user's file without its folder.  words: empty when there are none. */
	struct nb_making_file template, outline, words;

	struct nb_making_file roles; /* the table of fonts */
	const struct nb_making_file *font;
	uint32_t n_fonts;
	const struct nb_making_file *source; /* the report, then others */
	uint32_t n_sources;
	const uint32_t *read; /* which others, in the order of nb_past_each;
				 from 1, 0: it could not be read */
	uint32_t n_reads;
};

void nb_making_write(GString *out, const struct nb_making *m);

/*
 * False with a finding (A34) when it is no such record, or one of a later
 * program.  Lives in a.
 */
NB_MUST_USE bool nb_making_read(struct nb_arena *a, const struct nb_text *pdf,
    struct nb_str bytes, struct nb_diags *d, struct nb_making *ret);
