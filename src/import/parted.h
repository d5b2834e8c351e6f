/*
 * import/parted.h - elements of a document side by side on a line of a Word
 * file, a tab between two: 发文字号 and 签发人, names of 署名.
 */
#pragma once

#include "import/raw.h"

struct nb_vocabulary;

/* The lines, each such element on one of its own. */
struct nb_raw nb_parted(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words);
