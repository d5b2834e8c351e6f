/*
 * layout/flow.h - 拼版: the rows of a galley become pages of 22 lines, with
 * their folios.
 */
#pragma once

#include "layout/frame.h"
#include "layout/galley.h"

/*
 * Page breaks fall where no row is kept with the next; where a chain of kept
 * rows is longer than a page it breaks at the page's end.  Blank rows do not
 * begin a page.
 */
struct nb_pages *nb_flow(struct nb_galley *g);
