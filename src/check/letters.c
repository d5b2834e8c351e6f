/*
 * check/letters.c - one pass over a paragraph.
 */
#include "check/letters.h"

/* The longest of the words that s starts with; 0: none. [byte] */
static size_t
longest_start(const struct nb_words *w, struct nb_str s)
{
	size_t longest = 0;

	for (uint32_t i = 0; i < w->n; i++)
		if (w->word[i].n > longest && nb_str_starts(s, w->word[i]))
			longest = w->word[i].n;
	return longest;
}

/* 1,234.5 */
static size_t
figure_length(struct nb_str s)
{
	size_t n = 0;

	while (n < s.n &&
	    (nb_is_digit((unsigned char)s.p[n]) ||
		(n > 0 && (s.p[n] == '.' || s.p[n] == ',') && n + 1 < s.n &&
		    nb_is_digit((unsigned char)s.p[n + 1]))))
		n++;
	return n;
}

static uint16_t
code_of(uint32_t c)
{
	const uint16_t low = (uint16_t)(c & 0xFFFF);

	return low < NB_LETTER_FIRST ? NB_LETTER_FIRST : low;
}

/*
 * The letter at *at, which moves behind it; false where there is none: at a
 * mark, a blank or a prescribed wording.
 */
static bool
next_letter(const struct nb_letters_style *style, struct nb_str s, size_t *at,
    uint16_t *ret)
{
	const struct nb_str rest = nb_str_from(s, *at);
	const size_t figure = style->values ? 0 : figure_length(rest);
	const size_t phrase = longest_start(style->phrase, rest);
	const size_t own = longest_start(style->own, rest);
	uint32_t c;

	*at += MAX(figure, MAX(phrase, own));
	*ret = figure > 0 ? NB_LETTER_FIGURE : NB_LETTER_OWN;
	if (figure > 0 || (own > 0 && own >= phrase))
		return true;
	if (phrase > 0)
		return false;
	c = nb_utf8_next(s, at);
	*ret = code_of(c);
	return nb_is_han(c) || nb_is_digit(c) || nb_is_latin(c);
}

void
nb_letters_add(const struct nb_letters_style *style, struct nb_str s,
    GArray *letter, GArray *at)
{
	const uint16_t end = NB_LETTER_END;
	const uint32_t n = (uint32_t)s.n;

	for (size_t next = 0; next < s.n;) {
		const uint32_t begin = (uint32_t)next;
		uint16_t one;

		if (!next_letter(style, s, &next, &one))
			continue;
		g_array_append_val(letter, one);
		if (at != NULL)
			g_array_append_val(at, begin);
	}
	g_array_append_val(letter, end);
	if (at != NULL)
		g_array_append_val(at, n);
}

bool
nb_letter_counts(uint16_t letter)
{
	return nb_is_han(letter);
}
