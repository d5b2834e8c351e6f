#include "cli/ledger_words.h"

#include "base/arena.h"
#include "model/keys.h"

#include <glib.h>

static const struct {
	const char *word, *name;
} states[NB_LEDGER_STATES] = {
	[NB_LEDGER_UNANSWERED] = { "没有交代", "unanswered" },
	[NB_LEDGER_NOT] = { "未完成", "not-done" },
	[NB_LEDGER_PARTLY] = { "部分完成", "partly-done" },
	[NB_LEDGER_UNSAID] = { "没有写进展", "unsaid" },
	[NB_LEDGER_PENDING] = { "待办", "pending" },
	[NB_LEDGER_CHANGED] = { "调整", "changed" },
	[NB_LEDGER_DONE] = { "完成", "done" },
};

const char *
nb_ledger_state_word(enum nb_ledger_state state)
{
	return states[state].word;
}

const char *
nb_ledger_state_name(enum nb_ledger_state state)
{
	return states[state].name;
}

const char *
nb_ledger_key_word(enum nb_ledger_key key)
{
	static const char *const word[] = {
		[NB_LEDGER_NEXT] = "下年任务",
		[NB_LEDGER_LAST] = "上年任务",
		[NB_LEDGER_ROW] = "任务表",
		[NB_LEDGER_PROBLEM] = "存在问题",
	};

	return word[key];
}

/* The year it was promised for before a step; 0: never. */
static int
due_before(const struct nb_ledger_promise *p, uint32_t step)
{
	while (step-- > 0)
		if (p->step[step].event == NB_LEDGER_PROMISED)
			return p->step[step].entry->year;
	return p->unseen ? p->step[0].year : 0;
}

static struct nb_str
promise_word(
    struct nb_arena *a, const struct nb_ledger_promise *p, uint32_t step)
{
	const struct nb_ledger_entry *e = p->step[step].entry;
	const int due = due_before(p, step);

	if (due == 0)
		return NB_S("提出");
	if (e->year > due)
		return nb_arena_printf(a, "转入%d年", e->year);
	return e->key == NB_LEDGER_ROW ? NB_S("列入任务表") : NB_S("再次提出");
}

struct nb_str
nb_ledger_step_word(
    struct nb_arena *a, const struct nb_ledger_promise *p, uint32_t step)
{
	const struct nb_ledger_step *s = &p->step[step];

	switch (s->event) {
	case NB_LEDGER_PROMISED:
		return promise_word(a, p, step);
	case NB_LEDGER_ANSWERED:
		return s->entry->progress == NB_PROGRESS_NONE
		    ? NB_S("没有写进展")
		    : nb_choice_word(nb_progresses, s->entry->progress);
	case NB_LEDGER_SILENT:
		return NB_S("没有交代");
	case NB_LEDGER_ABSENT:
		return NB_S("缺年度报告");
	}
	NB_UNREACHABLE();
}

struct nb_str
nb_ledger_place(struct nb_arena *a, const struct nb_ledger_entry *e)
{
	return nb_arena_printf(
	    a, NB_FMT ":%u", NB_ARG(e->file->text->name), e->line);
}

/* Adds “name：text” behind what is there. */
static void
add_term(GString *to, const char *name, struct nb_str text)
{
	if (text.n > 0)
		g_string_append_printf(to, "%s%s：" NB_FMT,
		    to->len > 0 ? "；" : "", name, NB_ARG(text));
}

static struct nb_str
take(struct nb_arena *a, GString *s)
{
	const struct nb_str kept =
	    nb_arena_str(a, (struct nb_str){ s->str, s->len });

	g_string_free(s, TRUE);
	return kept;
}

struct nb_str
nb_ledger_terms(struct nb_arena *a, const struct nb_ledger_entry *e)
{
	GString *s = g_string_new(NULL);

	add_term(s, "目标", e->target);
	add_term(s, "时限", e->due);
	add_term(s, "责任", e->units);
	return take(a, s);
}

struct nb_str
nb_ledger_grounds(struct nb_arena *a, const struct nb_ledger_entry *e)
{
	GString *s = g_string_new(NULL);

	add_term(s, "依据", e->evidence);
	add_term(s, "原因", e->cause);
	return take(a, s);
}

struct nb_str
nb_ledger_doubt(struct nb_arena *a, const struct nb_ledger_step *step)
{
	if (step->entry == NULL || step->likeness >= 100)
		return NB_S("");
	if (step->longer)
		return NB_S("同一项，文字有增减");
	return nb_arena_printf(a, "疑似（相似%u%%）", step->likeness);
}

