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
