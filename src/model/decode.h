/*
 * model/decode.h - nodes fill structures as the tables of keys.h say.
 * Used by report.c only.
 */
#pragma once

#include "model/figures.h"
#include "model/keys.h"
#include "source/node.h"

struct nb_arena;
struct nb_diags;

struct nb_decoder {
	struct nb_arena *arena;
	struct nb_diags *diags;
	struct nb_figures figures; /* complete once 指标 is read */
	unsigned guesses;          /* “did you mean” still to be given */
};

/*
 * Reads a map into the zeroed structure of an object.  What does not fit has
 * a finding and leaves its field empty.  NULL stands for a map without keys
 * that nobody wrote.
 */
void nb_decode_map(struct nb_decoder *dec, const struct nb_object *object,
    const struct nb_node *map, void *owner);

/*
 * values.c: reads what holds no further keys; node is not empty.  Aborts on
 * OBJECT, INLINE, LIST and MAP.
 */
void nb_decode_value(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner);

/* A scalar of nothing but blanks. */
bool nb_decode_is_empty(const struct nb_node *node);

/* Y32: what ought to stand under the key, or as an item of its list. */
void nb_decode_misfit(struct nb_decoder *dec, struct nb_str key,
    enum nb_value wanted, const struct nb_node *node);
void nb_decode_misfit_item(struct nb_decoder *dec, struct nb_str key,
    enum nb_value wanted, const struct nb_node *node);
