/*
 * base/str.h - borrowed UTF-8 slices.
 *
 * A nb_str owns nothing; it points into a source file or an arena and is
 * passed by value.  Text is valid UTF-8 from the reader on.  A C string exists
 * only at a foreign border.  Say what you count: [byte], [char] or [cell].
 */
#pragma once

#include "base/base.h"

#include <string.h>

struct nb_str {
	const char *p;
	size_t n; /* [byte] */
};

#define NB_S(lit) ((struct nb_str){ "" lit, sizeof(lit) - 1 })
#define NB_FMT "%.*s"
#define NB_ARG(s) (int)(s).n, (s).p

struct nb_str nb_str_z(const char *z);

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

bool nb_str_ends(struct nb_str s, struct nb_str suffix);
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
bool nb_str_skip(struct nb_str s, size_t *at, struct nb_str prefix);

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
	uint32_t c;

	if (p[0] < 0x80) {
		++*at;
		return p[0];
	}
	if ((p[0] & 0xF0) != 0xE0 || s.n - *at < 3 || (p[1] & 0xC0) != 0x80 ||
	    (p[2] & 0xC0) != 0x80)
		return nb_utf8_next_rare(s, at);
	c = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	if (c < 0x800 || (c & 0xF800) == 0xD800)
		return nb_utf8_next_rare(s, at);
	*at += 3;
	return c;
}

/* The code point that ends before *at, which moves to its first byte. */
uint32_t nb_utf8_prev(struct nb_str s, size_t *at);

/* First, last code point, or 0 when s is empty. */
uint32_t nb_str_first(struct nb_str s);
uint32_t nb_str_last(struct nb_str s);

/* Number of code points; of Han characters. [char] */
size_t nb_str_chars(struct nb_str s);
size_t nb_str_han(struct nb_str s);

/* Terminal cells: Han and full-width marks take two, combining marks none. */
unsigned nb_char_cells(uint32_t c);
size_t nb_str_cells(struct nb_str s);

static inline bool
nb_is_han(uint32_t c)
{
	return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
	    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
	    c == 0x3007;
}

/* 0-9 */
static inline bool
nb_is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

bool nb_is_latin(uint32_t c); /* A-Z a-z and accented letters */
bool nb_is_blank(uint32_t c); /* space, tab, CR, LF, U+00A0, U+3000 ... */

/* Han, or a full-width mark: text that is set without word spaces. */
bool nb_is_cjk(uint32_t c);

/* Edit distance in code points, counted up to limit. [char] */
unsigned nb_str_distance(struct nb_str a, struct nb_str b, unsigned limit);
