#include "base/char.h"

#include <glib.h>

bool
nb_is_latin(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	    (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool
nb_is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 ||
	    c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

bool
nb_is_cjk(uint32_t c)
{
	return nb_is_han(c) || (c >= 0x3000 && c <= 0x303F) ||
	    (c >= 0xFF01 && c <= 0xFF60) || c == 0x2014 || c == 0x2018 ||
	    c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026;
}

unsigned
nb_char_cells(uint32_t c)
{
	if (c >= 0x4E00 && c <= 0x9FFF)
		return 2;
	if (c >= ' ' && c < 0x7F)
		return 1;
	if (g_unichar_iszerowidth(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}
