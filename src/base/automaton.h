/*
 * base/automaton.h - finds all of many words in one pass over a text
 * (Aho and Corasick 1975).
 *
 * Built once, const afterwards; lives in the arena it was built in.  A step
 * of the search takes one character; the whole search is linear in the text
 * whatever the words are.
 */
#pragma once

#include "base/str.h"

struct nb_arena;
struct nb_automaton;

/* word[0..n) are sorted by nb_str_cmp, distinct and not empty; borrowed. */
const struct nb_automaton *
nb_automaton_new(struct nb_arena *a, const struct nb_str *word, uint32_t n);

/* A search under way: start with { .automaton = m, .text = s }. */
struct nb_automaton_search {
	const struct nb_automaton *automaton;
	struct nb_str text;
	size_t at; /* behind the word just found [byte] */
	uint32_t state, found;
};

/*
 * The next word that stands in the text, as its index; false at the end.
 * Words come by where they end; of those that end at the same place the
 * longest comes first.
 */
bool nb_automaton_next(struct nb_automaton_search *s, uint32_t *ret_word);
