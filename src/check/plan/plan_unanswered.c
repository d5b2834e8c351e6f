/*
 * P19 plan-unanswered - a row of the plan of the year is not accounted for.
 *
 * A row is answered by 上年任务 or 任务表 in the same words, or told in 章节 in
 * words like its own.  One that begins with a promise of last year is asked for
 * by P03 when nothing answers either.  Of the plan of the government above only
 * the rows that name this organ are asked, and only as a warning: its words are
 * its own.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/clip.h"
#include "base/str_table.h"
#include "check/answers.h"
#include "check/kin.h"
#include "check/piece.h"
#include "check/promise.h"
#include "check/script.h"
#include "check/task_rows.h"

static const struct nb_code code = {
	.id = "P19",
	.name = "plan-unanswered",
	.severity = NB_ERROR,
	.title = "方案里的任务报告没有交代",
	.basis =
	    "《法治政府建设与责任落实督察工作规定》：年度报告写明本年度工作"
	    "的落实",
	.help = "把方案的任务表抄进报告的“任务表”，逐行补上进展、依据或原因",
	.why =
	    "年初的方案一行一行定了任务，年底要一行一行说做得怎样。照原文写在"
	    "“任务表”或者“上年任务”里，程序就能对上；正文里用相近的话说到的，"
	    "也算交代了。“方案”写上级的方案时，只问责任单位里有本机关（或者"
	    "“各街道”）的那几行，只作警告。\n"
	    "误：方案第12行“建立合同台账”，报告一字不提\n"
	    "正：任务表: 内容: 建立合同台账　进展: 完成　依据: 登记合同83份",
};

struct reader {
	const struct nb_check *ck;
	struct nb_kin *prose;
	GHashTable *asked; /* texts of promises that P03 asks for */
};

static void
add_asked(struct reader *r)
{
	const struct nb_answers *last = &r->ck->last;

	for (uint32_t i = 0; i < last->n; i++) {
		const struct nb_answer *it = &last->answer[i];
		struct nb_str *text = nb_new(r->ck->arena, struct nb_str);

		*text = nb_answer_text(r->ck->arena, it->of, it->promise);
		if (it->state == NB_ANSWERED_NOT &&
		    it->promised != NB_PROMISED_DROPPED)
			g_hash_table_add(r->asked, text);
	}
}

static bool
is_asked(const struct reader *r, const struct nb_answer *it)
{
	struct nb_str text = nb_answer_text(r->ck->arena, it->of, it->promise);

	do {
		if (g_hash_table_contains(r->asked, &text))
			return true;
	} while (nb_promise_shorten(&text));
	return false;
}

/* Whether a clause of 章节 is like one of the row. */
static bool
is_told(const struct reader *r, const struct nb_answer *it)
{
	const struct nb_str text =
	    nb_script_plain(r->ck->arena, it->of, it->promise->text.text);
	struct nb_piece piece;

	for (size_t at = 0; nb_piece_next(text, NB_CLAUSE_ENDS, &at, &piece);) {
		const struct nb_kin_match m = nb_kin_find(r->prose, piece.text);

		if (m.unsure || m.inside || m.likeness >= NB_PROMISE_ALIKE)
			return true;
	}
	return false;
}

static struct nb_str
words_of(const struct reader *r, const struct nb_answer *it)
{
	return nb_clip(r->ck->arena, it->promise->text.text);
}

static void
report_none(const struct reader *r, const struct nb_answer *it)
{
	const bool above = it->promised == NB_PROMISED_ABOVE;
	struct nb_diag *g = nb_diag_add(r->ck->diags, &code,
	    nb_prose_all(&r->ck->report->plan_file),
	    "%s“" NB_FMT "”没有交代（" NB_FMT "）",
	    above ? "上级方案里有本机关责任的任务" : "方案的任务",
	    NB_ARG(words_of(r, it)), NB_ARG(nb_answer_place(r->ck->arena, it)));

	g->hint = nb_arena_printf(r->ck->diags->arena,
	    "在“任务表”里加一行“内容: " NB_FMT "”，写进展、依据或原因",
	    NB_ARG(it->promise->text.text));
	if (above)
		nb_diag_set_severity(r->ck->diags, g, NB_WARNING);
}

static void
report_alike(const struct reader *r, const struct nb_answer *it)
{
	struct nb_diag *g = nb_diag_add(r->ck->diags, &code,
	    nb_prose_all(&it->answer->text),
	    "请确认这一项就是方案的任务“" NB_FMT "”（" NB_FMT "）",
	    NB_ARG(words_of(r, it)), NB_ARG(nb_answer_place(r->ck->arena, it)));

	g->hint = nb_arena_printf(r->ck->diags->arena,
	    "是同一项就照方案写成“" NB_FMT "”；不是就把那一项另外写出来",
	    NB_ARG(it->promise->text.text));
	nb_diag_set_severity(r->ck->diags, g, NB_WARNING);
}

static uint32_t
count(const struct reader *r, enum nb_answered state)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < r->ck->plan.n; i++)
		n += r->ck->plan.answer[i].state == state;
	return n;
}

/* All rows at once, when nothing is said of any. */
static bool
report_all(const struct reader *r)
{
	const uint32_t n_blank = count(r, NB_ANSWERED_BLANK);
	const bool above = nb_past_plan_above(r->ck->report) != NULL;
	struct nb_diag *g;

	if (n_blank > 0)
		nb_diag_add(r->ck->diags, &code,
		    r->ck->report->task_table->span,
		    "方案的%u项任务列在任务表里，都没有写进展", n_blank);
	if (r->ck->plan.n < 2 || nb_answers_some(r->ck->report))
		return false;
	for (uint32_t i = 0; i < r->ck->plan.n; i++)
		if (is_told(r, &r->ck->plan.answer[i]))
			return false;
	g = nb_diag_add(r->ck->diags, &code,
	    nb_prose_all(&r->ck->report->plan_file),
	    "%s%u项任务，报告里一项也没有交代",
	    above ? "上级方案里有本机关责任的" : "方案的", r->ck->plan.n);
	if (above)
		nb_diag_set_severity(r->ck->diags, g, NB_WARNING);
	return true;
}

static void
look(const struct reader *r, const struct nb_answer *it)
{
	switch (it->state) {
	case NB_ANSWERED_NOT:
		if (!is_told(r, it) && !is_asked(r, it))
			report_none(r, it);
		return;
	case NB_ANSWERED_ALIKE:
		if (it->promised == NB_PROMISED_PLAN)
			report_alike(r, it);
		return;
	case NB_ANSWERED_BLANK:
	case NB_ANSWERED_UNSURE:
	case NB_ANSWERED:
		return;
	}
	NB_UNREACHABLE();
}

static void
run(const struct nb_check *ck)
{
	struct reader r = { .ck = ck };
	g_autoptr(GArray) clauses = NULL;

	if (ck->plan.n == 0)
		return;
	clauses = nb_section_clauses(ck);
	r.prose = nb_kin_new();
	r.asked = nb_str_table();
	add_asked(&r);
	for (guint i = 0; i < clauses->len; i++)
		nb_kin_add(
		    r.prose, g_array_index(clauses, struct nb_clause, i).text);
	if (!report_all(&r))
		for (uint32_t i = 0; i < ck->plan.n; i++)
			look(&r, &ck->plan.answer[i]);
	nb_kin_free(r.prose);
	g_hash_table_destroy(r.asked);
}

const struct nb_rule nb_rule_plan_unanswered = { .code = &code, .run = run };
