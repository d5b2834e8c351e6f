/*
 * style/entry.h - values of a template file, found by the keys that lead to
 * them: “页面/天头”.  A value stands bare or as {值: 37mm, 容差: 1mm, 条: …}.
 */
#pragma once

#include "base/len.h"
#include "base/str.h"

struct nb_arena;
struct nb_node;

/* What an item of a list goes by: what it says, or a map's first value. */
struct nb_str nb_entry_name(const struct nb_node *item);

/* The node under keys joined by /, or NULL.  A list's map goes by its name. */
const struct nb_node *
nb_entry_find(const struct nb_node *root, const char *path);

/*
 * Which child of a map or a list goes by that name, or SIZE_MAX; then *near is
 * the name most like it, or empty.
 */
size_t nb_entry_child(
    const struct nb_node *node, struct nb_str name, struct nb_str *near);

/* What a scalar, or the 值 of a map, says; else empty. */
struct nb_str nb_entry_value(const struct nb_node *node);

/* The clause it stands on (条, else 出处), or empty. */
struct nb_str nb_entry_clause(const struct nb_node *node);

/* “37mm” → 37, *rest “mm”.  Not locale-bound. */
bool nb_entry_number(struct nb_str s, double *ret, struct nb_str *rest);

/* mm, pt, or 字 of width cell; false for anything else. */
bool nb_entry_length(struct nb_str s, nb_len cell, nb_len *ret);

/* A length in a unit people say, 28磅, in ours: 28pt; else empty. */
struct nb_str nb_entry_in_unit(struct nb_arena *a, struct nb_str s);
