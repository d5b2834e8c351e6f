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
