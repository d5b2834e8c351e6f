/*
 * check/per_line.c - remembers a line.
 */
#include "check/per_line.h"

bool
nb_per_line(uint32_t *line, struct nb_span s)
{
	const uint32_t now = nb_text_pos(s.text, s.begin).line;
	const bool other = now != *line;

	*line = now;
	return other;
}
