/*
 * check/piece.c - cuts text at marks.
 */
#include "check/piece.h"

bool
nb_piece_next(
    struct nb_str text, const char32_t *marks, size_t *at, struct nb_piece *ret)
{
	if (*at >= text.n)
		return false;
	ret->begin = *at;
	ret->mark = 0;
	for (;;) {
		uint32_t c;

		ret->end = *at = nb_skip_han(text, *at);
		if (*at >= text.n)
			break;
		c = nb_utf8_next(text, at);
		if (nb_mark_in(marks, c)) {
			ret->mark = c;
			break;
		}
	}
	ret->text = nb_str_sub(text, ret->begin, ret->end - ret->begin);
	return true;
}
