/*
 * P05 remedy-missing - a problem that no task of the next year answers.
 *
 * Where any problem has 措施, each must have one, and it must be the number of
 * a task.  Where none has, a problem and its cause are set beside the words
 * of 下年任务, which is a guess, and told as one.
 */
#include "check/rule.h"

#include "base/word_list.h"
#include "check/likeness.h"
#include "model/number.h"

#include <glib.h>

enum { LEAST = 3 }; /* pairs of characters in common with the tasks */

static const struct nb_code code = {
	.id = "P05",
	.name = "remedy-missing",
	.severity = NB_WARNING,
	.title = "问题没有对应的措施",
	.basis = "公文写作惯例：问题与打算一一对应",
	.help =
	    "给问题加“措施: 序号”，序号是下年任务里的第几项；没有就补一项任务",
	.why =
	    "列出的问题，下年要有一项任务去解决，不然年年列、年年在。用“措施”写"
	    "明是第几项任务，程序就能核对；一个也没有写时，只能按用词猜，"
	    "猜的只作提示。\n"
	    "误：问题: 专职审核人员不足（下年任务里没有一项讲人员）\n"
	    "正：问题: 专职审核人员不足　措施: 4",
};

enum verdict { FINE, NO_NUMBER, NO_TASK };

/* “1”, “1、3”: numbers of tasks, of which there are n. */
static enum verdict
judge(struct nb_str measure, uint32_t n)
{
	static const char *const between[] = { "、", "，", ",", "；", ";", "和",
		"第", "项", "条", " ", NULL };
	enum verdict verdict = NO_NUMBER;
	unsigned number;

	for (size_t at = 0; at < measure.n;) {
		if (nb_word_skip(between, measure, &at))
			continue;
		if (!nb_number_read(measure, &at, &number))
			return NO_NUMBER;
		if (number < 1 || number > n)
			return NO_TASK;
		verdict = FINE;
	}
	return verdict;
}

static void
look_at_key(const struct nb_check *ck, uint32_t i)
{
	const struct nb_problem *p = &ck->report->problems->problem[i];
	const uint32_t n = ck->report->next_tasks->n;

	if (p->measure.text.n == 0) {
		nb_diag_add(ck->diags, &code, nb_prose_all(&p->text),
		    "问题%u没有写对应的措施", i + 1);
		return;
	}
	switch (judge(p->measure.text, n)) {
	case FINE:
		return;
	case NO_NUMBER:
		nb_diag_add(ck->diags, &code, nb_prose_all(&p->measure),
		    "问题%u的措施不是下年任务的序号：“" NB_FMT "”", i + 1,
		    NB_ARG(p->measure.text));
		return;
	case NO_TASK:
		nb_diag_add(ck->diags, &code, nb_prose_all(&p->measure),
		    "问题%u的措施是第“" NB_FMT "”项，下年任务只有%u项", i + 1,
		    NB_ARG(p->measure.text), n);
		return;
	}
	NB_UNREACHABLE();
}

/* s without the names of documents, appended to out. */
static void
append_undocumented(GString *out, struct nb_str s)
{
	int depth = 0;

	for (size_t at = 0; at < s.n;) {
		const size_t start = at;
		const uint32_t c = nb_utf8_next(s, &at);

		depth += c == U'《';
		if (depth <= 0)
			g_string_append_len(
			    out, s.p + start, (gssize)(at - start));
		depth -= c == U'》' && depth > 0;
	}
}

/* All that 下年任务 says. */
static GString *
words_of_tasks(const struct nb_check *ck)
{
	GString *out = g_string_new(NULL);

	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];

		if (p->is.part == NB_PART_NEXT_TASKS && nb_passage_runs(p)) {
			append_undocumented(out, p->text);
			g_string_append_c(out, '\n');
		}
	}
	return out;
}

static bool
is_idle(const struct nb_words *idle, uint64_t pair)
{
	for (uint32_t i = 0; i < idle->n; i++) {
		size_t at = 0;
		const uint64_t first = nb_utf8_next(idle->word[i], &at);

		if (at < idle->word[i].n &&
		    pair == (first << 32 | nb_utf8_next(idle->word[i], &at)))
			return true;
	}
	return false;
}

/* The pairs of p, idle ones apart, that the tasks have, too. */
static unsigned
n_common(
    const struct nb_check *ck, const struct nb_prose *p, const GArray *tasks)
{
	g_autoptr(GArray) pair = g_array_new(FALSE, FALSE, sizeof(uint64_t));
	unsigned n = 0;

	nb_likeness_pairs(nb_check_plain(ck, p->text), pair);
	for (guint i = 0, k = 0; i < pair->len && k < tasks->len;) {
		const uint64_t x = g_array_index(pair, uint64_t, i);
		const uint64_t y = g_array_index(tasks, uint64_t, k);

		n += x == y && !is_idle(&ck->outline->wording.idle, x);
		i += x <= y;
		k += y <= x;
	}
	return n;
}

static void
guess(const struct nb_check *ck)
{
	const struct nb_problems *p = ck->report->problems;
	g_autoptr(GArray) tasks = g_array_new(FALSE, FALSE, sizeof(uint64_t));
	GString *words = words_of_tasks(ck);

	nb_likeness_pairs((struct nb_str){ words->str, words->len }, tasks);
	for (uint32_t i = 0; i < p->n; i++) {
		const struct nb_problem *problem = &p->problem[i];

		if (problem->text.text.n > 0 &&
		    n_common(ck, &problem->text, tasks) +
			    n_common(ck, &problem->cause, tasks) <
			LEAST)
			nb_diag_set_severity(ck->diags,
			    nb_diag_add(ck->diags, &code,
				nb_prose_all(&problem->text),
				"问题%u在下年任务里看不到对应的措施", i + 1),
			    NB_NOTE);
	}
	g_string_free(words, TRUE);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_problems *p = ck->report->problems;
	bool keyed = false;

	if (p == NULL || ck->report->next_tasks == NULL ||
	    ck->report->next_tasks->n == 0)
		return;
	for (uint32_t i = 0; i < p->n; i++)
		keyed |= p->problem[i].measure.text.n > 0;
	for (uint32_t i = 0; i < p->n && keyed; i++)
		look_at_key(ck, i);
	if (!keyed)
		guess(ck);
}

const struct nb_rule nb_rule_remedy_missing = { .code = &code, .run = run };
