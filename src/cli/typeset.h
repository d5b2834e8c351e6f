/*
 * cli/typeset.h - a document that has been read becomes pages, and it is
 * judged whether they may be written.
 */
#pragma once

#include "cli/cli.h"

struct nb_args;
struct nb_data;
struct nb_document;
struct nb_pages;
struct nb_show;

/*
 * Loads the outline, words, page style and fonts that the user asks for. False:
 * the user has been told.
 */
NB_MUST_USE bool nb_typeset_open(
    struct nb_data *data, struct nb_cli *cli, const struct nb_args *args);

/* What is the same for every document of a run; all of it is only read. */
struct nb_typesetting {
	const struct nb_data *data; /* with template and fonts */
	const struct nb_show *show;
	bool conform; /* the sheet goes behind the report */
};

struct nb_typeset {
	const struct nb_pages *pages;
	const char *refusal; /* why they are not written, or NULL: write them */
	enum nb_exit found;  /* by the findings */
};

/* The findings of doc are then what the user wants to hear of. */
struct nb_typeset
nb_typeset(struct nb_document *doc, const struct nb_typesetting *how);
