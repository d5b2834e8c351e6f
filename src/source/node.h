/*
 * source/node.h - a YAML file as a tree of plain nodes with places.
 *
 * Only source/yaml.c knows libyaml.  Nodes live in the document arena and are
 * const once read.  Reading cannot fail: broken input gives a smaller tree
 * (an empty map at worst) and findings of group Y.
 */
#pragma once

#include "base/text.h"

struct nb_arena;
struct nb_diags;

enum nb_node_kind { NB_NODE_SCALAR, NB_NODE_MAP, NB_NODE_LIST };

enum nb_scalar_style {
	NB_STYLE_PLAIN,
	NB_STYLE_QUOTED,  /* '…' or "…" */
	NB_STYLE_LITERAL, /* | */
	NB_STYLE_FOLDED,  /* >, already reported */
};

/* A piece of a scalar's value that stands letter for letter in the file. */
struct nb_seg {
	uint32_t at;  /* in the value [byte] */
	uint32_t src; /* in the file [byte] */
	uint32_t n;   /* [byte] */
};

struct nb_pair {
	struct nb_str key;
	struct nb_span key_span;
	const struct nb_node *value;
};

struct nb_node {
	enum nb_node_kind kind;
	struct nb_span span; /* of the value; of the key when it is empty */
	union {
		struct {
			enum nb_scalar_style style;
			struct nb_str
			    value; /* line ends are LF; may be empty */
			const struct nb_seg *seg; /* in order, may have gaps */
			uint32_t n_seg;
		} scalar;
		struct {
			const struct nb_pair *pair;
			uint32_t n;
		} map;
		struct {
			const struct nb_node *const *item;
			uint32_t n;
		} list;
	};
};

/* The value under key, or NULL; node may be NULL or no map. */
const struct nb_node *
nb_node_get(const struct nb_node *node, struct nb_str key);

/* What a scalar says; empty of other nodes and of NULL. */
struct nb_str nb_node_text(const struct nb_node *node);

/* Where value[begin, end) of a scalar stands in the file. */
struct nb_span
nb_node_span(const struct nb_node *scalar, size_t begin, size_t end);
