/*
 * check/near.c - looks beside a place.
 */
#include "check/near.h"

#include "check/piece.h"

uint32_t
nb_char_before(struct nb_str s, size_t at)
{
	return at == 0 ? 0 : nb_utf8_prev(s, &at);
}

uint32_t
nb_char_after(struct nb_str s, size_t at)
{
	return at >= s.n ? 0 : nb_utf8_next(s, &at);
}

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

bool
nb_asks_before(struct nb_str s, size_t at)
{
	static const char *const words[] = { "谁", "什么", "怎", "哪", "何",
		"吗", "呢", "几", "多少", "是否", "么", "能否", "可否", "吧" };
	enum { FAR = 30 }; /* characters of a question, at most */
	size_t begin = at;
	struct nb_str clause;

	for (unsigned n = 0; n < FAR && begin > 0; n++) {
		size_t here = begin;

		if (nb_mark_in(NB_CLAUSE_ENDS, nb_utf8_prev(s, &here)))
			break;
		begin = here;
	}
	clause = nb_str_sub(s, begin, at - begin);
	for (size_t i = 0; i < NB_COUNT(words); i++)
		if (nb_str_has(clause, nb_str_z(words[i])))
			return true;
	return false;
}

bool
nb_is_word_char(uint32_t c)
{
	return nb_is_han(c) || nb_is_digit(c) || nb_is_latin(c);
}

void
nb_offer_fix(struct nb_diag *g, const struct nb_prose *p, size_t begin,
    size_t end, struct nb_str fix)
{
	if (nb_prose_is_verbatim(p, begin, end))
		g->fix = fix;
}
