/*
 * cli/sheet.h - the file of 审核意见 beside a report, 年报.审核.yaml of
 * 年报.yaml, and what it makes of the report's findings.
 */
#pragma once

#include "cli/show.h"

struct nb_args;
struct nb_document;
struct nb_opinions;
struct nb_outline;

#define NB_SHEET_SUFFIX ".审核.yaml"

/* Its path by that of the report, or as the user said; the caller frees. */
char *nb_sheet_path(const char *report, const char *said);

/* Whether --sheet is said of one file; else the user has been told. */
NB_MUST_USE bool
nb_sheet_is_sound(struct nb_cli *cli, const struct nb_args *args);

/* NULL, with findings in d: it cannot be read. */
struct nb_opinions *
nb_sheet_read(struct nb_arena *a, const char *path, struct nb_diags *d);

/*
 * Findings of the document that were rejected go, with what else the sheet of
 * the report at path says, if there is one.  Before nb_show_filter.
 */
void nb_sheet_heed(const struct nb_show *show, const struct nb_outline *outline,
    const char *path, struct nb_document *doc);

/* Says how many are gone, where findings are for people. */
void nb_sheet_say(const struct nb_show *show, struct nb_sink *to,
    const struct nb_document *doc);
