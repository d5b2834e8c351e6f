/*
 * base/hant.h - Traditional characters one by one.
 *
 * For finding words, not for reading: a character that stands for several
 * Simplified ones (乾 → 干, 乾) becomes the usual one whatever the word.
 */
#pragma once

#include "base/base.h"

/* The Simplified form of a character, of as many bytes, or c itself. */
uint32_t nb_hant_simplified(uint32_t c);
