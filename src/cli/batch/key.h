/*
 * cli/batch/key.h - what an output follows from, as one hash.
 *
 * Equal keys make equal outputs and findings, so what has been done under a
 * key need not be done again.
 */
#pragma once

#include "base/str.h"

struct nb_arena;
struct nb_args;
struct nb_data;
struct nb_node;

/*
 * Of all that is the same for a run: the program, the options that change a
 * result, templates, outlines, word lists, fonts (fully loaded in data).  Of
 * a font its size and its beginning, which has a checksum of every table.
 */
char *nb_key_run(const struct nb_data *data, const struct nb_args *args);

/* Of one document: the run's, its name, its bytes. */
char *nb_key_document(const char *run, const char *name, struct nb_str bytes);

/*
 * The same with its 审核意见 and the files that it names (上年, 方案), read
 * from its tree; path is the document's.
 */
char *nb_key_with_past(const char *key, struct nb_arena *a, const char *path,
    const struct nb_node *root);
