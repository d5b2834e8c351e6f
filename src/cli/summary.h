/*
 * cli/summary.h - many documents on one screen: a row each, worst first.
 */
#pragma once

#include "cli/load.h"

#include <glib.h>

struct nb_outline;
struct nb_summary;

struct nb_summary *nb_summary_new(const struct nb_outline *outline);
void nb_summary_free(struct nb_summary *s);

/* Takes what it needs of a document, which may then be cleared. */
void nb_summary_add(struct nb_summary *s, const struct nb_document *doc);

/* A file that is no report. */
void nb_summary_skip(struct nb_summary *s, const char *path);

/* For people; with the shared passages when notes are asked for. */
void
nb_summary_full(GString *out, struct nb_summary *s, bool notes, bool colour);

/*
 * For machines: an object for each document, then for each file skipped; its
 * counts are those of nb_render_json_counts.
 */
void nb_summary_json(GString *out, struct nb_summary *s, bool notes);