struct nb_str
nb_ledger_age(struct nb_arena *a, const struct nb_ledger_promise *p)
{
	GString *s = g_string_new(NULL);

	if (p->age > 0 && nb_ledger_is_open(p->state))
		g_string_append_printf(s, "已%u年", p->age);
	if (p->carried > 0)
		g_string_append_printf(
		    s, "%s结转%u次", s->len > 0 ? "，" : "", p->carried);
	if (p->unseen)
		g_string_append_printf(
		    s, "%s未见原来的承诺", s->len > 0 ? "，" : "");
	if (p->split)
		g_string_append_printf(s, "%s两处进展不一，按“%s”算",
		    s->len > 0 ? "，" : "", nb_ledger_state_word(p->state));
	return take(a, s);
}

static void
add_kinds(GString *to, const struct nb_ledger_organ *o)
{
	unsigned n[NB_KIND_OUTLINE + 1] = { 0 };
	const char *before = "";

	for (uint32_t i = 0; i < o->n_files; i++)
		n[o->file[i]->kind]++;
	for (int k = 0; k <= NB_KIND_OUTLINE; k++) {
		if (n[k] == 0)
			continue;
		g_string_append_printf(
		    to, "%s%s%u份", before, nb_kinds[k].word, n[k]);
		before = "、";
	}
}

static void
add_years(GString *to, int first, int last)
{
	if (first == last)
		g_string_append_printf(to, "%d", first);
	else
		g_string_append_printf(
		    to, "%d%s%d", first, last == first + 1 ? "、" : "—", last);
}

struct nb_str
nb_ledger_extent(struct nb_arena *a, const struct nb_ledger_organ *o)
{
	GString *s = g_string_new(NULL);
	int first = o->file[0]->year;

	for (uint32_t i = 1; i < o->n_files; i++)
		first = MIN(first, o->file[i]->year);
	g_string_append_printf(s, "%d", first);
	if (o->newest > first)
		g_string_append_printf(s, "—%d", o->newest);
	g_string_append(s, "年：");
	add_kinds(s, o);
	for (uint32_t i = 0; i < o->n_gaps; i++) {
		g_string_append(s, i == 0 ? "；缺" : "、");
		add_years(s, o->gap[i].first, o->gap[i].last);
	}
	if (o->n_gaps > 0)
		g_string_append(s, "年度报告");
	return take(a, s);
}

/* “未了5项（没有交代1、待办4）” of the states [from, to). */
static void
add_tally(GString *out, const struct nb_ledger_organ *o, const char *word,
    int from, int to)
{
	const char *before = "（";
	uint32_t n = 0;

	for (int i = from; i < to; i++)
		n += o->tally[i];
	g_string_append_printf(out, "%s%u项", word, n);
	for (int i = from; i < to; i++) {
		if (o->tally[i] == 0)
			continue;
		g_string_append_printf(
		    out, "%s%s%u", before, states[i].word, o->tally[i]);
		before = "、";
	}
	if (n > 0)
		g_string_append(out, "）");
}

struct nb_str
nb_ledger_tally(struct nb_arena *a, const struct nb_ledger_organ *o)
{
	GString *s = g_string_new(NULL);

	g_string_append_printf(s, "承诺%u项：", o->n_promises);
	add_tally(s, o, "未了", 0, NB_LEDGER_CHANGED);
	add_tally(s, o, "，已了", NB_LEDGER_CHANGED, NB_LEDGER_STATES);
	return take(a, s);
}

/* The last point before this one that has a value. */
static const struct nb_ledger_point *
before_point(const struct nb_ledger_figure *f, uint32_t point)
{
	while (point-- > 0)
		if (f->point[point].value != NULL)
			return &f->point[point];
	return NULL;
}

static struct nb_str
goal_remark(struct nb_arena *a, const struct nb_ledger_point *p)
{
	const struct nb_str target =
	    p->goal != NULL ? p->goal->target : NB_S("");

	if (target.n == 0)
		return NB_S("");
	if (p->value == NULL)
		return nb_arena_printf(a, "%d年定了目标" NB_FMT "，没有写实绩",
		    p->year, NB_ARG(target));
	if (p->met == NB_LEDGER_MISSED)
		return nb_arena_printf(a,
		    "%d年没有达到目标：" NB_FMT "，实绩" NB_FMT, p->year,
		    NB_ARG(target), NB_ARG(p->value->value));
	return NB_S("");
}

