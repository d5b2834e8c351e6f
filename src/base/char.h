/*
 * base/char.h - kinds of characters.
 */
#pragma once

#include "base/base.h"

static inline bool
nb_is_han(uint32_t c)
{
	return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
	    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
	    c == 0x3007;
}

/* 0-9 */
static inline bool
nb_is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

bool nb_is_latin(uint32_t c); /* A-Z a-z and accented letters */
bool nb_is_blank(uint32_t c); /* space, tab, CR, LF, U+00A0, U+3000 ... */

/* Han, or a full-width mark: text that is set without word spaces. */
bool nb_is_cjk(uint32_t c);

/* Terminal cells: Han and full-width marks take two, combining marks none. */
unsigned nb_char_cells(uint32_t c);
