/*
 * output/web/parts.h - the parts of a web page, as web.c puts them together.
 */
#pragma once

#include "layout/manuscript.h"

#include <glib.h>

/*
 * escape.c: text, or the value of an attribute between quotes.  Control and
 * format characters are left out, as on pages.
 */
void nb_web_text(GString *to, struct nb_str s);

/* Text in which plain addresses, http and https, are links. */
void nb_web_prose(GString *to, struct nb_str s);

/* head.c: all before the article, and its box of metadata. */
void nb_web_head(GString *to, const struct nb_manuscript *m);
void nb_web_box(GString *to, const struct nb_manuscript *m);

/* 2024-03-20, or 2024-03. */
void nb_web_date(GString *to, const struct nb_date *date);

/*
 * table.c: in a box that scrolls sideways where the screen is narrow; label is
 * what one without a caption is called.
 */
void
nb_web_table(GString *to, const struct nb_ms_table *table, struct nb_str label);

/* figure.c: a chart as SVG, its caption below. */
void nb_web_figure(GString *to, const struct nb_ms_figure *figure);
