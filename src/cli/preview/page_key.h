/*
 * cli/preview/page_key.h - what a page shows, in a few digits.
 *
 * The browser asks for a page by it, so that an edit sends the pages that it
 * has changed and no others.
 */
#pragma once

#include "layout/frame.h"

/*
 * The same for pages that look the same, as long as the program runs: a face
 * is known by its address.  For g_free.
 */
char *nb_page_key(const struct nb_page *page);
