/*
 * base/beside.h - what stands beside a place in Chinese text.
 */
#pragma once

#include "base/str.h"

#include <uchar.h>

/* Whether c is a character of the set. */
static inline bool
nb_mark_in(const char32_t *marks, uint32_t c)
{
	while (*marks != 0 && *marks != c)
		marks++;
	return *marks != 0;
}

/*
 * Behind the Han characters that stand at a place: U+4000 to U+9FFF, by their
 * first byte.  They are most of any text, and what is looked for is often none
 * of them.
 */
static inline size_t
nb_skip_han(struct nb_str s, size_t at)
{
	while (at + 3 <= s.n && (unsigned char)s.p[at] >= 0xE4 &&
	    (unsigned char)s.p[at] <= 0xE9)
		at += 3;
	return at;
}

/* Whether one of 0-9 stands in s. */
bool nb_has_digit(struct nb_str s);

/* The character before and the one at a place; 0 at the ends. [byte] */
uint32_t nb_char_before(struct nb_str s, size_t at);
uint32_t nb_char_after(struct nb_str s, size_t at);

/* A Chinese or a Western digit or letter: what a word is made of. */
bool nb_is_word_char(uint32_t c);

/* The full-width form of one of , : ; ? ! ( ); empty for other characters. */
struct nb_str nb_full_width_mark(char half);

/* No character by the standard; one that stands for another (部首, 兼容字). */
bool nb_is_private_use(uint32_t c);
bool nb_is_compatibility(uint32_t c);

/* Whether the clause before a place asks: 谁来讲, 怎样办. */
bool nb_asks_before(struct nb_str s, size_t at);

/*
 * Whether the blanks s[begin, end) are none of the text: between Chinese
 * characters, or between one and a figure or a Latin word.  Those of a name
 * of two characters (王 伟) and beside foreign words are of the text.
 */
bool nb_blank_is_needless(struct nb_str s, size_t begin, size_t end);

/*
 * What an odd blank c at s[begin, end) stands for: a space, or nothing.
 * false: c is no odd blank, or it spells a word of another script.
 */
bool nb_blank_is_odd(struct nb_str s, size_t begin, size_t end, uint32_t c,
    struct nb_str *instead, const char **name);
