/*
 * The table of characters as pairs sorted by the first; no conversion library
 * at run time.
 */
#include "base/hant.h"

#include "base/arena.h"

#include <glib.h>
#include <string.h>

/* Both take three bytes in UTF-8. */
static const struct {
	uint16_t from, to;
} table[] = {
#include "base/hant.inc"
};

uint32_t
nb_hant_simplified(uint32_t c)
{
	size_t low = 0, high = NB_COUNT(table);

	if (c < table[0].from)
		return c;
	while (low < high) {
		const size_t mid = low + (high - low) / 2;

		if (table[mid].from == c)
			return table[mid].to;
		if (table[mid].from < c)
			low = mid + 1;
		else
			high = mid;
	}
	return c;
}

struct nb_str
nb_hant_fold(struct nb_arena *a, struct nb_str s)
{
	char *copy = nb_arena_alloc(a, s.n);

	for (size_t at = 0; at < s.n;) {
		const size_t start = at;
		const uint32_t c = nb_utf8_next(s, &at);
		const uint32_t to = nb_hant_simplified(c);

		if (to != c)
			g_unichar_to_utf8(to, copy + start);
		else
			memcpy(copy + start, s.p + start, at - start);
	}
	return (struct nb_str){ copy, s.n };
}

/* Whether the characters of a and b, of as many bytes, are the same ones. */
static bool
is_same(struct nb_str a, struct nb_str b)
{
	for (size_t i = 0, k = 0; i < a.n;) {
		const uint32_t x = nb_utf8_next(a, &i);
		const uint32_t y = nb_utf8_next(b, &k);

		if (i != k ||
		    (x != y && nb_hant_simplified(x) != nb_hant_simplified(y)))
			return false;
	}
	return true;
}

bool
nb_hant_skip(struct nb_str s, size_t *at, struct nb_str plain)
{
	const struct nb_str rest = nb_str_from(s, *at);

	if (rest.n < plain.n || !is_same(plain, nb_str_sub(rest, 0, plain.n)))
		return false;
	*at += plain.n;
	return true;
}

bool
nb_hant_ends(struct nb_str s, struct nb_str plain)
{
	size_t at = s.n;

	if (s.n < plain.n)
		return false;
	while (s.n - at < plain.n)
		nb_utf8_prev(s, &at);
	return s.n - at == plain.n && nb_hant_skip(s, &at, plain);
}

bool
nb_hant_eq(struct nb_str a, struct nb_str b)
{
	return a.n == b.n && is_same(a, b);
}
