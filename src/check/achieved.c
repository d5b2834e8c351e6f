/*
 * check/achieved.c - achieved figures.
 */
#include "check/achieved.h"

#include "check/near.h"
#include "check/piece.h"

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
	for (size_t at = 0; (at = nb_skip_han(clause, at)) < clause.n;) {
		const size_t end = nb_digits_end(clause, at);

		if (end == at) {
			at++;
			continue;
		}
		at = end;
		if (nb_words_starting(&words->unit, nb_str_from(clause, at)) >
			0 &&
		    !is_ordinal(clause, at))
			return !nb_words_in(&words->veto, clause);
	}
	return false;
}

uint32_t
nb_achieved_count(const struct nb_figure_words *words, struct nb_str text)
{
	struct nb_piece clause;
	uint32_t n = 0;

	if (!nb_has_digit(text))
		return 0;
	for (size_t at = 0; nb_piece_next(text, NB_CLAUSE_ENDS, &at, &clause);)
		n += is_achieved(words, clause.text);
	return n;
}
