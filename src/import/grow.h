/*
 * import/grow.h - arrays of unknown length in an arena.
 */
#pragma once

#include "import/draft.h"

struct nb_arena;

/*
 * The array with room for one more behind its n elements: itself, or a copy
 * twice as large when n is 0 or a power of 2.
 */
void *nb_grow(struct nb_arena *a, void *array, uint32_t n, size_t size);

void nb_texts_add(
    struct nb_arena *a, struct nb_draft_texts *to, struct nb_draft_text text);

/* Words with marks between them, or with blanks. */
struct nb_draft_texts
nb_texts_split(struct nb_arena *a, struct nb_draft_text all);
