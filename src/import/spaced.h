/*
 * import/spaced.h - headings that only a blank sets apart, which repair.c would
 * take away: “三 化解纠纷”, “（一）落实职责　街道党政主要负责人……”.
 */
#pragma once

#include "import/raw.h"

struct nb_vocabulary;

/*
 * The lines with the mark an ordinal lacks, and with a heading and its text
 * apart.  The first of each kind is a doubt.
 */
struct nb_raw nb_spaced(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_import_log *log);
