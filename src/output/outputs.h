/*
 * output/outputs.h - the functions behind the rows of outputs.c; the shapes are
 * those of nb_output.
 */
#pragma once

#include "output/output.h"

enum nb_status nb_output_dump(const struct nb_pages *pages, uint32_t page,
    GString *out, struct nb_diags *d);
enum nb_status
nb_output_html(const struct nb_manuscript *m, GString *out, struct nb_diags *d);
enum nb_status nb_output_pdf(const struct nb_pages *pages, uint32_t page,
    GString *out, struct nb_diags *d);
enum nb_status nb_output_txt(const struct nb_pages *pages, uint32_t page,
    GString *out, struct nb_diags *d);
