/*
 * output/pdf/bytes.h - big-endian numbers: in bytes that may be damaged, and
 * in bytes that are being made.
 *
 * Nothing is read outside of a nb_bytes, whatever is asked for.
 */
#pragma once

#include "base/base.h"

#include <glib.h>

/* Borrowed. */
struct nb_bytes {
	const uint8_t *p;
	size_t n;
};

/* The number of n <= 4 bytes at `at`; 0 where there are not as many. */
static inline uint32_t
nb_bytes_get(struct nb_bytes b, size_t at, unsigned n)
{
	uint32_t x = 0;

	if (at > b.n || n > b.n - at)
		return 0;
	for (unsigned i = 0; i < n; i++)
		x = x << 8 | b.p[at + i];
	return x;
}

/* The n bytes at `at`; false, and none, where there are not as many. */
static inline bool
nb_bytes_sub(struct nb_bytes b, size_t at, size_t n, struct nb_bytes *ret)
{
	const bool can = at <= b.n && n <= b.n - at;

	*ret = (struct nb_bytes){ 0 };
	if (can && n > 0)
		*ret = (struct nb_bytes){ b.p + at, n };
	return can;
}

/* Appends a number of n <= 4 bytes; puts one over what is there. */
void nb_bytes_add(GByteArray *to, uint32_t x, unsigned n);
void nb_bytes_set(GByteArray *to, size_t at, uint32_t x, unsigned n);

void nb_bytes_copy(GByteArray *to, struct nb_bytes b);

/* Appends zeros until the length can be divided by n. */
void nb_bytes_pad(GByteArray *to, unsigned n);
