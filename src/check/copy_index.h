/*
 * check/copy_index.h - the fingerprints of all documents by their hash: a group
 * is what several documents have.
 */
#pragma once

#include "style/outline.h"

#include <glib.h>

struct nb_copy_index;

/* Another document, and how many groups both have. */
struct nb_copy_kin {
	uint32_t document, n;
};

struct nb_copy_index *nb_copy_index_new(const struct nb_copy_words *words);
void nb_copy_index_free(struct nb_copy_index *x);

/* Documents are numbered from 0 in this order. */
void
nb_copy_index_add(struct nb_copy_index *x, const uint16_t *letter, uint32_t n);

/* After the last: makes the groups and says which are everybody's. */
void nb_copy_index_finish(struct nb_copy_index *x);

/*
 * The documents that have so many groups with it, but no common ones, that
 * they may share a passage (struct nb_copy_kin), in no order.
 */
void nb_copy_index_kin(
    const struct nb_copy_index *x, uint32_t document, GArray *ret);

/* The places that two documents have in common, as alike.h asks for them. */
void nb_copy_index_anchors(
    const struct nb_copy_index *x, uint32_t a, uint32_t b, GArray *ret);

/* Sets mark[i] for the letters of a document that are in common groups. */
void nb_copy_index_common(
    const struct nb_copy_index *x, uint32_t document, uint8_t *mark);
