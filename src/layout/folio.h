/*
 * layout/folio.h - 页码 “— 1 —” (GB/T 9704-2012 7.5): 四号 half-width digits
 * between two 一字线, 7 mm below the 版心; odd pages right, even pages left.
 */
#pragma once

#include "layout/frame.h"
#include "layout/galley.h"

enum { NB_FOLIO_ITEMS = 16 };

/* Appends the items of a folio; item has room for NB_FOLIO_ITEMS. */
uint32_t
nb_folio_set(const struct nb_galley *g, uint32_t number, struct nb_item *item);
