/*
 * cli/load.h - the first phases for one file: source, model, check.
 */
#pragma once

#include "check/check.h"
#include "diag/diag.h"

struct nb_data;
struct nb_node;
struct nb_past_shelf;

/* A file, read and checked.  Everything in it lives in its arena. */
struct nb_document {
	struct nb_arena *arena;
	struct nb_diags diags;
	struct nb_past_shelf *shelf; /* of the files it names, or NULL: they
					are on the disk */
	struct nb_str bytes;         /* as they were before they were text */
	const struct nb_text *text;
	const struct nb_node *root;
	const struct nb_report *report;
	struct nb_coverage coverage;
};

/* Nothing read yet. */
void nb_document_init(struct nb_document *doc);

/*
 * data has its outline and template; with fonts the glyphs are checked too.
 * NB_FAILED when the file cannot be read: diags says why, report is NULL. Clear
 * the document in any case.
 */
NB_MUST_USE enum nb_status nb_document_load(
    struct nb_document *doc, const char *path, const struct nb_data *data);

/* The same for bytes that have been read, with a document that is new. */
NB_MUST_USE enum nb_status nb_document_use(struct nb_document *doc,
    const char *path, struct nb_str bytes, const struct nb_data *data);

/* The same for bytes in memory, with every finding listed. */
void nb_document_read(struct nb_document *doc, struct nb_str name,
    struct nb_str bytes, const struct nb_data *data);

void nb_document_clear(struct nb_document *doc);

/* Findings about what a file says and could not be understood. */
unsigned nb_document_lost(const struct nb_diags *d);
