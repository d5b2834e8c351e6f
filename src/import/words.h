/*
 * import/words.h - looking for marks and other short texts, and what a line is
 * before words are looked for in it.  Words themselves are in vocabulary.h.
 */
#pragma once

#include "base/word_list.h"

struct nb_arena;
struct nb_words;

/*
 * s with Traditional characters made Simplified as far as the words here need
 * it; byte for byte as long as s, and s itself when there is nothing to do.
 */
struct nb_str nb_plain(struct nb_arena *a, struct nb_str s);

/* One of the words and a colon at the start of s; their length, or 0. [byte] */
size_t nb_label_starts(const struct nb_words *labels, struct nb_str s);

/* s without any blanks. */
struct nb_str nb_unspaced(struct nb_arena *a, struct nb_str s);
