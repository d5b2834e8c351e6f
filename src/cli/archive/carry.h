/*
 * cli/archive/carry.h - what a PDF/A-3 carries along: the report as it was
 * written, the files it draws on, its 指标, and how it was made; so that it can
 * be made again of itself alone.
 */
#pragma once

#include "base/base.h"

struct nb_args;
struct nb_cli;
struct nb_data;
struct nb_document;
struct nb_making;
struct nb_output;
struct nb_pages;

/*
 * Whether --pdfa asks for it.  False, and the user has been told, when it says
 * something else, or the output is no PDF.
 */
NB_MUST_USE bool nb_carry_asked(struct nb_cli *cli, const struct nb_args *args,
    const struct nb_output *output, bool *ret);

/*
 * The pages with the files; all in the arena of doc.  as: NULL, or how they
 * were made before: the names of template, outline and words are those.
 */
const struct nb_pages *
nb_carry(const struct nb_document *doc, const struct nb_data *data,
    bool conform, const struct nb_making *as, const struct nb_pages *pages);
