/*
 * import/oneline.h - a report that stands on one line, or nearly: it is broken
 * before the ordinals of its chapters.
 */
#pragma once

#include "import/raw.h"

struct nb_vocabulary;

struct nb_raw nb_oneline(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_import_log *log);
