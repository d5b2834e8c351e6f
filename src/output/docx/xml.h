/*
 * output/docx/xml.h - an XML part being written.  xml.c alone knows libxml2.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

struct nb_xml;

/* With the declaration, standalone. */
struct nb_xml *nb_xml_new(void);

/* All that was written; frees x.  All elements are closed. */
GString *nb_xml_finish(struct nb_xml *x);

void nb_xml_open(struct nb_xml *x, const char *name);
void nb_xml_close(struct nb_xml *x);

/* Of the element that was opened last, before anything stands in it. */
void nb_xml_attr(struct nb_xml *x, const char *name, const char *value);
void nb_xml_str(struct nb_xml *x, const char *name, struct nb_str value);
void nb_xml_int(struct nb_xml *x, const char *name, int64_t value);

/* Characters that XML has no way to write are left out. */
void nb_xml_text(struct nb_xml *x, struct nb_str text);

/* <name/>; <name w:val="value"/>. */
void nb_xml_flag(struct nb_xml *x, const char *name);
void nb_xml_val(struct nb_xml *x, const char *name, const char *value);
void nb_xml_val_int(struct nb_xml *x, const char *name, int64_t value);
