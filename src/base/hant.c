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
