/*
 * style/han_words.h - words of Han characters, which are written without
 * blanks: where one ends and the next begins.
 *
 * Read from templates/words-han/han.yaml.  Lives in the style arena, const.
 */
#pragma once

#include "base/automaton.h"

struct nb_arena;
struct nb_diags;

enum nb_han_kind {
	NB_HAN_WORD,
	NB_HAN_SINGLE,   /* 单字: a character that is often a word alone */
	NB_HAN_FUNCTION, /* 虚字: … that always is, unless it is in a WORD */
};

struct nb_han_word {
	struct nb_str text;
	enum nb_han_kind kind;
};

struct nb_han_words {
	const struct nb_automaton *automaton;
	const struct nb_han_word *word; /* by what the automaton finds */
	uint32_t n;
};

/* NULL with findings when the file cannot be used. */
const struct nb_han_words *
nb_han_words_load(struct nb_arena *a, const char *path, struct nb_diags *d);
