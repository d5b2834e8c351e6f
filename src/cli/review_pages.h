/*
 * cli/review_pages.h - 审核意见表: the opinions of a report on paper.
 */
#pragma once

#include "diag/diag.h"

#include <glib.h>

struct nb_data;
struct nb_document;
struct nb_opinions;
struct nb_output;
struct nb_pages;

/* Of the document's pages; the opinions have met its findings. */
NB_MUST_USE enum nb_status nb_review_sheet_pages(GString *out,
    struct nb_document *doc, const struct nb_pages *pages,
    const struct nb_opinions *o, const struct nb_data *data,
    const struct nb_output *output, struct nb_diags *d);
