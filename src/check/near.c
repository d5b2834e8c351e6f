/*
 * check/near.c - looks beside a place.
 */
#include "check/near.h"

size_t
nb_digits_end(struct nb_str s, size_t at)
{
	while (at < s.n && nb_is_digit((unsigned char)s.p[at]))
		at++;
	return at;
}

struct nb_str
nb_since_mark(struct nb_str s, size_t at, const char32_t *marks, size_t most)
{
	size_t begin = at;

	while (begin > 0 && at - begin < most) {
		size_t before = begin;

		if (nb_mark_in(marks, nb_utf8_prev(s, &before)))
			break;
		begin = before;
	}
	return nb_str_sub(s, begin, at - begin);
}

struct nb_str
nb_han_before(struct nb_str s, size_t at, unsigned most)
{
	size_t begin = at;

	for (unsigned n = 0; n < most && begin > 0; n++) {
		size_t before = begin;

		if (!nb_is_han(nb_utf8_prev(s, &before)))
			break;
		begin = before;
	}
	return nb_str_sub(s, begin, at - begin);
}

enum { CHARS = 5 }; /* shown on a side */

struct nb_str
nb_str_before(struct nb_str s, size_t at)
{
	const size_t end = at;

	for (unsigned n = 0; n < CHARS && at > 0; n++)
		nb_utf8_prev(s, &at);
	return nb_str_sub(s, at, end - at);
}

struct nb_str
nb_str_around(struct nb_str s, size_t begin, size_t end)
{
	for (unsigned n = 0; n < CHARS && begin > 0; n++)
		nb_utf8_prev(s, &begin);
	for (unsigned n = 0; n < CHARS && end < s.n; n++)
		nb_utf8_next(s, &end);
	return nb_str_sub(s, begin, end - begin);
}

void
nb_offer_fix(struct nb_diag *g, const struct nb_prose *p, size_t begin,
    size_t end, struct nb_str fix)
{
	if (nb_prose_is_verbatim(p, begin, end))
		g->fix = fix;
}
