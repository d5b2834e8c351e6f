/*
 * output/docx/parts.h - the parts that stand beside the text.
 */
#pragma once

#include "output/docx/write.h"

GString *nb_ooxml_styles(const struct nb_ooxml *x);     /* styles.c */
GString *nb_ooxml_font_table(const struct nb_ooxml *x); /* fonts.c */

/* What Word is to do, and what the document is: settings.c. */
GString *nb_ooxml_settings(const struct nb_ooxml *x);
GString *nb_ooxml_core(const struct nb_ooxml *x);
GString *nb_ooxml_app(void);

/* Properties that users add to those; only to be made if there are any. */
bool nb_ooxml_has_custom(const struct nb_ooxml *x);
GString *nb_ooxml_custom(const struct nb_ooxml *x);
