/*
 * T19 word-repeated - an adverb twice in one clause.
 */
#include "base/word_list.h"
#include "check/piece.h"
#include "check/term_report.h"

#define PIECE_ENDS U"，。；：、！？"

static const struct nb_code code = {
	.id = "T19",
	.name = "word-repeated",
	.severity = NB_WARNING,
	.title = "一个分句内词语重复",
	.basis = "《党政机关公文处理工作条例》第十九条：表述准确，文字精练",
	.help = "留一个，删去另一个",
	.why =
	    "同一个分句里“累计”“进一步”出现两次，是改稿时加了新的没有删旧的。"
	    "只查少数几个副词；“全面依法治区……全面依法治区委员会”这样的不查。\n"
	    "误：累计参加培训时间累计超过12天\n"
	    "正：累计参加培训超过12天",
};

/* Whether both stand in one clause of one passage. */
static bool
share_clause(const struct nb_term_hit *a, const struct nb_term_hit *b)
{
	struct nb_str between;
	struct nb_piece piece;
	size_t at = 0;

	if (a->passage != b->passage)
		return false;
	between = nb_str_sub(a->passage->text, a->end, b->begin - a->end);
	return !nb_piece_next(between, PIECE_ENDS, &at, &piece) ||
	    piece.mark == 0;
}

/* “累计三次或者累计一年”: two things are counted. */
static bool
are_joined(const struct nb_term_hit *a, const struct nb_term_hit *b)
{
	static const char *const words[] = { "和", "或", "及", "与", "并",
		NULL };
	const struct nb_str between =
	    nb_str_sub(a->passage->text, a->end, b->begin - a->end);

	return nb_word_in(words, between) > 0;
}

/* The same word earlier in the clause of hit i, or NULL. */
static const struct nb_term_hit *
find_earlier(const struct nb_term_hits *hits, uint32_t i)
{
	const struct nb_term_hit *hit = &hits->hit[i];

	/* Few words, so few of them between two of the same. */
	for (uint32_t k = i; k > 0; k--) {
		const struct nb_term_hit *h = &hits->hit[k - 1];

		if (!share_clause(h, hit))
			return NULL;
		if (h->term == hit->term && h->nth == hit->nth)
			return h;
	}
	return NULL;
}

static void
run(const struct nb_check *ck)
{
	const struct nb_term_hits hits = nb_terms_of(&ck->terms, code.id);

	for (uint32_t i = 0; i < hits.n; i++) {
		const struct nb_term_hit *hit = &hits.hit[i];
		const struct nb_term_hit *earlier = find_earlier(&hits, i);

		if (earlier != NULL && !are_joined(earlier, hit))
			nb_term_report(ck, &code, hit,
			    "一个分句内“" NB_FMT "”重复",
			    NB_ARG(nb_term_words(ck, hit)));
	}
}

const struct nb_rule nb_rule_word_repeated = { .code = &code, .run = run };
