/*
 * check/statement.c - reads whole-year figures off the beginnings of
 * sentences.
 */
#include "check/statement.h"

#include "check/piece.h"

#include <glib.h>

#define CLAUSE_ENDS U"，。；：！？、"
#define SENTENCE_ENDS U"。；！？"

bool
nb_cut_deed(const struct nb_number_words *words, struct nb_str *said)
{
	size_t at = nb_words_starting(&words->deed, *said);

	if (at == 0)
		return false;
	nb_str_skip(*said, &at, NB_S("了"));
	nb_str_skip(*said, &at, NB_S("各类"));
	*said = nb_str_from(*said, at);
	return true;
}

bool
nb_cut_joint(const struct nb_number_words *words, struct nb_str *said)
{
	const size_t n = nb_words_ending(&words->joint, *said);

	said->n -= n;
	return n > 0;
}

/* Bytes of “2024年” or “2024年度” that s starts with, or 0. */
static size_t
year_length(const struct nb_check *ck, struct nb_str s)
{
	size_t at = 0;
	int year;

	if (!nb_year_read(s, &at, &year) || year != ck->report->year ||
	    !nb_str_skip(s, &at, NB_S("年")))
		return 0;
	nb_str_skip(s, &at, NB_S("度"));
	return at;
}

/* Steps over 总述 at the start of s; whether the year is among them. */
static bool
skip_whole(const struct nb_check *ck, struct nb_str s, size_t *at)
{
	bool annual = false;

	while (*at < s.n) {
		const struct nb_str rest = nb_str_from(s, *at);
		const size_t year = year_length(ck, rest);
		const size_t word =
		    nb_words_starting(&ck->outline->number->whole, rest);

		if (year == 0 && word == 0)
			break;
		annual = annual || year > 0 ||
		    nb_str_has(nb_str_sub(rest, 0, word), NB_S("年"));
		*at += MAX(year, word);
	}
	return annual;
}

/* “2023年” in a report of 2024. */
static bool
has_other_year(const struct nb_check *ck, struct nb_str s)
{
	const struct nb_str mark = NB_S("年");
	const size_t digits = 4;

	for (size_t at = 0; (at = nb_str_find(s, mark, at)) != SIZE_MAX;
	     at += mark.n) {
		size_t begin = at - MIN(at, digits);
		int year;

		if (nb_year_read(s, &begin, &year) && begin == at &&
		    year != ck->report->year)
			return true;
	}
	return false;
}

static bool
is_of_other_time(const struct nb_check *ck, struct nb_str s)
{
	return nb_words_in(&ck->outline->number->other_time, s) ||
	    has_other_year(ck, s);
}

static bool
is_local(const struct nb_check *ck, struct nb_str s)
{
	return nb_words_in(&ck->outline->number->local, s);
}

bool
nb_is_partial(const struct nb_check *ck, struct nb_str s)
{
	return is_local(ck, s) || is_of_other_time(ck, s);
}

/* The title of the section, and of its chapter. */
static void
read_heading(struct nb_statements *s, struct nb_str title)
{
	const struct nb_str plain = nb_check_plain(s->ck, title);

	s->local = s->local || is_local(s->ck, plain);
	if (is_of_other_time(s->ck, plain))
		s->at = s->passage->text.n;
}

static void
begin_sentence(struct nb_statements *s)
{
	s->sentence = s->at;
	s->open = s->fresh = s->first = true;
	s->annual = false;
}

struct nb_statements
nb_statements_of(const struct nb_check *ck, const struct nb_passage *p)
{
	struct nb_statements s = { .ck = ck, .passage = p };

	begin_sentence(&s);
	if (p->is.role != NB_PROSE_BODY || p->ahead ||
	    (p->is.part != NB_PART_LEAD && p->is.part != NB_PART_SECTIONS &&
		p->is.part != NB_PART_CLOSING) ||
	    !nb_has_digit(p->text)) {
		s.at = p->text.n;
		return s;
	}
	if (p->is.section != NULL) {
		read_heading(&s, p->is.section->title.text);
		read_heading(&s, ck->report->section[p->is.chapter].title.text);
	}
	return s;
}

/* Whether the clause is one figure behind what it counts. */
static bool
read_statement(const struct nb_check *ck, const struct nb_piece *clause,
    size_t said, struct nb_statement *ret)
{
	const struct nb_words *units = &ck->outline->number->unit;
	const struct nb_str s = clause->text;
	struct nb_found_figure f, other;
	size_t at = said, more;
	bool bracket;

	if (!nb_figure_next(s, units, &at, &f) || f.loose || f.q.unit.n == 0 ||
	    f.begin == said)
		return false;
	more = at;
	bracket = nb_str_starts(nb_str_from(s, f.end), NB_S("（"));
	if ((f.end < s.n && !bracket) ||
	    (!bracket && nb_figure_next(s, units, &more, &other)))
		return false;
	*ret = (struct nb_statement){
		.said = nb_str_sub(s, said, f.begin - said),
		.number = clause->begin + f.begin,
		.end = clause->begin + f.end,
		.q = f.q,
		.closed = !bracket &&
		    (clause->mark == 0 ||
			nb_mark_in(SENTENCE_ENDS, clause->mark)),
	};
	return true;
}

/* Whether the next clause of the sentence is a statement. */
static bool
read_clause(struct nb_statements *s, const struct nb_piece *clause,
    struct nb_statement *ret)
{
	size_t said = 0;
	const bool annual = skip_whole(s->ck, clause->text, &said);
	bool found = false;

	s->annual = s->annual || annual;
	if (said == clause->text.n)
		return false;
	found = read_statement(s->ck, clause, said, ret);
	ret->annual = s->annual;
	ret->first = s->first;
	ret->sure = s->fresh;
	s->fresh = s->fresh && found;
	s->first = false;
	return found;
}

/*
 * Whether a statement that ends here counts: looks at what was read since the
 * last one.
 */
static bool
is_told(struct nb_statements *s, size_t end, struct nb_statement *ret)
{
	const struct nb_str text = s->passage->text;
	const size_t begin = MAX(s->tested, s->sentence);
	const struct nb_str earlier =
	    nb_str_sub(text, s->tested, begin - s->tested);
	const struct nb_str here = nb_str_sub(text, begin, end - begin);

	s->tested = end;
	if (is_of_other_time(s->ck, earlier) || is_of_other_time(s->ck, here)) {
		s->at = text.n;
		return false;
	}
	s->open = !is_local(s->ck, here);
	s->local = s->local || !s->open || is_local(s->ck, earlier);
	ret->sure = ret->sure && !s->local;
	return s->open;
}

bool
nb_statement_next(struct nb_statements *s, struct nb_statement *ret)
{
	struct nb_piece clause;

	while (nb_piece_next(s->passage->text, CLAUSE_ENDS, &s->at, &clause)) {
		const bool found = s->open && read_clause(s, &clause, ret) &&
		    is_told(s, clause.end, ret);

		if (clause.mark != 0 && nb_mark_in(SENTENCE_ENDS, clause.mark))
			begin_sentence(s);
		if (found)
			return true;
	}
	return false;
}
