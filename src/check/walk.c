/*
 * check/walk.c - knows where a report keeps its prose.
 */
#include "check/walk.h"

struct walker {
	nb_walk_fn *visit;
	void *to;
	struct nb_visit now; /* prose and role: of the visit under way */
};

static void
one(struct walker *w, const struct nb_prose *p, enum nb_prose_role role)
{
	if (p->text.n == 0)
		return;
	w->now.prose = p;
	w->now.role = role;
	w->visit(w->to, &w->now);
}

static void
paras(struct walker *w, const struct nb_paras *p)
{
	for (uint32_t i = 0; i < p->n; i++)
		one(w, &p->para[i], NB_PROSE_BODY);
}

static void
names(struct walker *w, const struct nb_names *p, enum nb_prose_role role)
{
	for (uint32_t i = 0; i < p->n; i++)
		one(w, &p->name[i], role);
}

static void
table(struct walker *w, const struct nb_table *t)
{
	one(w, &t->title, NB_PROSE_HEADING);
	names(w, &t->column, NB_PROSE_CELL);
	for (uint32_t i = 0; i < t->n_rows; i++)
		for (uint32_t k = 0; k < t->row[i].n; k++)
			one(w, &t->row[i].cell[k].text, NB_PROSE_CELL);
}

static void
section(struct walker *w, const struct nb_section *s)
{
	w->now.section = s;
	one(w, &s->title, NB_PROSE_HEADING);
	paras(w, &s->body);
	one(w, &s->lead_unit, NB_PROSE_NAME);
	one(w, &s->units, NB_PROSE_NAME);
	if (s->table != NULL)
		table(w, s->table);
	if (s->chart != NULL)
		one(w, &s->chart->title, NB_PROSE_HEADING);
	for (uint32_t i = 0; i < s->n_children; i++)
		section(w, &s->child[i]);
}

static void
problems(struct walker *w, const struct nb_problems *p)
{
	one(w, &p->title, NB_PROSE_HEADING);
	one(w, &p->lead, NB_PROSE_BODY);
	for (uint32_t i = 0; i < p->n; i++) {
		one(w, &p->problem[i].text, NB_PROSE_ITEM);
		one(w, &p->problem[i].cause, NB_PROSE_DETAIL);
		one(w, &p->problem[i].measure, NB_PROSE_DETAIL);
	}
}

static void
task(struct walker *w, const struct nb_task *t)
{
	one(w, &t->text, NB_PROSE_ITEM);
	paras(w, &t->body);
	one(w, &t->target, NB_PROSE_DETAIL);
	one(w, &t->due, NB_PROSE_DETAIL);
	one(w, &t->lead_unit, NB_PROSE_NAME);
	one(w, &t->units, NB_PROSE_NAME);
	one(w, &t->evidence, NB_PROSE_DETAIL);
	one(w, &t->cause, NB_PROSE_DETAIL);
}

static void
tasks(struct walker *w, const struct nb_tasks *t)
{
	one(w, &t->title, NB_PROSE_HEADING);
	one(w, &t->lead, NB_PROSE_BODY);
	for (uint32_t i = 0; i < t->n; i++)
		task(w, &t->task[i]);
}

static void
task_table(struct walker *w, const struct nb_task_table *t)
{
	one(w, &t->title, NB_PROSE_HEADING);
	for (uint32_t i = 0; i < t->n; i++) {
		one(w, &t->group[i].text, NB_PROSE_CELL);
		for (uint32_t k = 0; k < t->group[i].n; k++)
			task(w, &t->group[i].task[k]);
	}
}

static void
notice(struct walker *w, const struct nb_notice *n)
{
	one(w, &n->addressee, NB_PROSE_NAME);
	one(w, &n->organ, NB_PROSE_NAME);
	paras(w, &n->body);
}

/* An 索引号 is no words, and may look like an ID number. */
static void
disclosure(struct walker *w, const struct nb_disclosure *d)
{
	one(w, &d->topic, NB_PROSE_NAME);
	names(w, &d->keyword, NB_PROSE_NAME);
	one(w, &d->summary, NB_PROSE_NAME);
}

static void
front(struct walker *w, const struct nb_report *r)
{
	one(w, &r->organ, NB_PROSE_NAME);
	if (r->title_given)
		one(w, &r->title, NB_PROSE_TITLE);
	one(w, &r->addressee, NB_PROSE_NAME);
	one(w, &r->doc_number, NB_PROSE_NAME);
	if (r->disclosure != NULL)
		disclosure(w, r->disclosure);
	for (uint32_t i = 0; i < r->n_indicators; i++) {
		one(w, &r->indicator[i].value, NB_PROSE_FIGURE);
		one(w, &r->indicator[i].last, NB_PROSE_FIGURE);
		one(w, &r->indicator[i].target, NB_PROSE_FIGURE);
		one(w, &r->indicator[i].remark, NB_PROSE_FIGURE);
	}
}

static void
chapters(struct walker *w, const struct nb_report *r)
{
	w->now.part = NB_PART_SECTIONS;
	for (uint32_t i = 0; i < r->n_sections; i++) {
		w->now.chapter = i;
		section(w, &r->section[i]);
	}
	w->now.section = NULL;
}

static void
promises(struct walker *w, const struct nb_report *r)
{
	w->now.part = NB_PART_PROBLEMS;
	if (r->problems != NULL)
		problems(w, r->problems);
	w->now.part = NB_PART_LAST_TASKS;
	if (r->last_tasks != NULL)
		tasks(w, r->last_tasks);
	w->now.part = NB_PART_NEXT_TASKS;
	if (r->next_tasks != NULL)
		tasks(w, r->next_tasks);
}

static void
back(struct walker *w, const struct nb_report *r)
{
	w->now.part = NB_PART_CLOSING;
	paras(w, &r->closing);
	w->now.part = NB_PART_TASK_TABLE;
	if (r->task_table != NULL)
		task_table(w, r->task_table);
	w->now.part = NB_PART_BACK;
	names(w, &r->attachment, NB_PROSE_NAME);
	one(w, &r->remark, NB_PROSE_BODY);
}

void
nb_walk_report(const struct nb_report *r, nb_walk_fn *visit, void *to)
{
	struct walker w = { .visit = visit, .to = to };

	front(&w, r);
	w.now.part = NB_PART_NOTICE;
	if (r->notice != NULL)
		notice(&w, r->notice);
	w.now.part = NB_PART_LEAD;
	paras(&w, &r->lead);
	chapters(&w, r);
	promises(&w, r);
	back(&w, r);
}

void
nb_walk_section(const struct nb_section *s, nb_walk_fn *visit, void *to)
{
	struct walker w = { visit, to, { .part = NB_PART_SECTIONS } };

	section(&w, s);
}

void
nb_walk_problems(const struct nb_problems *p, nb_walk_fn *visit, void *to)
{
	struct walker w = { visit, to, { .part = NB_PART_PROBLEMS } };

	problems(&w, p);
}

void
nb_walk_tasks(const struct nb_tasks *t, nb_walk_fn *visit, void *to)
{
	struct walker w = { visit, to, { .part = NB_PART_NEXT_TASKS } };

	tasks(&w, t);
}
