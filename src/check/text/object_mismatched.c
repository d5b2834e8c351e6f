/*
 * T22 object-mismatched - a clause whose verb and object do not go together:
 * 推动……机制.
 */
#include "check/near.h"
#include "check/piece.h"
#include "check/term_report.h"

static const struct nb_code code = {
	.id = "T22",
	.name = "object-mismatched",
	.severity = NB_NOTE,
	.title = "动宾搭配不当",
	.basis = "《现代汉语词典》",
	.help = "换动词，或者补上宾语：推动建立机制，提高实效",
	.why = "中间隔了几个字，前面的动词和后面的名词就容易对不上：机制要建立"
	       "、健全，"
	       "实效要提高、增强。只查少数几对，分句以这个动词起头、以这个名词"
	       "收尾才算。\n"
	       "误：完善重大行政决策公众参与实效\n"
	       "正：提高重大行政决策公众参与实效",
};

/* Whether s is adverbs only. */
static bool
says_nothing(const struct nb_words *adverbs, struct nb_str s)
{
	size_t at = 0;

	while (at < s.n) {
		uint32_t i = 0;

		while (i < adverbs->n && !nb_str_skip(s, &at, adverbs->word[i]))
			i++;
		if (i == adverbs->n)
			return false;
	}
	return true;
}

/* Whether the verb is the first word of its clause, adverbs apart. */
static bool
starts_clause(const struct nb_check *ck, const struct nb_term_hit *hit)
{
	enum { REACH = 60 }; /* a few adverbs [byte] */

	return says_nothing(&ck->terms.lexicon->adverbs,
	    nb_since_mark(
		hit->passage->text, hit->begin, NB_CLAUSE_ENDS, REACH));
}

/* Which of the nouns ends the clause behind the verb. */
static struct nb_str
find_object(const struct nb_term_hit *hit)
{
	const struct nb_str rest = nb_str_from(hit->passage->text, hit->end);
	struct nb_piece clause = { 0 };
	size_t at = 0;

	if (nb_piece_next(rest, NB_CLAUSE_ENDS, &at, &clause))
		for (uint32_t i = 0; i < hit->term->tail.n; i++)
			if (nb_str_ends(clause.text, hit->term->tail.word[i]))
				return hit->term->tail.word[i];
	return NB_S("");
}

static void
look(const struct nb_check *ck, const struct nb_term_hit *hit)
{
	if (starts_clause(ck, hit))
		nb_term_report(ck, &code, hit,
		    "“" NB_FMT "……" NB_FMT "”动宾不搭配",
		    NB_ARG(nb_term_words(ck, hit)), NB_ARG(find_object(hit)));
}

const struct nb_rule nb_rule_object_mismatched = { .code = &code,
	.term = look };
