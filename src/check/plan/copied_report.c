/*
 * P08 copied-report - too much of a report stands in last year's.
 *
 * The share of Han characters in passages that both have, perhaps with small
 * edits (alike.h); figures count, so a sentence with this year's figures is
 * this year's in part.  One finding for the report, and a note at each of the
 * passages.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "check/alike.h"
#include "check/letters.h"

#include <glib.h>

enum {
	LEAST = 26, /* Han characters of a passage; the longest run of set
		       phrases that reports share has 25 [char] */
	MOST = 20,  /* [percent] */
};

static const struct nb_code code = {
	.id = "P08",
	.name = "copied-report",
	.severity = NB_WARNING,
	.title = "与上年报告雷同",
	.basis =
	    "《法治政府建设与责任落实督察工作规定》：报告的是上一年的新情况",
	.help = "逐段换成今年的事例和数字，今年没有做的删去",
	.why =
	    "整段与上年一样，只改几个字，说明写的不是今年的事。连着26个字以上"
	    "相同才算，固定提法到不了这么长；这样的段落超过全文两成就报，并逐段"
	    "列出。\n"
	    "误：把上年的报告另存一份，只改年份\n"
	    "正：每一条写今年新做的事，数字与上年对比",
};

/* A report as letters, with the way back to its passages. */
struct text {
	const struct nb_passages *passages;
	GArray *letter; /* uint16_t */
	GArray *at;     /* by letter: uint32_t [byte] in its passage */
	GArray *of;     /* by letter: uint32_t index of its passage */
	uint32_t han;   /* [char] */
};

/* Tasks are repeated until they are done; a notice says the same every year. */
static bool
is_looked_at(const struct nb_passage *p)
{
	return nb_passage_runs(p) && p->is.part != NB_PART_LAST_TASKS &&
	    p->is.part != NB_PART_TASK_TABLE && p->is.part != NB_PART_NOTICE;
}

static void
read_text(const struct nb_check *ck, const struct nb_passages *passages,
    struct text *t)
{
	const struct nb_words none = { 0 };
	const struct nb_letters_style style = { &ck->outline->copy.phrase,
		&none, true };

	*t = (struct text){
		.passages = passages,
		.letter = g_array_new(FALSE, FALSE, sizeof(uint16_t)),
		.at = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
		.of = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
	};
	for (uint32_t i = 0; i < passages->n; i++) {
		if (!is_looked_at(&passages->passage[i]))
			continue;
		nb_letters_add(
		    &style, passages->passage[i].text, t->letter, t->at);
		while (t->of->len < t->letter->len)
			g_array_append_val(t->of, i);
	}
	for (guint i = 0; i < t->letter->len; i++)
		t->han +=
		    nb_letter_counts(g_array_index(t->letter, uint16_t, i));
}

static void
clear_text(struct text *t)
{
	g_array_unref(t->letter);
	g_array_unref(t->at);
	g_array_unref(t->of);
}

static struct nb_alike_text
letters_of(const struct text *t)
{
	return (struct nb_alike_text){ (const void *)t->letter->data,
		t->letter->len, NULL };
}

/* Letters [begin, end), of one passage at the least at their beginning. */
static struct nb_span
span_of(const struct text *t, uint32_t begin, uint32_t end)
{
	const uint32_t of = g_array_index(t->of, uint32_t, begin);
	const struct nb_passage *p = &t->passages->passage[of];
	const size_t from = g_array_index(t->at, uint32_t, begin);
	const bool within =
	    end < t->of->len && g_array_index(t->of, uint32_t, end) == of;
	const size_t to =
	    within ? g_array_index(t->at, uint32_t, end) : p->text.n;

	return nb_prose_span(p->is.prose, from, to);
}

static void
list(const struct nb_check *ck, const struct text *own, const struct text *last,
    const GArray *stretch, const GArray *run)
{
	const struct nb_alike_text letters = letters_of(own);
	const struct nb_alike_run *r = (const void *)run->data;
	struct nb_alike_passage p = { 0 };

	while (nb_alike_next(&letters, stretch, run, &p)) {
		const struct nb_alike_run *first = &r[p.first];
		const struct nb_alike_run *end = &r[p.end - 1];
		const struct nb_span there =
		    span_of(last, first->b, end->b + end->n);

		nb_diag_set_severity(ck->diags,
		    nb_diag_add(ck->diags, &code,
			span_of(own, first->a, end->a + end->n),
			"这一段与上年报告第%u行%s相同",
			nb_text_pos(there.text, there.begin).line,
			first == end ? "" : "大体"),
		    NB_NOTE);
	}
}

static void
compare(
    const struct nb_check *ck, const struct text *own, const struct text *last)
{
	const struct nb_alike_text a = letters_of(own), b = letters_of(last);
	g_autoptr(GArray) anchor =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_anchor));
	g_autoptr(GArray) stretch =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_stretch));
	g_autoptr(GArray) run =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_alike_run));
	uint64_t same = 0;

	nb_alike_anchors(&a, &b, anchor);
	nb_alike_find(&a, &b, (const void *)anchor->data, anchor->len, LEAST,
	    stretch, run);
	for (guint i = 0; i < stretch->len; i++)
		same += g_array_index(stretch, struct nb_stretch, i).same;
	if (same * 100 <= (uint64_t)own->han * MOST)
		return;
	nb_diag_add(ck->diags, &code, ck->report->span,
	    "与上年报告雷同%u%%：相同的段落有%u字",
	    (unsigned)(same * 100 / own->han), (unsigned)same);
	list(ck, own, last, stretch, run);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *last = nb_past_last(ck->report);
	struct nb_headings headings;
	struct nb_passages passages;
	struct text own, old;

	if (last == NULL)
		return;
	headings = nb_headings_map(ck->arena, last, ck->outline);
	passages = nb_passages_collect(ck->arena, &headings);
	read_text(ck, &ck->passages, &own);
	read_text(ck, &passages, &old);
	compare(ck, &own, &old);
	clear_text(&own);
	clear_text(&old);
}

const struct nb_rule nb_rule_copied_report = { .code = &code, .run = run };
