/*
 * check/ledger_entry.c - copies tasks, problems and figures out of a report.
 */
#include "check/ledger_entry.h"

#include "base/arena.h"
#include "base/hant.h"
#include "check/promise.h"
#include "check/script.h"

/* One file being read. */
struct reading {
	struct nb_arena *arena;
	const struct nb_report *report;
	struct nb_ledger_file *file;
	struct nb_ledger_entry *entry;
	uint32_t n;
};

static struct nb_str
keep(const struct reading *rd, const struct nb_prose *p)
{
	return nb_arena_str(rd->arena, p->text);
}

static uint32_t
line_of(struct nb_span span)
{
	return span.text != NULL ? nb_text_pos(span.text, span.begin).line : 1;
}

static struct nb_str
simplify(const struct reading *rd, struct nb_str text)
{
	return nb_script_plain(rd->arena, rd->report, text);
}

/* What is compared of a text that is kept. */
static struct nb_str
plain_of(const struct reading *rd, struct nb_str text)
{
	const struct nb_str plain = nb_promise_text(simplify(rd, text));

	return plain.n > 0 ? plain : text;
}

static struct nb_ledger_entry *
add_entry(struct reading *rd, enum nb_ledger_key key, const struct nb_prose *p)
{
	struct nb_ledger_entry *e = &rd->entry[rd->n++];

	e->file = rd->file;
	e->key = key;
	e->line = line_of(nb_prose_all(p));
	e->text = keep(rd, p);
	e->plain = plain_of(rd, e->text);
	e->year = rd->file->last_year;
	return e;
}

/* 牵头 first, unless 责任 begins with it. */
static struct nb_str
units_of(const struct reading *rd, const struct nb_task *task)
{
	const struct nb_str lead = task->lead_unit.text;
	const struct nb_str units = task->units.text;

	if (lead.n == 0 || nb_str_starts(units, lead))
		return nb_arena_str(rd->arena, units);
	if (units.n == 0)
		return nb_arena_str(rd->arena, lead);
	return nb_arena_printf(
	    rd->arena, NB_FMT "、" NB_FMT, NB_ARG(lead), NB_ARG(units));
}

static bool
is_unfinished(enum nb_progress progress)
{
	return progress == NB_PROGRESS_PARTLY || progress == NB_PROGRESS_NOT;
}

static void
add_task(struct reading *rd, enum nb_ledger_key key, const struct nb_task *task)
{
	struct nb_ledger_entry *e = add_entry(rd, key, &task->text);
	const bool report = rd->report->kind == NB_KIND_REPORT;

	e->target = keep(rd, &task->target);
	e->due = keep(rd, &task->due);
	e->units = units_of(rd, task);
	e->progress = task->progress;
	e->evidence = keep(rd, &task->evidence);
	e->cause = keep(rd, &task->cause);
	switch (key) {
	case NB_LEDGER_NEXT:
		e->promised = true;
		e->year = nb_report_next_year(rd->report);
		break;
	case NB_LEDGER_LAST:
		e->answered = true;
		break;
	case NB_LEDGER_ROW:
		e->promised = !report || is_unfinished(task->progress);
		e->answered = report || task->progress != NB_PROGRESS_NONE;
		e->year += report && e->promised;
		break;
	case NB_LEDGER_PROBLEM:
		NB_UNREACHABLE();
	}
}

static void
add_tasks(struct reading *rd, enum nb_ledger_key key, const GPtrArray *task)
{
	for (guint i = 0; i < task->len; i++)
		add_task(rd, key, task->pdata[i]);
}

static void
add_problems(struct reading *rd, const struct nb_problems *p)
{
	for (uint32_t i = 0; i < p->n; i++) {
		struct nb_ledger_entry *e;

		if (p->problem[i].text.text.n == 0)
			continue;
		e = add_entry(rd, NB_LEDGER_PROBLEM, &p->problem[i].text);
		e->cause = keep(rd, &p->problem[i].cause);
	}
}

static void
add_entries(struct reading *rd)
{
	const struct nb_report *r = rd->report;
	const uint32_t n_problems = r->problems != NULL ? r->problems->n : 0;
	g_autoptr(GPtrArray) last = g_ptr_array_new();
	g_autoptr(GPtrArray) row = g_ptr_array_new();
	g_autoptr(GPtrArray) next = g_ptr_array_new();

	nb_promise_list(last, r->last_tasks);
	nb_promise_table(row, r->task_table);
	nb_promise_list(next, r->next_tasks);
	rd->entry = nb_new_n(rd->arena, struct nb_ledger_entry,
	    (size_t)last->len + row->len + next->len + n_problems);
	add_tasks(rd, NB_LEDGER_LAST, last);
	add_tasks(rd, NB_LEDGER_ROW, row);
	add_tasks(rd, NB_LEDGER_NEXT, next);
	if (n_problems > 0)
		add_problems(rd, r->problems);
	rd->file->entry = rd->entry;
	rd->file->n_entries = rd->n;
}

static void
add_values(const struct reading *rd)
{
	const struct nb_report *r = rd->report;
	struct nb_ledger_value *value =
	    nb_new_n(rd->arena, struct nb_ledger_value, r->n_indicators);

	for (uint32_t i = 0; i < r->n_indicators; i++) {
		const struct nb_indicator *in = &r->indicator[i];

		value[i].file = rd->file;
		value[i].line = line_of(in->span);
		value[i].name = nb_arena_str(rd->arena, in->name);
		value[i].value = keep(rd, &in->value);
		value[i].last = keep(rd, &in->last);
		value[i].target = keep(rd, &in->target);
		value[i].remark = keep(rd, &in->remark);
		value[i].plain.name = simplify(rd, value[i].name);
		value[i].plain.value = simplify(rd, value[i].value);
		value[i].plain.last = simplify(rd, value[i].last);
		value[i].plain.target = simplify(rd, value[i].target);
	}
	rd->file->value = value;
	rd->file->n_values = r->n_indicators;
}

/*
 * “青荷区人民政府柳溪街道办事处” and “青荷区柳溪街道” are one; so are “金湖镇”,
 * “金湖镇政府” and “金湖镇人民政府”.
 */
static struct nb_str
organ_key(struct nb_arena *a, struct nb_str organ)
{
	const struct nb_str idle[] = { NB_S("人民政府"), NB_S("政府"),
		NB_S("办事处"), NB_S(" "), NB_S("　") };
	const struct nb_str s = nb_hant_fold(a, organ);
	char *key = nb_arena_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t at = 0; at < s.n;) {
		size_t i = 0;

		while (i < NB_COUNT(idle) && !nb_str_skip(s, &at, idle[i]))
			i++;
		if (i == NB_COUNT(idle))
			key[n++] = s.p[at++];
	}
	return n > 0 ? (struct nb_str){ key, n } : s;
}

struct nb_ledger_file *
nb_ledger_read(struct nb_arena *a, const struct nb_report *r)
{
	struct nb_ledger_file *file = nb_new(a, struct nb_ledger_file);
	struct reading rd = { .arena = a, .report = r, .file = file };

	*file = (struct nb_ledger_file){
		.text =
		    nb_text_new(a, nb_arena_str(a, r->source->name), NB_S("")),
		.kind = r->kind,
		.year = r->year,
		.last_year = r->last_year,
		.organ = nb_arena_str(a, r->organ.text),
		.key = organ_key(a, r->organ.text),
	};
	add_entries(&rd);
	add_values(&rd);
	return file;
}
