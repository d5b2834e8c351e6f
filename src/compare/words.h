/*
 * compare/words.h - a text cut into sentences, and those into what is not torn:
 * a figure with its unit, a Western word, a Han character, a mark.
 */
#pragma once

#include "compare/ids.h"
#include "model/report.h"
#include "style/words.h"

struct nb_cut {
	uint32_t id;     /* equal pieces have equal ones */
	uint32_t at, n;  /* in the text [byte] */
	uint32_t weight; /* of a sentence its letters, of a word 1, of marks
			    and blanks 0 */
	bool mark;       /* that ends a clause or a sentence */
};

/* Sentences with the mark that ends them: 。！？；, a line end. */
GArray *nb_cut_sentences(struct nb_ids *ids, struct nb_str text);

/* Words of text[begin, end), which is written in that script. */
GArray *nb_cut_words(struct nb_ids *ids, const struct nb_words *unit,
    enum nb_script script, struct nb_str text, uint32_t begin, uint32_t end);
