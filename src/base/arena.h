/*
 * base/arena.h - memory that lives and dies with a phase.
 *
 * Everything a phase makes is allocated in one arena and freed with it; there
 * is no free for a single object.  Memory is zeroed and never NULL: running
 * out of it ends the program in one place (base.h).
 */
#pragma once

#include "base/base.h"
#include "base/str.h"

typedef struct _GArray GArray;

struct nb_arena;

struct nb_arena *nb_arena_new(void);
void nb_arena_free(struct nb_arena *a);

/* n zeroed bytes, aligned for any type. */
void *nb_arena_alloc(struct nb_arena *a, size_t n);
void *nb_arena_alloc_n(struct nb_arena *a, size_t n, size_t size);

/* Copies; the result is also NUL-terminated, outside its length. */
struct nb_str nb_arena_str(struct nb_arena *a, struct nb_str s);
struct nb_str
nb_arena_printf(struct nb_arena *a, const char *fmt, ...) NB_PRINTF(2, 3);

/* A copy of all that an array holds; and the array is freed. */
void *nb_arena_copy(struct nb_arena *a, GArray *from);
void *nb_arena_take(struct nb_arena *a, GArray *from);

#define nb_new(a, type) ((type *)nb_arena_alloc((a), sizeof(type)))
#define nb_new_n(a, type, n) ((type *)nb_arena_alloc_n((a), (n), sizeof(type)))
