/*
 * output/pdf/outline.h - ways through a PDF: bookmarks and the names of pages
 * (ISO 32000-1, 12.3.3, 12.4.2).
 */
#pragma once

#include "layout/frame.h"

#include <glib.h>

struct nb_objects;

/* Writes the bookmarks, all open; page: the pages' objects.  0: there are
 * none. */
uint32_t nb_outline_write(
    const struct nb_pages *pages, struct nb_objects *o, const uint32_t *page);

/* The value of /PageLabels: a page is called by its 页码. */
void nb_outline_put_labels(GString *to, const struct nb_pages *pages);
