/*
 * import/word_number.h - numbers that Word and browsers generate, in the
 * formats of ISO/IEC 29500-1 17.18.59 and CSS Counter Styles 3.
 */
#pragma once

#include "base/str.h"

struct nb_arena;

/*
 * n in a format named as in numbering.xml ("chineseCounting").  Empty for
 * "none" and "bullet"; decimal for formats that are not known and numbers that
 * the format does not reach.
 */
struct nb_str
nb_word_number(struct nb_arena *a, struct nb_str format, unsigned n);
