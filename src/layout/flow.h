/*
 * layout/flow.h - 拼版: galleys become pages, with their folios.
 */
#pragma once

#include "layout/frame.h"
#include "layout/galley.h"

/*
 * Each galley begins a page; folios go on through all of them.  Page breaks
 * are chosen by makeup.h.  galley is an array of n > 0.
 */
struct nb_pages *nb_flow(struct nb_galley *galley, uint32_t n);
