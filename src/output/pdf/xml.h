/*
 * output/pdf/xml.h - text within XML.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

/* Escaped; what XML 1.0 has no place for becomes a blank. */
void nb_xml_put(GString *to, struct nb_str text);
