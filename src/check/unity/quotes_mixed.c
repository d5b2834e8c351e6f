/*
 * C09 quotes-mixed - a term with quotation marks here and without them there.
 */
#include "check/term_report.h"

static const struct nb_code code = {
	.id = "C09",
	.name = "quotes-mixed",
	.severity = NB_NOTE,
	.title = "一个词有的加引号、有的不加",
	.basis = "GB/T 15834—2011 4.8：标示具有特殊含义的词语用引号",
	.help = "全篇一样：都加，或者都不加",
	.why =
	    "“三项制度”这样有特定含义的简称，通常加引号。前面加、后面不加，"
	    "读的人会想是不是两回事。只查少数几个常用的简称，书名号里的不算。\n"
	    "误：落实行政执法三项制度……全面推行“三项制度”\n"
	    "正：落实行政执法“三项制度”……全面推行“三项制度”",
};

/* One word: whether it stands both ways, and where it is bare first. */
static void
look(const struct nb_check *ck, const struct nb_term_hits *hits,
    const struct nb_term *term, uint32_t nth)
{
	const struct nb_term_hit *bare = NULL;
	bool quoted = false;

	for (uint32_t i = 0; i < hits->n; i++) {
		const struct nb_term_hit *hit = &hits->hit[i];

		if (hit->term != term || hit->nth != nth)
			continue;
		if (hit->quoted)
			quoted = true;
		else if (bare == NULL)
			bare = hit;
	}
	if (quoted && bare != NULL)
		nb_term_report(ck, &code, bare,
		    "“" NB_FMT "”别处加了引号，这里没有",
		    NB_ARG(nb_term_words(ck, bare)));
}

static void
run(const struct nb_check *ck)
{
	const struct nb_term_hits hits = nb_terms_of(&ck->terms, code.id);
	const struct nb_lexicon *lx = ck->terms.lexicon;

	for (uint32_t i = 0; lx != NULL && i < lx->n_terms; i++)
		if (nb_str_eq(lx->term[i]->code, nb_str_z(code.id)))
			for (uint32_t k = 0; k < lx->term[i]->word.n; k++)
				look(ck, &hits, lx->term[i], k);
}

const struct nb_rule nb_rule_quotes_mixed = { .code = &code, .run = run };
