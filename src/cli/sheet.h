/*
 * cli/sheet.h - the file of 审核意见 beside a report, 年报.审核.yaml of
 * 年报.yaml, and what it makes of the report's findings.
 */
#pragma once

#include "cli/show.h"
#include "review/opinion.h"

struct nb_args;
struct nb_document;
struct nb_outline;

#define NB_SHEET_SUFFIX ".审核.yaml"

/* Its path by that of the report, or as the user said; the caller frees. */
char *nb_sheet_path(const char *report, const char *said);

/* Whether --sheet is said of one file; else the user has been told. */
NB_MUST_USE bool
nb_sheet_is_sound(struct nb_cli *cli, const struct nb_args *args);

/* Those that an opinion can be of. */
struct nb_opinion_codes nb_sheet_codes(const struct nb_show *show);

/*
 * What the sheet of the report at path says of the document's findings, if
 * there is one.  Before nb_show_filter, which takes out what was rejected.
 */
void nb_sheet_heed(const struct nb_show *show, const struct nb_outline *outline,
    const char *path, struct nb_document *doc);

/*
 * Says how many findings are not shown, and of which sheet: with the findings
 * where these are for people, else on standard error.  JSON has its own words.
 */
void nb_sheet_say(const struct nb_show *show, struct nb_cli *cli,
    struct nb_sink *to, const struct nb_document *doc);
