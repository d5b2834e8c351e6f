/*
 * output/pdf/structure.h - what the items of a page are to a reader: elements
 * of the document's tree, or artifacts that are no part of it (ISO 32000-1,
 * 14.7, 14.8; ISO 14289-1, 7).
 */
#pragma once

#include "layout/frame.h"

#include <glib.h>

struct nb_objects;
struct nb_structure;

struct nb_structure *nb_structure_new(const struct nb_pages *pages);
void nb_structure_free(struct nb_structure *s);

/*
 * Items of a page that follow each other and belong together are one piece of
 * marked content: the item behind the last of those that begin at from.
 */
uint32_t
nb_structure_end(const struct nb_structure *s, uint32_t page, uint32_t from);

/*
 * Begins the marked content of an item and those that belong to it; outside of
 * text objects.  Ends with “EMC”.  Pages and their items come in order.
 */
void nb_structure_begin(
    struct nb_structure *s, GString *to, uint32_t page, uint32_t item);

/*
 * Writes the tree, when all pages are; page: their objects, annotation: the
 * first of those.  In the parent tree they follow the pages.  Its root.
 */
uint32_t nb_structure_write(struct nb_structure *s, struct nb_objects *o,
    const uint32_t *page, uint32_t annotation);
