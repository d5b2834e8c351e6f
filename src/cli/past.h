/*
 * cli/past.h - reads the files that a report names: 上年, and 上年 of that, and
 * 方案.
 */
#pragma once

#include "model/past.h"

struct nb_arena;
struct nb_node;

/*
 * Files that are at hand, in the order in which they are asked for; bytes.p is
 * NULL of one that could not be read.
 */
struct nb_past_shelf {
	const char *const *name;
	const struct nb_str *bytes;
	uint32_t n, next;
};

/*
 * The files as they are, from the folder of the file `path`, or from a shelf
 * when there is one.  What is wrong in them is not said here.
 */
void
nb_past_load(struct nb_arena *a, const char *path, const struct nb_node *root,
    struct nb_past_shelf *shelf, struct nb_past *ret);

/*
 * The bytes of each of these files, in the order in which they are asked for;
 * bytes->p is NULL of one that cannot be read.
 */
typedef void
nb_past_see(void *to, const char *path, const struct nb_str *bytes);
void nb_past_each(struct nb_arena *a, const char *path,
    const struct nb_node *root, nb_past_see *see, void *to);
