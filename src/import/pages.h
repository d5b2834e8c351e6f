/*
 * import/pages.h - what a printer put on every page of a text that was copied
 * from pages: the number of the page, the running head beside it.
 */
#pragma once

#include "import/raw.h"

struct nb_vocabulary;

/*
 * The lines without those, which go to the log.  A bare number is one of a
 * page only when all such numbers count on.  A line that a page began with is
 * marked as one.
 */
struct nb_raw nb_pages(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_import_log *log);
