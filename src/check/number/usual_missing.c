/*
 * N14 usual-missing - figures that street offices usually report and this one
 * does not.
 */
#include "base/arena.h"
#include "base/word_list.h"
#include "check/figure_scan.h"
#include "check/piece.h"
#include "check/rule.h"

#include <glib.h>

/* Without 指标 a shorter report is still a sketch. [char] */
enum { LEAST_HAN = 1500 };

#define SENTENCE_ENDS U"。；！？"

static const struct nb_code code = {
	.id = "N14",
	.name = "usual-missing",
	.severity = NB_NOTE,
	.title = "缺常报的指标",
	.basis = "各地法治政府建设年度报告的通行内容",
	.help = "有这项工作的补上数，没有的写“0件”或者“无”",
	.why =
	    "集体学法几次、合法性审核几件、复议应诉几件，是年度报告里大家都会报"
	    "、"
	    "上级也会看的数。没有发生也要写明“0件”“无”，不写就分不清是没有还是"
	    "漏报。在“指标”里有，或者正文里说到而带数字的，都算报了。\n"
	    "误：全文没有提到行政复议\n"
	    "正：全年没有被申请行政复议的案件",
};

struct finder {
	const struct nb_check *ck;
	const struct nb_number_words *words;
	bool *said; /* by index of words->usual */
};

/* Whether there is enough of it to miss something. */
static bool
is_written(const struct nb_check *ck)
{
	size_t han = 0;

	for (uint32_t i = 0; i < ck->passages.n && han < LEAST_HAN; i++)
		if (nb_passage_runs(&ck->passages.passage[i]))
			han += nb_str_han(ck->passages.passage[i].text);
	return ck->report->n_indicators > 0 || han >= LEAST_HAN;
}

/* There was none. */
static bool
says_none(struct nb_str s)
{
	static const char *const words[] = { "没有", "未发生", "未发现", "无",
		NULL };

	return nb_word_in(words, s) > 0;
}

static void
mark(struct finder *f, struct nb_str s)
{
	for (uint32_t i = 0; i < f->words->n_usual; i++)
		if (!f->said[i] && nb_words_in(&f->words->usual[i].word, s))
			f->said[i] = true;
}

static void
look_at_prose(struct finder *f, const struct nb_passage *p)
{
	struct nb_piece piece;

	for (size_t at = 0;
	     nb_piece_next(p->text, SENTENCE_ENDS, &at, &piece);) {
		struct nb_found_figure figure;
		bool counts = false;

		for (size_t k = 0; !counts &&
		     nb_figure_next(piece.text, &f->words->unit, &k, &figure);)
			counts = figure.q.unit.n > 0;
		if (counts || says_none(piece.text))
			mark(f, piece.text);
	}
}

/* A table may hold its figures without units. */
static void
look_at_cell(struct finder *f, const struct nb_passage *p)
{
	mark(f, p->text);
}

static void
report(const struct finder *f)
{
	g_autoptr(GString) list = g_string_new(NULL);
	unsigned n = 0;

	for (uint32_t i = 0; i < f->words->n_usual; i++) {
		if (f->said[i])
			continue;
		g_string_append_printf(list, "%s" NB_FMT, n > 0 ? "、" : "",
		    NB_ARG(f->words->usual[i].name));
		n++;
	}
	if (n > 0)
		nb_diag_add(f->ck->diags, &code, f->ck->report->span,
		    "缺常报的指标%u项：%s", n, list->str);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	struct finder f = { .ck = ck, .words = ck->outline->number };

	if (r->kind != NB_KIND_REPORT || r->level == NB_LEVEL_DEPARTMENT ||
	    r->year < f.words->usual_since || !is_written(ck))
		return;
	f.said = nb_new_n(ck->arena, bool, f.words->n_usual);
	for (uint32_t i = 0; i < r->n_indicators; i++)
		if (r->indicator[i].value.text.n > 0)
			mark(&f, nb_check_plain(ck, r->indicator[i].name));
	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];

		if (p->ahead)
			continue;
		if (nb_passage_runs(p))
			look_at_prose(&f, p);
		else if (p->is.role == NB_PROSE_CELL)
			look_at_cell(&f, p);
	}
	report(&f);
}

const struct nb_rule nb_rule_usual_missing = { .code = &code, .run = run };
