/*
 * import/flat.h - a table of tasks that copying took apart, a cell a line, its
 * head once more on every page.
 */
#pragma once

#include "import/raw.h"

struct nb_import_log;
struct nb_vocabulary;

/*
 * The lines with such tables typed with “|” again, one row a line.  The heads
 * that are repeated go to the log.
 */
struct nb_raw nb_flat(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_import_log *log);
