/*
 * The set as one bit a code point; no conversion library at run time.
 */
#include "base/gb2312.h"

enum { FIRST = 0x4E00, LAST = 0x9FFF };

/* Bit c - FIRST, 32 to a word. */
static const uint32_t set[] = {
#include "base/gb2312.inc"
};

bool
nb_gb2312_has(uint32_t c)
{
	if (c < FIRST || c > LAST)
		return false;
	c -= FIRST;
	return set[c / 32] >> c % 32 & 1;
}
