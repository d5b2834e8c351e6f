/*
 * review/anchor.h - a place in the draft told by its words, so that it is
 * found again in a later version.  A paragraph is a line of the file.
 */
#pragma once

#include "base/text.h"

/* The words at the place, of its first line only; empty: no words. */
struct nb_str nb_anchor_words(struct nb_span span);

/* The first words of its paragraph. */
struct nb_str nb_anchor_paragraph(struct nb_span span);

enum { NB_ANCHOR_SAME = 101, NB_ANCHOR_NOT = 0 };

/*
 * How like the paragraph is to the one that began with first: SAME, or from
 * alike to 100, or NOT.  [percent]
 */
unsigned
nb_anchor_like(struct nb_str paragraph, struct nb_str first, unsigned alike);

/*
 * The words in the paragraph that begins with first, else in the one most
 * like it that has them.  No words: the paragraph.  False: they are gone.
 */
bool nb_anchor_find(const struct nb_text *t, struct nb_str first,
    struct nb_str words, unsigned alike, struct nb_span *ret);
