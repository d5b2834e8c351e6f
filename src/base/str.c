#include "base/str.h"

#include <glib.h>
#include <string.h>

int
nb_str_cmp(struct nb_str a, struct nb_str b)
{
	const size_t n = a.n < b.n ? a.n : b.n;
	const int order = n == 0 ? 0 : memcmp(a.p, b.p, n);

	return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

bool
nb_str_has(struct nb_str s, struct nb_str part)
{
	return nb_str_find(s, part, 0) != SIZE_MAX;
}

enum { WORD = 64 }; /* a part up to here is a word [byte] */

/*
 * Where a word first starts in [p, end), or NULL.  Of a Han character the last
 * byte tells most, then the one before it: few places have both.
 */
static const char *
find_word(const char *p, const char *end, struct nb_str word)
{
	const size_t probe = word.n < 3 ? 0 : 2, second = probe / 2;

	while (p < end) {
		const char *hit =
		    memchr(p + probe, word.p[probe], (size_t)(end - p));

		if (hit == NULL)
			return NULL;
		p = hit - probe;
		if (p[second] == word.p[second] &&
		    memcmp(p, word.p, word.n) == 0)
			return p;
		p++;
	}
	return NULL;
}

size_t
nb_str_find(struct nb_str s, struct nb_str part, size_t from)
{
	const char *hit;

	if (from > s.n || part.n > s.n - from)
		return SIZE_MAX;
	if (part.n == 0)
		return from;
	hit = part.n <= WORD
	    ? find_word(s.p + from, s.p + s.n - part.n + 1, part)
	    : memmem(s.p + from, s.n - from, part.p, part.n);
	return hit == NULL ? SIZE_MAX : (size_t)(hit - s.p);
}

size_t
nb_str_count(struct nb_str s, struct nb_str part)
{
	size_t n = 0;

	for (size_t at = 0; (at = nb_str_find(s, part, at)) != SIZE_MAX;
	     at += part.n)
		n++;
	return n;
}

struct nb_str
nb_str_trim(struct nb_str s)
{
	size_t at;

	for (at = 0; at < s.n;) {
		size_t next = at;

		if (!nb_is_blank(nb_utf8_next(s, &next)))
			break;
		at = next;
	}
	s = nb_str_from(s, at);
	while (s.n > 0) {
		size_t end = s.n;

		if (!nb_is_blank(nb_utf8_prev(s, &end)))
			break;
		s.n = end;
	}
	return s;
}

uint32_t
nb_utf8_next_rare(struct nb_str s, size_t *at)
{
	const unsigned char first = (unsigned char)s.p[*at];
	const gunichar c =
	    g_utf8_get_char_validated(s.p + *at, (gssize)(s.n - *at));

	if (c == (gunichar)-1 || c == (gunichar)-2) {
		++*at;
		return 0xFFFD;
	}
	*at += first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
	return c;
}

uint32_t
nb_utf8_prev(struct nb_str s, size_t *at)
{
	size_t start = *at - 1, next;
	uint32_t c;

	while (start > 0 && *at - start < 4 &&
	    ((unsigned char)s.p[start] & 0xC0) == 0x80)
		start--;
	next = start;
	c = nb_utf8_next(s, &next);
	if (next != *at) { /* damaged: one byte at a time */
		start = *at - 1;
		c = 0xFFFD;
	}
	*at = start;
	return c;
}

uint32_t
nb_str_first(struct nb_str s)
{
	size_t at = 0;

	return s.n == 0 ? 0 : nb_utf8_next(s, &at);
}

uint32_t
nb_str_last(struct nb_str s)
{
	size_t at = s.n;

	return s.n == 0 ? 0 : nb_utf8_prev(s, &at);
}

size_t
nb_str_chars(struct nb_str s)
{
	size_t n = 0;

	for (size_t at = 0; at < s.n; n++)
		nb_utf8_next(s, &at);
	return n;
}

size_t
nb_str_han(struct nb_str s)
{
	size_t n = 0, at = 0;

	while (at < s.n) {
		/* U+5000 to U+9FFF, by their first byte */
		if ((unsigned char)s.p[at] >= 0xE5 &&
		    (unsigned char)s.p[at] <= 0xE9 && s.n - at >= 3) {
			at += 3;
			n++;
		} else {
			n += nb_is_han(nb_utf8_next(s, &at));
		}
	}
	return n;
}

size_t
nb_str_cells(struct nb_str s)
{
	size_t n = 0;

	for (size_t at = 0; at < s.n;)
		n += nb_char_cells(nb_utf8_next(s, &at));
	return n;
}

/* The next character that is not blank, or 0. */
static uint32_t
next_solid(struct nb_str s, size_t *at)
{
	while (*at < s.n) {
		const uint32_t c = nb_utf8_next(s, at);

		if (!nb_is_blank(c))
			return c;
	}
	return 0;
}

bool
nb_str_eq_solid(struct nb_str a, struct nb_str b)
{
	size_t i = 0, k = 0;
	uint32_t c;

	do {
		c = next_solid(a, &i);
		if (c != next_solid(b, &k))
			return false;
	} while (c != 0);
	return true;
}

unsigned
nb_str_distance(struct nb_str a, struct nb_str b, unsigned limit)
{
	enum { MOST = 64 };
	unsigned row[MOST + 1], n = (unsigned)nb_str_chars(b), i = 0;

	if (nb_str_chars(a) > MOST || n > MOST)
		return limit;
	for (unsigned j = 0; j <= n; j++)
		row[j] = j;
	for (size_t at = 0; at < a.n;) {
		const uint32_t ca = nb_utf8_next(a, &at);
		unsigned diagonal = row[0], j = 1;

		row[0] = ++i;
		for (size_t bt = 0; bt < b.n; j++) {
			const unsigned above = row[j];
			const bool same = nb_utf8_next(b, &bt) == ca;

			row[j] = MIN(MIN(above, row[j - 1]) + 1,
			    diagonal + (same ? 0 : 1));
			diagonal = above;
		}
	}
	return MIN(row[n], limit);
}
