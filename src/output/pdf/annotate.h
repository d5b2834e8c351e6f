/*
 * output/pdf/annotate.h - highlights, notes and links, each with all that it
 * takes to look the same everywhere (ISO 32000-1, 12.5; ISO 19005-2, 6.3; ISO
 * 14289-1, 7.18).
 */
#pragma once

#include "layout/frame.h"

#include <glib.h>

struct nb_objects;

/* Objects of the annotations, in the order of the pages. */
struct nb_annotations {
	const struct nb_pages *pages;
	uint32_t first, n;
};

struct nb_annotations
nb_annotations_new(const struct nb_pages *pages, struct nb_objects *o);

/* “/Annots[…]” of a page (index), of which `before` stand on earlier ones. */
void nb_annotations_put(const struct nb_annotations *a, GString *to,
    uint32_t page, uint32_t before);

/*
 * Writes them; page: the objects of the pages; key: of the first in the
 * structure's parent tree.
 */
void nb_annotations_write(const struct nb_annotations *a, struct nb_objects *o,
    const uint32_t *page, uint32_t key);
