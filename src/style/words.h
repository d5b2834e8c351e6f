/*
 * style/words.h - lists of words in a data file: reading them, and looking for
 * them in a text.
 */
#pragma once

#include "base/str.h"

#include <stddef.h>

struct nb_arena;
struct nb_code;
struct nb_diags;
struct nb_node;
struct nb_pair;
struct nb_span;

struct nb_words_index;

struct nb_words {
	const struct nb_str *word;
	uint32_t n;
	const struct nb_words_index *index; /* of a list that was read: words.c,
					       else NULL */
};

/* What findings about a file call it, and their codes. */
struct nb_words_file {
	struct nb_arena *arena;
	struct nb_diags *diags;
	const char *name; /* 大纲文件 */
	const struct nb_code *key, *value;
};

/* Where the list under a key goes. */
struct nb_words_key {
	const char *group; /* the key above it; "": none */
	const char *key;
	size_t offset; /* of the struct nb_words in the reader's own struct */
};

#define NB_WORDS_KEY(group, key, type, member) \
	{ \
		group, key, offsetof(struct type, member) \
	}

/* Says what the value at that place must look like. */
void nb_words_misshapen(
    const struct nb_words_file *f, struct nb_span at, const char *want);

void
nb_words_unknown(const struct nb_words_file *f, const struct nb_pair *pair);

/* The words of a text, between 、 and ends of lines; they stay the text’s. */
struct nb_words nb_words_split(struct nb_arena *a, struct nb_str s);

/*
 * A list of words, or a text of them, which stay the node’s; what is none is
 * empty and has a finding.
 */
struct nb_words
nb_words_read(const struct nb_words_file *f, const struct nb_node *node);

/* The member of *into for a key of the table, or NULL. */
struct nb_words *nb_words_member(const struct nb_words_key *table, size_t n,
    struct nb_str group, struct nb_str key, void *into);

/* Reads a map whose keys are all in the table, groups and lists. */
void
nb_words_read_map(const struct nb_words_file *f, const struct nb_node *node,
    const struct nb_words_key *table, size_t n, void *into);

/* Whether one of the words occurs in s; whether s is one of the words. */
bool nb_words_in(const struct nb_words *w, struct nb_str s);
bool nb_words_have(const struct nb_words *w, struct nb_str s);

/* Bytes of the longest of the words that s starts, or ends, with, or 0. */
size_t nb_words_starting(const struct nb_words *w, struct nb_str s);
size_t nb_words_ending(const struct nb_words *w, struct nb_str s);
