/*
 * T24 fragment-as-sentence - 为……提供…… stands as a sentence of its own.
 */
#include "check/piece.h"
#include "check/rule.h"

/* A semicolon does not end a sentence: the subject in front of it goes on. */
#define FULL_STOPS U"。！？"

static const struct nb_code code = {
	.id = "T24",
	.name = "fragment-as-sentence",
	.severity = NB_NOTE,
	.title = "状语断成整句",
	.basis = "GB/T 15834—2011 4.1：句号用于句子末尾",
	.help = "与前一句连起来，中间用逗号",
	.why = "“为……提供……”说的是前一件事的结果，单独成句就没有主语，不知道是"
	       "谁提供。"
	       "多半是前面的逗号打成了句号。\n"
	       "误：加强理论研究。为法治政府建设提供智力支撑。\n"
	       "正：加强理论研究，为法治政府建设提供智力支撑。",
};

enum { LEAST = 4 }; /* between 为 and 提供 [char] */

static bool
is_fragment(struct nb_str s)
{
	const struct nb_str from = NB_S("为"), give = NB_S("提供");
	size_t at;

	if (!nb_str_starts(s, from) || nb_str_has(s, NB_S("，")) ||
	    nb_str_has(s, NB_S("：")) || nb_str_has(s, NB_S("；")))
		return false;
	at = nb_str_find(s, give, from.n);
	return at != SIZE_MAX && at + give.n < s.n &&
	    nb_str_chars(nb_str_sub(s, from.n, at - from.n)) >= LEAST;
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	struct nb_piece piece;
	size_t at = 0;

	if (p->is.role != NB_PROSE_BODY || !nb_str_has(p->text, NB_S("提供")))
		return;
	while (nb_piece_next(p->text, FULL_STOPS, &at, &piece))
		/* The first has nothing in front to be joined to. */
		if (piece.begin > 0 && piece.mark == U'。' &&
		    is_fragment(piece.text))
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(p->is.prose, piece.begin, piece.end),
			    "“为……提供……”断成了一句，没有主语");
}

const struct nb_rule nb_rule_fragment_as_sentence = { .code = &code,
	.passage = look };
