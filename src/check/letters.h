/*
 * check/letters.h - what is compared of a text: its letters.
 *
 * Marks, blanks and prescribed wordings are left out; a figure is one letter,
 * whatever its value, and so is the writer's own name: neither makes a text
 * copied from another's a text of one's own.
 */
#pragma once

#include "base/str.h"
#include "style/wording.h"

#include <glib.h>

enum {
	NB_LETTER_END, /* of a paragraph; like no other, not even itself */
	NB_LETTER_FIGURE,
	NB_LETTER_OWN,
	NB_LETTER_FIRST, /* others are the low bits of their character */
};

/* Which words are not taken letter by letter. */
struct nb_letters_style {
	const struct nb_words *phrase; /* left out */
	const struct nb_words *own;    /* NB_LETTER_OWN; the longer first */
	bool values;                   /* a figure is its digits */
};

/*
 * Appends the letters of a paragraph and its end to `letter` (uint16_t), and
 * where each begins to `at` (uint32_t, [byte]; may be NULL).  s is in the
 * script of the words.
 */
void nb_letters_add(const struct nb_letters_style *style, struct nb_str s,
    GArray *letter, GArray *at);

/* Whether it is a Han character. */
bool nb_letter_counts(uint16_t letter);
