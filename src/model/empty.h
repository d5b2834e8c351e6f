/*
 * model/empty.h - keys of the outermost level with nothing behind them: they
 * wait to be filled in, as in a file by nianbao new.
 */
#pragma once

#include "base/text.h"

struct nb_arena;
struct nb_node;
struct nb_report;

struct nb_empty_key {
	struct nb_str key; /* as written */
	struct nb_span span;
};

struct nb_empty {
	const struct nb_empty_key *key;
	uint32_t n;
};

/* root may be any node. */
const struct nb_empty *
nb_empty_gather(struct nb_arena *a, const struct nb_node *root);

/* Where the key stands so, by its name or a synonym; text is NULL: it does
 * not. */
struct nb_span nb_empty_find(const struct nb_report *r, const char *key);
