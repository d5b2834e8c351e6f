/*
 * P08 copied-report - too much of a report stands in last year's word for word.
 *
 * The share of Han characters in long sentences that both have.  One finding
 * for the report, and a note at each of the sentences.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "check/sentence.h"

enum {
	LEAST = 26, /* Han characters and digits of a sentence; the longest run
		       of set phrases that reports share has 25 [char] */
	MOST = 20,  /* [percent] */
};

static const struct nb_code code = {
	.id = "P08",
	.name = "copied-report",
	.severity = NB_WARNING,
	.title = "与上年报告雷同",
	.basis =
	    "《法治政府建设与责任落实督察工作规定》：报告的是上一年的新情况",
	.help = "逐句换成今年的事例和数字，今年没有做的删去",
	.why =
	    "整句与上年一字不差，说明写的不是今年的事。26个字以上的整句才算，"
	    "固定提法到不了这么长；这样的句子超过全文两成就报，并逐句列出。\n"
	    "误：把上年的报告另存一份，只改年份\n"
	    "正：每一条写今年新做的事，数字与上年对比",
};

struct survey {
	const struct nb_check *ck;
	GHashTable *last;     /* sentences of last year's report */
	uint32_t han, copied; /* [char] */
};

static bool
is_looked_at(const struct nb_passage *p)
{
	return nb_passage_runs(p) && p->is.part != NB_PART_LAST_TASKS;
}

static void
remember(struct survey *s, const struct nb_passage *p)
{
	struct nb_sentence sentence, *copy;

	for (size_t at = 0; nb_sentence_next(p, &at, &sentence);) {
		if (sentence.han < LEAST)
			continue;
		copy = nb_new(s->ck->arena, struct nb_sentence);
		*copy = sentence;
		g_hash_table_add(s->last, copy);
	}
}

static void
compare(struct survey *s, const struct nb_passage *p)
{
	struct nb_sentence sentence;

	for (size_t at = 0; nb_sentence_next(p, &at, &sentence);) {
		s->han += sentence.han;
		if (sentence.han >= LEAST &&
		    g_hash_table_contains(s->last, &sentence))
			s->copied += sentence.han;
	}
}

static void
list(const struct survey *s, const struct nb_passage *p)
{
	const struct nb_check *ck = s->ck;
	struct nb_sentence sentence;

	for (size_t at = 0; nb_sentence_next(p, &at, &sentence);) {
		const struct nb_sentence *there = sentence.han >= LEAST
		    ? g_hash_table_lookup(s->last, &sentence)
		    : NULL;
		const struct nb_prose *old;
		struct nb_span span;

		if (there == NULL)
			continue;
		old = there->passage->is.prose;
		span = nb_prose_span(old, there->begin, there->end);
		nb_diag_set_severity(ck->diags,
		    nb_diag_add(ck->diags, &code,
			nb_prose_span(
			    p->is.prose, sentence.begin, sentence.end),
			"这一句与上年报告第%u行完全相同",
			nb_text_pos(span.text, span.begin).line),
		    NB_NOTE);
	}
}

static void
report(struct survey *s)
{
	const struct nb_passages *own = &s->ck->passages;
	const uint64_t share =
	    s->han > 0 ? (uint64_t)s->copied * 100 / s->han : 0;

	if (share <= MOST)
		return;
	nb_diag_add(s->ck->diags, &code, s->ck->report->span,
	    "与上年报告雷同%u%%：整句相同的有%u字", (unsigned)share, s->copied);
	for (uint32_t i = 0; i < own->n; i++)
		if (is_looked_at(&own->passage[i]))
			list(s, &own->passage[i]);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *last = nb_past_last(ck->report);
	struct survey s = { .ck = ck };
	struct nb_headings headings;
	struct nb_passages old;

	if (last == NULL)
		return;
	headings = nb_headings_map(ck->arena, last, ck->outline);
	old = nb_passages_collect(ck->arena, &headings);
	s.last = nb_sentence_set();
	for (uint32_t i = 0; i < old.n; i++)
		if (is_looked_at(&old.passage[i]))
			remember(&s, &old.passage[i]);
	for (uint32_t i = 0; i < ck->passages.n; i++)
		if (is_looked_at(&ck->passages.passage[i]))
			compare(&s, &ck->passages.passage[i]);
	report(&s);
	g_hash_table_destroy(s.last);
}

const struct nb_rule nb_rule_copied_report = { .code = &code, .run = run };
