/*
 * layout/sentence.h - a paragraph put together from the author's words and
 * the words data adds around them (：；。一是).
 *
 * Lives in the arena it is given; pieces grow as they are added.
 */
#pragma once

#include "layout/atom.h"

struct nb_arena;

struct nb_sentence {
	struct nb_arena *arena;
	struct nb_hand hand; /* of what is added next */
	struct nb_piece *piece;
	uint32_t n, size;
};

struct nb_sentence nb_sentence_new(struct nb_arena *a, struct nb_hand hand);

/* From here on in this hand. */
void nb_sentence_in(struct nb_sentence *s, struct nb_hand hand);

/* The author's words, as they are; without the mark they end with. */
void nb_sentence_prose(struct nb_sentence *s, const struct nb_prose *p);
void nb_sentence_clause(struct nb_sentence *s, const struct nb_prose *p);

/* Pieces of another, in their own hands. */
void nb_sentence_pieces(
    struct nb_sentence *s, const struct nb_piece *piece, uint32_t n);

/* Words of data. */
void nb_sentence_words(struct nb_sentence *s, struct nb_str words);

/* A mark, unless the sentence ends with one already. */
void nb_sentence_stop(struct nb_sentence *s, struct nb_str mark);
