/*
 * cli/batch/open.h - a document of a run is read; an old one becomes YAML
 * first.
 */
#pragma once

#include "cli/batch/input.h"
#include "cli/load.h"

struct nb_args;
struct nb_data;
struct nb_vocabulary;

/* Lives in the arena of the document. */
struct nb_opened {
	struct nb_str bytes; /* of the file */
	struct nb_str yaml;  /* of an old document, else empty */
	unsigned doubts;     /* of importing */
};

/*
 * The bytes, into a document that is new; NB_FAILED with a finding.  What is
 * old is refused without --import.
 */
NB_MUST_USE enum nb_status
nb_open_bytes(struct nb_opened *ret, struct nb_document *doc,
    const struct nb_input *in, const struct nb_args *args);

/*
 * Only what it says, unheard what is wrong; NULL when it cannot be read.  words
 * are for old documents.
 */
const struct nb_report *
nb_open_report(struct nb_document *doc, const struct nb_input *in,
    const struct nb_args *args, const struct nb_vocabulary *words);

/*
 * Reads and checks them.  Findings in the YAML of an old document speak of
 * yaml_path.
 */
NB_MUST_USE enum nb_status nb_open_document(struct nb_opened *o,
    struct nb_document *doc, const struct nb_input *in, const char *yaml_path,
    const struct nb_args *args, const struct nb_data *data);

/*
 * The key (key.h) of outputs at stem, before the document is read (doc->root
 * is NULL) or afterwards; run is the run's.
 */
char *nb_open_key(const struct nb_opened *o, const struct nb_document *doc,
    const struct nb_input *in, const char *run, const char *stem);
