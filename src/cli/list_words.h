/*
 * cli/list_words.h - the word lists as text for people.
 */
#pragma once

#include "style/lexicon.h"

#include <glib.h>

/* Table by table: what is looked for, what to write, and when. */
void nb_words_write(GString *out, const struct nb_lexicon *lx);
