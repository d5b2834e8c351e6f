/*
 * import/next.h - next year's file out of last year's.
 *
 * The old file is edited and not written anew: nodes know their places, so
 * what is kept stays byte for byte as its author wrote it, with its order,
 * its quotes and its comments; only what belongs to the old year is taken out
 * or moved.
 */
#pragma once

#include "base/text.h"

struct nb_arena;
struct nb_node;

/*
 * root is what nb_source_yaml read in text, without a finding of level error.
 * name is written under 上年.  The result lives in a.
 *
 * An empty string: no 年度 to count from, or the outermost map is in braces.
 */
struct nb_str nb_next(struct nb_arena *a, const struct nb_text *text,
    const struct nb_node *root, struct nb_str name);
