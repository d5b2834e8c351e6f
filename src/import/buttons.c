#include "import/buttons.h"

#include "import/vocabulary.h"

#include <glib.h>

static bool
is_separator(uint32_t c)
{
	static const uint32_t mark[] = { '|', '[', ']', '(', ')', ':', 0x3010,
		0x3011, 0xFF08, 0xFF09, 0xFF1A, 0xFF3B, 0xFF3D, 0xFF5C };

	for (size_t i = 0; i < NB_COUNT(mark); i++)
		if (c == mark[i])
			return true;
	return nb_is_blank(c);
}

/* Where the characters that are separators, or are none, end. [byte] */
static size_t
end_of(struct nb_str s, size_t from, bool separators)
{
	size_t at = from, end = from;

	while (at < s.n && is_separator(nb_utf8_next(s, &at)) == separators)
		end = at;
	return end;
}

/* 105, 105次: what a counter counts. */
static bool
is_count(struct nb_str s)
{
	size_t at = 0;

	while (at < s.n && nb_is_digit((unsigned char)s.p[at]))
		at++;
	return at > 0 &&
	    (at == s.n || nb_str_eq(nb_str_from(s, at), NB_S("次")));
}

size_t
nb_buttons_at_end(const struct nb_vocabulary *words, struct nb_str plain)
{
	size_t begin = plain.n, at = 0;

	while (at < plain.n) {
		const size_t from = end_of(plain, at, true);
		const size_t end = end_of(plain, from, false);
		const struct nb_str word = nb_str_sub(plain, from, end - from);

		if (nb_words_have(&words->page.button, word))
			begin = MIN(begin, at);
		else if (word.n > 0 && (begin == plain.n || !is_count(word)))
			begin = plain.n;
		at = end;
	}
	return begin;
}

bool
nb_buttons_only(const struct nb_vocabulary *words, struct nb_str plain)
{
	return plain.n > 0 &&
	    (nb_buttons_at_end(words, plain) == 0 ||
		end_of(plain, 0, true) == plain.n);
}
