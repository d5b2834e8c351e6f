/*
 * source/repair.h - a mended copy of a text, and the way back.
 *
 * Mercy never changes the user's file: it lists edits, YAML reads the copy in
 * which they are applied, and every place found in the copy is carried back
 * to the file.  Edits are in places of the file, sorted, and do not overlap;
 * one that would overlap an earlier one is refused.  The list owns heap memory
 * and is freed by whoever made it; a nb_mended lives in its arena.
 */
#pragma once

#include "base/text.h"

struct nb_arena;
struct nb_seg;

struct nb_edit {
	uint32_t begin, end; /* in the file [byte] */
	bool tentative;      /* nb_edits_drop_tentative takes it back */
	uint32_t at;         /* in the mended copy, once applied [byte] */
	struct nb_str with;
};

struct nb_edits {
	struct nb_edit *edit;
	uint32_t n, size;
};

struct nb_mended {
	const struct nb_text *text;
	struct nb_str bytes; /* the text's own when there are no edits */
	const struct nb_edit *edit;
	uint32_t n;
};

void nb_edits_free(struct nb_edits *e);

/* false: it would overlap; nothing was added. */
bool nb_edits_add(struct nb_edits *e, uint32_t begin, uint32_t end,
    struct nb_str with, bool tentative);

void nb_edits_drop_tentative(struct nb_edits *e);

/* Takes back the edits inside [begin, end]. */
void nb_edits_drop(struct nb_edits *e, uint32_t begin, uint32_t end);

struct nb_mended nb_edits_apply(
    const struct nb_edits *e, struct nb_arena *a, const struct nb_text *text);

/* Where a place in the copy begins or ends in the file. [byte] */
uint32_t nb_mended_begin(const struct nb_mended *m, uint32_t at);
uint32_t nb_mended_end(const struct nb_mended *m, uint32_t at);

/*
 * Carries one piece (seg->src in the copy) back to the file.  Writes at most
 * max pieces, those that stand letter for letter in the file, and returns how
 * many there are.
 */
uint32_t nb_mended_pieces(const struct nb_mended *m, struct nb_seg seg,
    struct nb_seg *out, uint32_t max);
