/*
 * compare/han.h - a run of Han characters cut into words.
 */
#pragma once

#include "style/han_words.h"
#include "style/words.h"

#include <glib.h>

/*
 * Appends the places where words of s end, s.n the last, to ends (uint32_t).
 * s is Simplified and has Han characters only.  The words are those of the
 * list, numbers with what they count, and of the rest pairs: most words are.
 * Linear.
 */
void nb_han_cut(const struct nb_han_words *words, const struct nb_words *unit,
    struct nb_str s, GArray *ends);
