/*
 * source/tree.h - nodes put together as they are read.
 *
 * Everything is in places of the file.  A tree being built owns heap memory
 * until nb_tree_finish; the nodes live in the arena.
 */
#pragma once

#include "source/node.h"

typedef struct _GArray GArray;

enum { NB_DEPTH_MAX = 64 };

/* A map or list that is still open. */
struct nb_branch {
	enum nb_node_kind kind;
	struct nb_span span; /* grows with what it holds */
	uint32_t base;       /* of its items or pairs */
	bool has_key, drop;  /* drop: the key cannot be used */
	struct nb_pair pair; /* being read */
};

struct nb_tree {
	struct nb_arena *arena;
	struct nb_diags *diags;
	struct nb_branch branch[NB_DEPTH_MAX];
	uint32_t depth;
	GArray *pairs, *items; /* of all open branches */
	const struct nb_node *root;
};

void nb_tree_init(struct nb_tree *t, struct nb_arena *a, struct nb_diags *d);

/* false and Y16: deeper than NB_DEPTH_MAX. */
NB_MUST_USE bool
nb_tree_open(struct nb_tree *t, enum nb_node_kind kind, struct nb_span span);

/* The innermost branch is complete and ends at or behind end. [byte] */
void nb_tree_close(struct nb_tree *t, uint32_t end);

/* The next item, key or value.  Y13 repeated, Y18 merge, Y19 unfit key. */
void nb_tree_put(struct nb_tree *t, const struct nb_node *node);
void nb_tree_put_empty(struct nb_tree *t, struct nb_span span);

/* The key that waits for its value, or NULL. */
const struct nb_span *nb_tree_key(const struct nb_tree *t);

/* Closes what is open; an empty map when there is nothing. */
const struct nb_node *
nb_tree_finish(struct nb_tree *t, const struct nb_text *text);
