/*
 * The table of characters as pairs sorted by the first; no conversion library
 * at run time.
 */
#include "base/hant.h"

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
