/*
 * output/docx/number.h - numbers of headings that Word counts itself
 * (word/numbering.xml).
 */
#pragma once

#include "output/docx/write.h"

struct nb_ooxml_numbers;

/* For the headings of the document; lives in its arena. */
struct nb_ooxml_numbers *nb_ooxml_numbers_new(const struct nb_ooxml *x);

/* w:numPr: a w:num, 0 for none, and a level of it. */
struct nb_ooxml_number {
	unsigned num, level;
};

/*
 * What gives a heading of this depth, from 1, its number; with none its
 * ordinal is text.  What new ones have, of the first four depths.
 */
struct nb_ooxml_number nb_ooxml_number(struct nb_ooxml_numbers *n,
    const struct nb_ms_block *heading, unsigned depth);
struct nb_ooxml_number
nb_ooxml_number_of(const struct nb_ooxml_numbers *n, unsigned depth);

void nb_ooxml_numbers_free(struct nb_ooxml_numbers *n);

/* word/numbering.xml, when all have been asked for. */
GString *nb_ooxml_numbering(const struct nb_ooxml *x);
