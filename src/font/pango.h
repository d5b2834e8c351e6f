/*
 * font/pango.h - Pango, opened when faces of the system are looked for.  Only
 * for this folder.
 *
 * It brings a dozen libraries, and these take longer to start than a report
 * takes to be checked; a run that needs no face of the system does without.
 */
#pragma once

#include "base/base.h"

#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#define NB_PANGO(X) \
	X(g_object_unref) \
	X(pango_context_get_font_map) \
	X(pango_context_get_language) \
	X(pango_context_set_font_description) \
	X(pango_context_set_language) \
	X(pango_fc_font_get_pattern) \
	X(pango_fc_font_map_set_config) \
	X(pango_fc_font_map_shutdown) \
	X(pango_font_description_free) \
	X(pango_font_description_from_string) \
	X(pango_font_map_create_context) \
	X(pango_ft2_font_map_new) \
	X(pango_get_log_attrs) \
	X(pango_item_free) \
	X(pango_item_split) \
	X(pango_itemize) \
	X(pango_language_from_string)

/* Its functions, under their own names. */
struct nb_pango {
#define NB_PANGO_FIELD(name) __typeof__(name) *name;
	NB_PANGO(NB_PANGO_FIELD)
#undef NB_PANGO_FIELD
};

/* False when it is not installed.  It stays open. */
bool nb_pango_open(struct nb_pango *p);
