/*
 * check/achieved.c - achieved figures.
 */
#include "check/achieved.h"

/* Whether a measure word stands at the start of s. */
static bool
starts_with_unit(const struct nb_words *unit, struct nb_str s)
{
	for (uint32_t i = 0; i < unit->n; i++)
		if (nb_str_starts(s, unit->word[i]))
			return true;
	return false;
}

/* Whether the number that ends at at counts nothing: 第3次. */
static bool
is_ordinal(struct nb_str clause, size_t at)
{
	while (at > 0 && nb_is_digit((unsigned char)clause.p[at - 1]))
		at--;
	return nb_str_ends(nb_str_sub(clause, 0, at), NB_S("第"));
}

static bool
is_achieved(const struct nb_figure_words *words, struct nb_str clause)
{
	bool after_digit = false;

	if (nb_words_in(&words->veto, clause))
		return false;
	for (size_t at = 0; at < clause.n;) {
		const size_t start = at;
		const uint32_t c = nb_utf8_next(clause, &at);

		if (after_digit && !nb_is_digit(c) &&
		    starts_with_unit(
			&words->unit, nb_str_from(clause, start)) &&
		    !is_ordinal(clause, start))
			return true;
		after_digit = nb_is_digit(c);
	}
	return false;
}

static bool
ends_clause(uint32_t c)
{
	return c == U'，' || c == U'。' || c == U'；' || c == U'：' ||
	    c == U'！' || c == U'？';
}

uint32_t
nb_achieved_count(const struct nb_figure_words *words, struct nb_str text)
{
	uint32_t n = 0;
	size_t start = 0, at;

	for (at = 0; at < text.n;) {
		const size_t here = at;

		if (!ends_clause(nb_utf8_next(text, &at)))
			continue;
		n += is_achieved(words, nb_str_sub(text, start, here - start));
		start = at;
	}
	return n + is_achieved(words, nb_str_from(text, start));
}
