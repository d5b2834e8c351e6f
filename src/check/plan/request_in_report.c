/*
 * P15 request-in-report - a report that asks for a decision.
 *
 * A request is a whole clause: “请批复”, perhaps with 为盼 behind it and
 * 以上意见 in front.  “妥否” before it belongs to it.  What is told of other
 * requests (报请批准) is no clause of its own.
 */
#include "check/rule.h"

#include "check/piece.h"

static const struct nb_code code = {
	.id = "P15",
	.name = "request-in-report",
	.severity = NB_ERROR,
	.title = "报告里夹带请示",
	.basis = "《党政机关公文处理工作条例》第十五条（四）："
		 "不得在报告等非请示性公文中夹带请示事项",
	.help = "报告以“特此报告”结尾；要上级批准的事，另写一份请示",
	.why = "报告是汇报，上级不必答复；夹在里面的请求容易没有人办。"
	       "要批准、要答复的事一文一事另写请示。"
	       "“特此报告”“请审阅”“请审议”不是请示，不报。\n"
	       "误：以上报告，妥否，请批示\n"
	       "正：特此报告",
};

static bool
is_any(const struct nb_words *w, struct nb_str s)
{
	for (uint32_t i = 0; i < w->n; i++)
		if (nb_str_eq(w->word[i], s))
			return true;
	return false;
}

/* s without the first of the words that it starts with, or ends with. */
static struct nb_str
without_start(const struct nb_words *w, struct nb_str s)
{
	for (uint32_t i = 0; i < w->n; i++)
		if (nb_str_starts(s, w->word[i]))
			return nb_str_from(s, w->word[i].n);
	return s;
}

static struct nb_str
without_end(const struct nb_words *w, struct nb_str s)
{
	for (uint32_t i = 0; i < w->n; i++)
		if (nb_str_ends(s, w->word[i]))
			return nb_str_sub(s, 0, s.n - w->word[i].n);
	return s;
}

static bool
is_request(const struct nb_request_words *w, struct nb_str clause)
{
	const struct nb_str bare = without_end(&w->behind, clause);

	return is_any(&w->phrase, bare) ||
	    is_any(&w->phrase, without_start(&w->about, bare));
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_request_words *w = &ck->outline->wording.request;
	size_t from = SIZE_MAX; /* where “妥否” in front begins */

	if (ck->report->kind != NB_KIND_REPORT || p->is.role != NB_PROSE_BODY ||
	    !nb_words_in(&w->sign, p->text))
		return;
	for (uint32_t i = 0; i < p->n_clauses; i++) {
		const struct nb_piece *clause = &p->clause[i];
		const struct nb_str text = nb_str_trim(clause->text);
		const size_t begin = from != SIZE_MAX ? from : clause->begin;

		if (is_request(w, text))
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(p->is.prose, begin, clause->end),
			    "报告里夹带请示：“" NB_FMT "”",
			    NB_ARG(nb_str_sub(
				p->text, begin, clause->end - begin)));
		from = is_any(&w->before, text) ? clause->begin : SIZE_MAX;
	}
}

const struct nb_rule nb_rule_request_in_report = { .code = &code,
	.passage = look };
