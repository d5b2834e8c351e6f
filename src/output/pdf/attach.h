/*
 * output/pdf/attach.h - files that a PDF carries, associated with the whole
 * document (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4).
 */
#pragma once

#include "layout/frame.h"

#include <glib.h>

struct nb_objects;

/*
 * Writes the files and what is said of them.  Gives the numbers of their
 * specifications, which the caller frees; NULL when there is no file.
 */
uint32_t *nb_attach_write(const struct nb_pages *pages, struct nb_objects *o);

/* The entries of the catalog. */
void
nb_attach_put(GString *to, const struct nb_pages *pages, const uint32_t *spec);
