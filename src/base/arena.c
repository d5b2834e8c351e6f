#include "base/arena.h"

#include <glib.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 * 1024 }; /* [byte] */

struct block {
	struct block *next;
	size_t used, size; /* [byte] of data */
	alignas(max_align_t) unsigned char data[];
};

struct nb_arena {
	struct block *first;
};

struct nb_arena *
nb_arena_new(void)
{
	struct nb_arena *a = calloc(1, sizeof(*a));

	if (a == NULL)
		nb_out_of_memory();
	return a;
}

void
nb_arena_free(struct nb_arena *a)
{
	struct block *b, *next;

	if (a == NULL)
		return;
	for (b = a->first; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

/*
 * A large object gets a block of its own behind the one being filled.  What a
 * block holds is zeroed as it is given away: most arenas fill little of theirs.
 */
static struct block *
add_block(struct nb_arena *a, size_t n)
{
	const size_t size = n > BLOCK ? n : BLOCK;
	struct block *b = malloc(sizeof(*b) + size);

	if (b == NULL)
		nb_out_of_memory();
	b->size = size;
	b->used = 0;
	if (n > BLOCK && a->first != NULL) {
		b->next = a->first->next;
		a->first->next = b;
	} else {
		b->next = a->first;
		a->first = b;
	}
	return b;
}

void *
nb_arena_alloc(struct nb_arena *a, size_t n)
{
	const size_t unit = alignof(max_align_t);
	struct block *b = a->first;
	void *p;

	if (n > SIZE_MAX / 2)
		nb_out_of_memory();
	n = (n + unit - 1) / unit * unit;
	if (b == NULL || b->size - b->used < n)
		b = add_block(a, n);
	p = b->data + b->used;
	b->used += n;
	return memset(p, 0, n);
}

void *
nb_arena_alloc_n(struct nb_arena *a, size_t n, size_t size)
{
	if (n != 0 && size > SIZE_MAX / 2 / n)
		nb_out_of_memory();
	return nb_arena_alloc(a, n * size);
}

struct nb_str
nb_arena_str(struct nb_arena *a, struct nb_str s)
{
	char *p = nb_arena_alloc(a, s.n + 1);

	if (s.n != 0)
		memcpy(p, s.p, s.n);
	return (struct nb_str){ p, s.n };
}

struct nb_str
nb_arena_printf(struct nb_arena *a, const char *fmt, ...)
{
	va_list ap, again;
	char *p;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	nb_assert(n >= 0);
	p = nb_arena_alloc(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (struct nb_str){ p, (size_t)n };
}

void *
nb_arena_copy(struct nb_arena *a, GArray *from)
{
	const size_t size = g_array_get_element_size(from);
	void *copy = nb_arena_alloc_n(a, from->len, size);

	if (from->len > 0)
		memcpy(copy, from->data, from->len * size);
	return copy;
}

void *
nb_arena_take(struct nb_arena *a, GArray *from)
{
	void *copy = nb_arena_copy(a, from);

	g_array_unref(from);
	return copy;
}
