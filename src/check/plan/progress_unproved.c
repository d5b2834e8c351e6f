/*
 * P04 progress-unproved - 进展 says done and nothing proves it, or not done
 * and nothing says why.
 */
#include "base/beside.h"
#include "check/rule.h"

#include "base/arena.h"
#include "base/clip.h"
#include "check/kin.h"
#include "check/promise.h"

static const struct nb_code code = {
	.id = "P04",
	.name = "progress-unproved",
	.severity = NB_WARNING,
	.title = "报完成而无依据，或者未完成而无原因",
	.basis = "《法治政府建设与责任落实督察工作规定》：情况要真实、可核查",
	.help = "完成、部分完成的写“依据”，要有数字、《文件名》或{指标}；"
		"部分完成、未完成、调整的写“原因”",
	.why =
	    "“完成”两个字不能核查，写出数字、文件或指标才算有依据。没有做完的要"
	    "说清原因；“未完成”的还要列入下年任务，不能不了了之。\n"
	    "误：进展: 完成　依据: 已落实到位\n"
	    "正：进展: 完成　依据: 印发《柳溪街道合同管理办法》，审查合同83份",
};

struct reader {
	const struct nb_check *ck;
	struct nb_kin *next; /* 下年任务, or NULL when there is none */
	const struct nb_object *object; /* of the tasks under way */
};

/* Whether s has a Chinese numeral with a measure word: 两次. */
static bool
has_written_number(const struct nb_words *unit, struct nb_str s)
{
	const char32_t *const numerals = U"一二三四五六七八九十百千万两";

	for (size_t at = 0; at < s.n;) {
		if (!nb_mark_in(numerals, nb_utf8_next(s, &at)))
			continue;
		for (uint32_t i = 0; i < unit->n; i++)
			if (nb_str_starts(nb_str_from(s, at), unit->word[i]))
				return true;
	}
	return false;
}

static bool
proves(const struct nb_check *ck, struct nb_str evidence)
{
	for (size_t i = 0; i < evidence.n; i++)
		if (nb_is_digit((unsigned char)evidence.p[i]))
			return true;
	return nb_str_has(evidence, NB_S("《")) ||
	    has_written_number(
		&ck->outline->figure.unit, nb_check_plain(ck, evidence));
}

static bool
comes_again(const struct reader *r, const struct nb_task *task)
{
	struct nb_kin_match m;

	if (r->next == NULL)
		return true;
	m = nb_kin_find(
	    r->next, nb_promise_text(nb_check_plain(r->ck, task->text.text)));
	return m.unsure || m.inside || m.likeness >= NB_PROMISE_ALIKE;
}

/* What the task lacks, or NULL. */
static const char *
lack(const struct reader *r, const struct nb_task *task)
{
	const bool proved = proves(r->ck, task->evidence.text);
	const bool caused = task->cause.text.n > 0;

	switch (task->progress) {
	case NB_PROGRESS_NONE:
		return nb_key_is_faulty(r->object, task->faults, "进展")
		    ? NULL
		    : "没有写进展";
	case NB_PROGRESS_DONE:
		return proved ? NULL : "报“完成”而没有依据";
	case NB_PROGRESS_PARTLY:
		if (!proved)
			return "报“部分完成”而没有依据";
		return caused ? NULL : "报“部分完成”而没有写原因";
	case NB_PROGRESS_NOT:
		return caused ? NULL : "报“未完成”而没有写原因";
	case NB_PROGRESS_CHANGED:
		return caused ? NULL : "报“调整”而没有写原因";
	}
	NB_UNREACHABLE();
}

static struct nb_diag *
report(const struct reader *r, const struct nb_task *task, const char *lacks)
{
	return nb_diag_add(r->ck->diags, &code, nb_prose_all(&task->text),
	    "“" NB_FMT "”%s", NB_ARG(nb_clip(r->ck->arena, task->text.text)),
	    lacks);
}

/* What is left to do is to be done next year; a part of it is only noted. */
static void
look_ahead(const struct reader *r, const struct nb_task *task)
{
	const bool partly = task->progress == NB_PROGRESS_PARTLY;
	struct nb_diag *g;

	if ((!partly && task->progress != NB_PROGRESS_NOT) ||
	    comes_again(r, task))
		return;
	g = report(r, task,
	    partly ? "部分完成，余下的没有列入下年任务"
		   : "未完成，又没有列入下年任务");
	g->hint = nb_arena_printf(r->ck->diags->arena,
	    "在“下年任务”里照原文加一项“" NB_FMT "”，写新的时限；"
	    "不再做的，进展改成“调整”，写明原因",
	    NB_ARG(task->text.text));
	if (partly)
		nb_diag_set_severity(r->ck->diags, g, NB_NOTE);
}

static void
look(struct reader *r, const GPtrArray *tasks, const struct nb_object *object)
{
	r->object = object;
	for (guint i = 0; i < tasks->len; i++) {
		const struct nb_task *task = tasks->pdata[i];
		const char *lacks = lack(r, task);

		if (lacks != NULL)
			report(r, task, lacks);
		else
			look_ahead(r, task);
	}
}

/* A table is reported on when any of its rows has 进展. */
static bool
is_reported(const GPtrArray *rows)
{
	for (guint i = 0; i < rows->len; i++) {
		const struct nb_task *row = rows->pdata[i];

		if (row->progress != NB_PROGRESS_NONE)
			return true;
	}
	return false;
}

static void
run(const struct nb_check *ck)
{
	const struct nb_tasks *next = ck->report->next_tasks;
	g_autoptr(GPtrArray) answers = g_ptr_array_new();
	g_autoptr(GPtrArray) rows = g_ptr_array_new();
	struct reader r = { .ck = ck };

	nb_promise_list(answers, ck->report->last_tasks);
	nb_promise_table(rows, ck->report->task_table);
	if (next != NULL && next->n > 0)
		r.next = nb_kin_new();
	for (uint32_t i = 0; r.next != NULL && i < next->n; i++)
		nb_kin_add(r.next,
		    nb_promise_text(
			nb_check_plain(ck, next->task[i].text.text)));
	look(&r, answers, &nb_object_task);
	if (is_reported(rows))
		look(&r, rows, &nb_object_task_row);
	if (r.next != NULL)
		nb_kin_free(r.next);
}

const struct nb_rule nb_rule_progress_unproved = { .code = &code, .run = run };
