/*
 * check/piece.c - cuts text at marks.
 */
#include "check/piece.h"

bool
nb_piece_next(
    struct nb_str text, struct nb_str marks, size_t *at, struct nb_piece *ret)
{
	if (*at >= text.n)
		return false;
	ret->begin = *at;
	ret->mark = 0;
	while (ret->mark == 0 && *at < text.n) {
		const uint32_t c = nb_utf8_next(text, at);

		/* Marks are full-width and not Han: few need the search. */
		if (c >= 0x80 && (c < 0x4E00 || c > 0x9FFF) &&
		    nb_mark_in(marks, c))
			ret->mark = c;
		ret->end = *at;
	}
	if (ret->mark != 0)
		nb_utf8_prev(text, &ret->end);
	ret->text = nb_str_sub(text, ret->begin, ret->end - ret->begin);
	return true;
}