static struct nb_str
last_remark(struct nb_arena *a, const struct nb_ledger_point *p,
    const struct nb_ledger_point *before)
{
	if (!p->last_differs)
		return NB_S("");
	return nb_arena_printf(a,
	    "%d年写的上年是" NB_FMT "（" NB_FMT ":%u），%d年写的是" NB_FMT
	    "（" NB_FMT ":%u）",
	    p->year, NB_ARG(p->value->last), NB_ARG(p->value->file->text->name),
	    p->value->line, before->year, NB_ARG(before->value->value),
	    NB_ARG(before->value->file->text->name), before->value->line);
}

static struct nb_str
unit_remark(struct nb_arena *a, const struct nb_ledger_point *p,
    const struct nb_ledger_point *before)
{
	if (!p->rescaled)
		return NB_S("");
	return nb_arena_printf(a,
	    "%d年的单位变了，不比增减：" NB_FMT "、" NB_FMT, p->year,
	    NB_ARG(before->value->value), NB_ARG(p->value->value));
}

static struct nb_str
own_remark(struct nb_arena *a, const struct nb_ledger_point *p)
{
	if (p->value == NULL || p->value->remark.n == 0)
		return NB_S("");
	return nb_arena_printf(
	    a, "%d年说明：" NB_FMT, p->year, NB_ARG(p->value->remark));
}

uint32_t
nb_ledger_remarks(struct nb_arena *a, const struct nb_ledger_figure *f,
    uint32_t point, struct nb_str ret[NB_LEDGER_REMARKS])
{
	const struct nb_ledger_point *p = &f->point[point];
	const struct nb_ledger_point *before = before_point(f, point);
	const struct nb_str all[NB_LEDGER_REMARKS] = {
		goal_remark(a, p),
		last_remark(a, p, before),
		unit_remark(a, p, before),
		own_remark(a, p),
	};
	uint32_t n = 0;

	for (size_t i = 0; i < NB_COUNT(all); i++)
		if (all[i].n > 0)
			ret[n++] = all[i];
	return n;
}

struct nb_str
nb_ledger_running(struct nb_arena *a, const struct nb_ledger_problem *p)
{
	const char *still = p->still ? "，最近一份报告仍有" : "";

	if (p->running == p->years)
		return nb_arena_printf(a, "连续%u年%s", p->years, still);
	if (p->running == 1)
		return nb_arena_printf(a, "先后%u年%s", p->years, still);
	return nb_arena_printf(
	    a, "先后%u年，其中连续%u年%s", p->years, p->running, still);
}

struct nb_str
nb_ledger_years(struct nb_arena *a, const struct nb_ledger_problem *p)
{
	GString *s = g_string_new(NULL);

	for (uint32_t i = 0; i < p->n; i++)
		if (i == 0 || p->step[i].year != p->step[i - 1].year)
			g_string_append_printf(
			    s, "%s%d", i > 0 ? "、" : "", p->step[i].year);
	g_string_append(s, "年");
	return take(a, s);
}

const int *
nb_ledger_figure_years(
    struct nb_arena *a, const struct nb_ledger_organ *o, uint32_t *ret_n)
{
	int *year = nb_new_n(a, int, o->n_files);

	*ret_n = 0;
	for (uint32_t i = 0; i < o->n_files; i++) {
		const struct nb_ledger_file *file = o->file[i];

		if (file->n_values > 0 &&
		    (*ret_n == 0 || year[*ret_n - 1] != file->last_year))
			year[(*ret_n)++] = file->last_year;
	}
	return year;
}

const struct nb_ledger_point *
nb_ledger_point_in(const struct nb_ledger_figure *f, int year)
{
	for (uint32_t i = 0; i < f->n; i++)
		if (f->point[i].year == year)
			return &f->point[i];
	return NULL;
}

struct nb_str
nb_ledger_value_in(const struct nb_ledger_figure *f, int year)
{
	const struct nb_ledger_point *p = nb_ledger_point_in(f, year);

	return p != NULL && p->value != NULL ? p->value->value : NB_S("");
}

struct nb_str
nb_ledger_change(const struct nb_ledger_figure *f)
{
	for (uint32_t i = f->n; i-- > 0;)
		if (f->point[i].value != NULL)
			return f->point[i].change;
	return NB_S("");
}
