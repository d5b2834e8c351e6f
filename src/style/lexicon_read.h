/*
 * style/lexicon_read.h - a file of words becomes terms; between
 * lexicon_read.c and lexicon.c.
 */
#pragma once

#include "style/lexicon.h"

#include <glib.h>

struct nb_node;

/* What has been read so far. */
struct nb_lexicon_draft {
	struct nb_words_file file;
	struct nb_str name, title;
	struct nb_words adverbs;
	GPtrArray *table; /* of struct nb_str */
	GPtrArray *term;  /* of struct nb_term */
};

/* own: a file of the user's, which adds no table. */
void nb_lexicon_read(
    struct nb_lexicon_draft *draft, const struct nb_node *root, bool own);
