/*
 * base/hant.h - Traditional characters one by one.
 *
 * For finding words, not for reading: a character that stands for several
 * Simplified ones (乾 → 干, 乾) becomes the usual one whatever the word.
 */
#pragma once

#include "base/str.h"

struct nb_arena;

/* The Simplified form of a character, of as many bytes, or c itself. */
uint32_t nb_hant_simplified(uint32_t c);

/* A copy of s so, as long as s. */
struct nb_str nb_hant_fold(struct nb_arena *a, struct nb_str s);

/*
 * nb_str_skip, nb_str_ends and nb_str_eq for words in either script; `plain`
 * is Simplified.
 */
bool nb_hant_skip(struct nb_str s, size_t *at, struct nb_str plain);
bool nb_hant_ends(struct nb_str s, struct nb_str plain);
bool nb_hant_eq(struct nb_str a, struct nb_str b);
