/*
 * layout/layout.h - a report and a template become pages.
 */
#pragma once

#include "font/font.h"
#include "layout/frame.h"
#include "model/report.h"
#include "style/template.h"

struct nb_arena;
struct nb_diags;

/*
 * Never fails: what cannot be set yet or does not fit has a finding of group
 * L.  Pages and all they point to live in a, except faces (fonts) and spans.
 */
struct nb_pages *nb_layout(struct nb_arena *a, const struct nb_report *r,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d);

/* “zh-Hans”, of the document's text. */
struct nb_str
nb_layout_language(const struct nb_report *r, const struct nb_template *t);
