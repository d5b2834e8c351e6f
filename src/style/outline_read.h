/*
 * style/outline_read.h - the maps of an outline file.  Only for outline.c.
 */
#pragma once

#include "style/outline.h"

#include <glib.h>

struct nb_node;

/* A name that must be that of a topic or of an item, and where it is said. */
struct nb_outline_mention {
	struct nb_str name;
	struct nb_span span;
	bool item;
};

/* One reading. */
struct nb_outline_reader {
	struct nb_words_file file;
	struct nb_outline *outline; /* what it departs from, then the result */
	GArray *topic;              /* the file's own, of struct nb_topic */
	GArray *item;               /* of struct nb_outline_item */
	GArray *place;              /* of their names, struct nb_span */
	GArray *mention;            /* of struct nb_outline_mention */
	bool based; /* what the file does not say comes from another */
};

/* Reads the whole file but 依照; topics and items are in the arrays. */
void nb_outline_read(struct nb_outline_reader *rd, const struct nb_node *root);
