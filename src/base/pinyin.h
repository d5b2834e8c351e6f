/*
 * base/pinyin.h - syllables of Mandarin as they are written over characters.
 */
#pragma once

#include "base/str.h"

/*
 * Whether s is one syllable in small letters, its tone marked or neutral:
 * “fù”, “lǜ”, “de”.  A neutral syllable has two letters at least and is one
 * that is ever read so (de, le, zi, men …).
 */
bool nb_is_pinyin(struct nb_str s);

/* Behind the syllable in brackets that stands at a place, “（fù）”; or 0. */
size_t nb_pinyin_note_end(struct nb_str s, size_t at);
