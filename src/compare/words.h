/*
 * compare/words.h - a text cut into sentences, and those into what is not torn:
 * a figure with its unit, a date, 〔2024〕12号, a name in 《》, what a {指标}
 * says, a Western word, a word of Han characters, a mark.
 */
#pragma once

#include "compare/diff.h"
#include "compare/ids.h"
#include "style/words.h"

struct nb_cut {
	uint32_t id;     /* equal pieces have equal ones */
	uint32_t at, n;  /* in the text [byte] */
	uint32_t weight; /* its letters; of a figure, a date and a Western word
			    1, of marks and blanks 0 */
	bool mark;       /* that ends a clause or a sentence */
};

/* Sentences with the mark that ends them: 。！？；, a line end. */
GArray *nb_cut_sentences(struct nb_ids *ids, struct nb_str text);

struct nb_word_cutter {
	struct nb_ids *ids;
	const struct nb_words *unit; /* what figures count */
	const struct nb_han_words *han;
};

/* Words of what is compared of f, from begin to end, in that script. */
GArray *nb_cut_words(const struct nb_word_cutter *cutter, enum nb_script script,
    const struct nb_diff_field *f, uint32_t begin, uint32_t end);
