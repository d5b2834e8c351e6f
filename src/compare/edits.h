/*
 * compare/edits.h - from one text to another: by sentence, and in changed
 * sentences by word.
 */
#pragma once

#include "compare/diff.h"
#include "compare/words.h"

struct nb_edits {
	struct nb_arena *arena;
	struct nb_ids *sentence;    /* of all texts, … */
	struct nb_word_cutter word; /* … and their words */
	enum nb_script old, now;    /* 字形 */
};

/*
 * The edits that make the one text the other; each deleted or inserted
 * sentence is one of its own.  Either field may be NULL: it is absent.
 */
struct nb_diff_text nb_edits_find(const struct nb_edits *e,
    const struct nb_diff_field *old, const struct nb_diff_field *now);
