/*
 * base/word_list.h - looking for one of a few marks or words that belong to
 * the code.  Words of the trade are in templates/: style/words.h.
 */
#pragma once

#include "base/str.h"

/* Ends with NULL. */
typedef const char *const *nb_word_list;

/* The first word of the list that stands in s, starts it, ends it, is it: its
 * length, or 0. [byte] */
size_t nb_word_in(nb_word_list list, struct nb_str s);
size_t nb_word_starts(nb_word_list list, struct nb_str s);
size_t nb_word_ends(nb_word_list list, struct nb_str s);
bool nb_word_is(nb_word_list list, struct nb_str s);

/* Steps over the first word of the list that stands at *at, if one does. */
bool nb_word_skip(nb_word_list list, struct nb_str s, size_t *at);
