/*
 * N09 base-missing - a rate in prose, and no count beside it.
 */
#include "check/figure_scan.h"
#include "check/piece.h"
#include "check/rule.h"

#define SENTENCE_ENDS U"。！？"

static const struct nb_code code = {
	.id = "N09",
	.name = "base-missing",
	.severity = NB_NOTE,
	.title = "只有比率，没有基数",
	.basis = "公文写作惯例；《统计法》关于统计资料真实、准确的要求",
	.help = "在同一句里写明一共多少件、多少人",
	.why =
	    "100%可能是1件里的1件，也可能是1000件里的1000件。比率旁边有件数、"
	    "人数，才看得出分量，别人也才能核对。平均分之类的“分”不算基数。\n"
	    "误：群众满意率达96%\n"
	    "正：回访群众391人，满意率达96%",
};

/* Whether a sentence counts something that a rate can be taken of. */
static bool
has_base(const struct nb_number_words *words, struct nb_str s)
{
	struct nb_found_figure f;

	for (size_t at = 0; nb_figure_next(s, &words->unit, &at, &f);)
		if (nb_words_starting(&words->counted,
			nb_str_sub(s, f.unit, f.end - f.unit)) > 0)
			return true;
	return false;
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_number_words *words = ck->outline->number;
	struct nb_piece piece;
	struct nb_found_rate rate;

	if (ck->report->kind != NB_KIND_REPORT || p->ahead ||
	    p->is.role != NB_PROSE_BODY || !nb_str_has(p->text, NB_S("率")))
		return;
	for (size_t at = 0;
	     nb_piece_next(p->text, SENTENCE_ENDS, &at, &piece);) {
		size_t k = 0, begin;

		if (!nb_rate_next(piece.text, words, &k, &rate) ||
		    has_base(words, piece.text))
			continue;
		begin = piece.begin + rate.name;
		nb_diag_add(ck->diags, &code,
		    nb_prose_span(p->is.prose, begin, piece.begin + rate.end),
		    "“" NB_FMT "”没有基数",
		    NB_ARG(nb_str_sub(
			p->is.prose->text, begin, rate.end - rate.name)));
	}
}

const struct nb_rule nb_rule_base_missing = { .code = &code, .passage = look };
