/*
 * model/schema.h - JSON Schema 2020-12 of the input, for editors; made from
 * the tables of keys.h, so it is what the decoder accepts.
 */
#pragma once

#include <glib.h>

/* Appends the schema, always the same bytes, with a line end. */
void nb_schema_json(GString *out);
