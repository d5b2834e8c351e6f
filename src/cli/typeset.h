/*
 * cli/typeset.h - a document that has been read becomes pages or a manuscript,
 * as the output wants, and it is judged whether it may be written.
 */
#pragma once

#include "cli/cli.h"

struct nb_args;
struct nb_data;
struct nb_diags;
struct nb_document;
struct nb_manuscript;
struct nb_output;
struct nb_making;
struct nb_pages;
struct nb_show;

/*
 * Loads the outline, words, page style and fonts that the user asks for, and
 * what the output needs.  False: the user has been told.
 */
NB_MUST_USE bool nb_typeset_open(struct nb_data *data, struct nb_cli *cli,
    const struct nb_args *args, const struct nb_output *output);

/* False, and the user has been told: the output cannot show what is asked. */
NB_MUST_USE bool nb_typeset_may(struct nb_cli *cli, const struct nb_args *args,
    const struct nb_output *output);

/* What is the same for every document of a run; all of it is only read. */
struct nb_typesetting {
	const struct nb_data *data; /* with template and fonts */
	const struct nb_show *show;
	bool conform; /* the sheet goes behind the report */
	bool review;  /* the findings go on the pages and behind them */
	bool words;   /* a manuscript is wanted, not pages */
	bool carry;   /* and the files it was made of (cli/archive/carry.h) */
	const struct nb_making *as; /* with carry: how it was made before */
};

struct nb_typeset {
	const struct nb_pages *pages; /* or NULL, and there is */
	const struct nb_manuscript *manuscript;
	const char *refusal; /* why they are not written, or NULL: write them */
	enum nb_exit found;  /* by the findings */
};

/* The findings of doc are then what the user wants to hear of. */
struct nb_typeset
nb_typeset(struct nb_document *doc, const struct nb_typesetting *how);

/*
 * Of a file so broken that only a title or a signature is left, nothing may
 * take the place of what was written from it before; nor is it measured.
 */
bool nb_typeset_has_text(const struct nb_pages *pages);

/* What is written, by the output it was set for; page: of a per_page output. */
NB_MUST_USE enum nb_status
nb_typeset_write(const struct nb_typeset *set, const struct nb_output *output,
    uint32_t page, GString *out, struct nb_diags *d);
