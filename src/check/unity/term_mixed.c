/*
 * C08 term-mixed - one thing by several names.
 */
#include "check/term_report.h"

#include "base/arena.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "C08",
	.name = "term-mixed",
	.severity = NB_WARNING,
	.title = "术语混用",
	.basis = "《党政机关公文处理工作条例》第十九条：表述准确，文字精练",
	.help = "全篇统一用一个，宜用第一个",
	.why =
	    "同一件事前面叫满意度，后面叫满意率，读的人会以为是两个指标，核对起"
	    "来也对不上。"
	    "只查几组固定的说法，“合法性审核”“合法性审查”各有所指，不在其内。\n"
	    "误：办理满意度达95%……化解纠纷满意率达85%\n"
	    "正：办理满意度达95%……化解纠纷满意度达85%",
};

/* The names of one thing in this report. */
struct tally {
	const struct nb_term *term;
	const struct nb_term_hit *other; /* the first that is not preferred */
	GArray *times;                   /* by name: of uint32_t */
	uint32_t n_names;                /* that occur */
};

static void
count(struct tally *t, const struct nb_term_hits *hits)
{
	for (uint32_t i = 0; i < hits->n; i++) {
		const struct nb_term_hit *hit = &hits->hit[i];
		uint32_t *times;

		if (hit->term != t->term)
			continue;
		times = &g_array_index(t->times, uint32_t, hit->nth);
		t->n_names += ++*times == 1;
		if (hit->nth > 0 && t->other == NULL)
			t->other = hit;
	}
}

static void
report(const struct nb_check *ck, const struct tally *t)
{
	g_autoptr(GString) names = g_string_new(NULL);

	for (uint32_t i = 0; i < t->term->word.n; i++) {
		const uint32_t times = g_array_index(t->times, uint32_t, i);

		if (times > 0)
			g_string_append_printf(names, "%s“" NB_FMT "”%u处",
			    names->len > 0 ? "，" : "",
			    NB_ARG(t->term->word.word[i]), times);
	}
	nb_term_report(ck, &code, t->other, "术语混用：%s", names->str);
}

static void
look(const struct nb_check *ck, const struct nb_term_hits *hits,
    const struct nb_term *term)
{
	g_autoptr(GArray) times =
	    g_array_sized_new(FALSE, TRUE, sizeof(uint32_t), term->word.n);
	struct tally t = { .term = term, .times = times };

	g_array_set_size(times, term->word.n);
	count(&t, hits);
	if (t.n_names > 1)
		report(ck, &t);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_term_hits hits = nb_terms_of(&ck->terms, code.id);
	const struct nb_lexicon *lx = ck->terms.lexicon;

	for (uint32_t i = 0; lx != NULL && i < lx->n_terms; i++)
		if (nb_str_eq(lx->term[i]->code, nb_str_z(code.id)))
			look(ck, &hits, lx->term[i]);
}

const struct nb_rule nb_rule_term_mixed = { .code = &code, .run = run };
