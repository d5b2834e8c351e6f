/*
 * output/pdf/facts.h - the fields of the record in XMP, and the extension
 * schemas that describe them (ISO 19005-2, 6.6.2.3).
 */
#pragma once

#include "layout/frame.h"

#include <glib.h>

/* Descriptions of RDF, one for each standard. */
void nb_facts_put(GString *to, const struct nb_pages *pages);

/* Items of pdfaExtension:schemas. */
void nb_facts_put_schemas(GString *to, const struct nb_pages *pages);
