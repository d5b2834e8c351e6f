/*
 * cli/batch/index.h - what is in a folder of outputs, for people and for
 * spreadsheets: a row for each document.
 *
 * Made of records alone, so the same records give the same bytes; times are
 * not shown.
 */
#pragma once

#include "cli/batch/record.h"
#include "cli/cli.h"

#define NB_INDEX_HTML "index.html"
#define NB_INDEX_CSV "index.csv"

/* record is an array of const struct nb_record *. */
void nb_index_html(GString *out, const GPtrArray *record);
void nb_index_csv(GString *out, const GPtrArray *record);

/* Both files; false, and the user has been told, when they are not written. */
NB_MUST_USE bool
nb_index_write(struct nb_cli *cli, const char *folder, const GPtrArray *record);

/* Writes a file of the program's own; false: the user has been told. */
NB_MUST_USE bool
nb_index_file(struct nb_cli *cli, const char *path, const GString *bytes);
