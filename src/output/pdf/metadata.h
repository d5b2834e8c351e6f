/*
 * output/pdf/metadata.h - what a PDF says about itself: the information
 * dictionary and the same as XMP (ISO 32000-1, 14.3; ISO 19005-2, 6.6).
 */
#pragma once

#include "layout/frame.h"

#include <glib.h>

struct nb_objects;

/* Both write one object and give it back. */
uint32_t
nb_metadata_write_info(const struct nb_pages *pages, struct nb_objects *o);
uint32_t
nb_metadata_write_xmp(const struct nb_pages *pages, struct nb_objects *o);

/* A language as a PDF names it; zh-CN when nothing else is known. */
struct nb_str nb_metadata_language(const struct nb_pages *pages);

/* Whether it is a whole day: 2024-03-20. */
bool nb_metadata_is_dated(struct nb_str date);

/* “KEY(D:20240320)” of such a day. */
void nb_metadata_put_date(GString *to, const char *key, struct nb_str date);
