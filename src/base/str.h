/*
 * base/str.h - borrowed UTF-8 slices.
 *
 * A nb_str owns nothing; it points into a source file or an arena and is
 * passed by value.  Text is valid UTF-8 from the reader on.  A C string exists
 * only at a foreign border.  Say what you count: [byte], [char] or [cell].
 */
#pragma once

#include "base/base.h"
#include "base/char.h"

#include <string.h>

struct nb_str {
	const char *p;
	size_t n; /* [byte] */
};

#define NB_S(lit) ((struct nb_str){ "" lit, sizeof(lit) - 1 })
#define NB_FMT "%.*s"
#define NB_ARG(s) (int)(s).n, (s).p

/* Inline: of a literal the length is known at compile time. */
static inline struct nb_str
nb_str_z(const char *z)
{
	return (struct nb_str){ z, z == NULL ? 0 : strlen(z) };
}

static inline bool
nb_str_eq(struct nb_str a, struct nb_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int nb_str_cmp(struct nb_str a, struct nb_str b);

/* Whether they differ in blanks only. */
bool nb_str_eq_solid(struct nb_str a, struct nb_str b);

/* Of a Han character the last byte tells most: it is looked at first. */
static inline bool
nb_str_starts(struct nb_str s, struct nb_str prefix)
{
	return s.n >= prefix.n && (prefix.n < 3 || s.p[2] == prefix.p[2]) &&
	    (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

/* Of few words that end alike the last byte is the same. */
static inline bool
nb_str_ends(struct nb_str s, struct nb_str suffix)
{
	return s.n >= suffix.n &&
	    (suffix.n == 0 ||
		(s.p[s.n - 1] == suffix.p[suffix.n - 1] &&
		    memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0));
}

bool nb_str_has(struct nb_str s, struct nb_str part);

/* Where part first stands in s at or after from, or SIZE_MAX. [byte] */
size_t nb_str_find(struct nb_str s, struct nb_str part, size_t from);

/* How often part stands in s, side by side. */
size_t nb_str_count(struct nb_str s, struct nb_str part);

/* s without its first n bytes; the n bytes from at on (both cut to s). */
static inline struct nb_str
nb_str_from(struct nb_str s, size_t n)
{
	if (n > s.n)
		n = s.n;
	return (struct nb_str){ n == 0 ? s.p : s.p + n, s.n - n };
}

static inline struct nb_str
nb_str_sub(struct nb_str s, size_t at, size_t n)
{
	s = nb_str_from(s, at);
	if (n < s.n)
		s.n = n;
	return s;
}

/* Without blanks (ASCII and U+3000) at both ends. */
struct nb_str nb_str_trim(struct nb_str s);

/* Steps over prefix when it stands at *at. */
static inline bool
nb_str_skip(struct nb_str s, size_t *at, struct nb_str prefix)
{
	if (!nb_str_starts(nb_str_from(s, *at), prefix))
		return false;
	*at += prefix.n;
	return true;
}

/* For characters of two bytes, of four, and damaged ones. */
uint32_t nb_utf8_next_rare(struct nb_str s, size_t *at);

/*
 * The code point at *at, which moves behind it.  A damaged byte yields U+FFFD
 * and is stepped over alone; never reads past the slice.  *at < s.n.
 * Nearly all are of one or three bytes, and all text goes through here.
 */
static inline uint32_t
nb_utf8_next(struct nb_str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;
	uint32_t bytes, c;

	if (p[0] < 0x80) {
		++*at;
		return p[0];
	}
	if (s.n - *at < 3)
		return nb_utf8_next_rare(s, at);
	bytes = (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
	c = (bytes >> 4 & 0xF000) | (bytes >> 2 & 0xFC0) | (bytes & 0x3F);
	if ((bytes & 0xF0C0C0) != 0xE08080 || c < 0x800 ||
	    (c & 0xF800) == 0xD800)
		return nb_utf8_next_rare(s, at);
	*at += 3;
	return c;
}

/* The code point that ends before *at, which moves to its first byte. */
uint32_t nb_utf8_prev(struct nb_str s, size_t *at);

/* First, last code point, or 0 when s is empty. */
uint32_t nb_str_first(struct nb_str s);
uint32_t nb_str_last(struct nb_str s);

/* Number of code points; of Han characters [char]; of cells in a terminal. */
size_t nb_str_chars(struct nb_str s);
size_t nb_str_han(struct nb_str s);
size_t nb_str_cells(struct nb_str s);

/* Edit distance in code points, counted up to limit. [char] */
unsigned nb_str_distance(struct nb_str a, struct nb_str b, unsigned limit);
