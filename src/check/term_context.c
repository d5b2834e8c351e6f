/*
 * check/term_context.c - the conditions of an entry, one after the other.
 */
#include "check/term_context.h"

#include "check/near.h"
#include "check/piece.h"

enum {
	CLAUSE_MOST = 180, /* looked through before and behind a word [byte] */
	SENTENCE_MOST = 3000, /* [byte] */
};

/* What is left of s behind a number at its start; s when there is none. */
static struct nb_str
behind_number(struct nb_str s)
{
	size_t n = 0;

	while (n < s.n && nb_is_digit((unsigned char)s.p[n]))
		n++;
	return nb_str_from(s, n);
}

static bool
starts_like(struct nb_str s, struct nb_str pattern)
{
	const struct nb_str number = NB_S("{数}");
	struct nb_str rest;

	if (!nb_str_starts(pattern, number))
		return nb_str_starts(s, pattern);
	rest = behind_number(s);
	return rest.n < s.n &&
	    nb_str_starts(rest, nb_str_from(pattern, number.n));
}

static bool
any_starts(const struct nb_words *w, struct nb_str s)
{
	for (uint32_t i = 0; i < w->n; i++)
		if (starts_like(s, w->word[i]))
			return true;
	return false;
}

/* The text in front of at, without the marks of skip at its end. */
static struct nb_str
in_front(struct nb_str text, size_t at, struct nb_str skip)
{
	size_t end = at;

	while (skip.n > 0 && end > 0) {
		size_t next = end;

		nb_utf8_prev(text, &next);
		if (!nb_str_has(skip, nb_str_sub(text, next, end - next)))
			break;
		end = next;
	}
	return nb_str_sub(text, 0, end);
}

static bool
neighbours_fit(
    const struct nb_term *t, struct nb_str text, size_t begin, size_t end)
{
	const struct nb_str before = in_front(text, begin, t->skip);
	const struct nb_str after = nb_str_from(text, end);

	return (t->before.n == 0 || nb_words_ending(&t->before, before) > 0) &&
	    nb_words_ending(&t->not_before, before) == 0 &&
	    (t->after.n == 0 || any_starts(&t->after, after)) &&
	    !any_starts(&t->not_after, after);
}

static size_t
clause_end(struct nb_str text, size_t begin)
{
	size_t at = begin;

	while (at < text.n && at - begin < CLAUSE_MOST) {
		size_t next = at;

		if (nb_mark_in(NB_CLAUSE_ENDS, nb_utf8_next(text, &next)))
			break;
		at = next;
	}
	return at;
}

static bool
front_fits(const struct nb_term *t, struct nb_str text, size_t begin)
{
	return t->front.n == 0 ||
	    nb_words_in(&t->front,
		nb_since_mark(text, begin, NB_CLAUSE_ENDS, CLAUSE_MOST));
}

static bool
back_fits(const struct nb_term *t, struct nb_str text, size_t end)
{
	struct nb_str back;

	if (t->back.n == 0 && t->tail.n == 0)
		return true;
	back = nb_str_sub(text, end, clause_end(text, end) - end);
	return (t->back.n == 0 || nb_words_in(&t->back, back)) &&
	    (t->tail.n == 0 || nb_words_ending(&t->tail, back) > 0);
}

bool
nb_term_fits_clause(
    const struct nb_term *t, struct nb_str text, size_t begin, size_t end)
{
	return neighbours_fit(t, text, begin, end) &&
	    front_fits(t, text, begin) && back_fits(t, text, end);
}

bool
nb_term_fits_sentence(const struct nb_term *t, struct nb_str sentence)
{
	return (t->with.n == 0 || nb_words_in(&t->with, sentence)) &&
	    !nb_words_in(&t->without, sentence);
}

void
nb_sentence_reach(struct nb_sentence *s, size_t at)
{
	while (s->to <= at && s->to < s->text.n) {
		uint32_t c = 0;

		s->from = s->to;
		while (s->to < s->text.n && !nb_mark_in(NB_SENTENCE_ENDS, c) &&
		    s->to - s->from < SENTENCE_MOST)
			c = nb_utf8_next(s->text, &s->to);
	}
}
