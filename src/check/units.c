/*
 * check/units.c - knows where a report names organs.
 */
#include "check/units.h"

static bool
parts(uint32_t c)
{
	return c == U'、' || c == U'，' || c == ',' || c == U'；' || c == ';';
}

static int
depth_of(uint32_t c)
{
	if (c == U'（' || c == '(')
		return 1;
	return c == U'）' || c == ')' ? -1 : 0;
}

bool
nb_unit_next(struct nb_str list, size_t *at, struct nb_unit *ret)
{
	const size_t start = *at;
	size_t end = start;
	int depth = 0;

	if (start >= list.n)
		return false;
	*ret = (struct nb_unit){ 0 };
	while (ret->mark == 0 && *at < list.n) {
		const uint32_t c = nb_utf8_next(list, at);

		depth += depth_of(c);
		if (depth <= 0 && parts(c))
			ret->mark = c;
		else
			end = *at;
	}
	ret->name = nb_str_trim(nb_str_sub(list, start, end - start));
	ret->begin = (size_t)(ret->name.p - list.p);
	ret->end = ret->begin + ret->name.n;
	return true;
}

static void
visit_tasks(const struct nb_task *task, uint32_t n, nb_unit_fn *visit, void *to)
{
	for (uint32_t i = 0; i < n; i++) {
		visit(to, &task[i].lead_unit);
		visit(to, &task[i].units);
	}
}

void
nb_units_walk(const struct nb_check *ck, nb_unit_fn *visit, void *to)
{
	const struct nb_report *r = ck->report;

	for (uint32_t i = 0; i < ck->headings.n; i++) {
		visit(to, &ck->headings.heading[i].section->lead_unit);
		visit(to, &ck->headings.heading[i].section->units);
	}
	if (r->last_tasks != NULL)
		visit_tasks(r->last_tasks->task, r->last_tasks->n, visit, to);
	if (r->next_tasks != NULL)
		visit_tasks(r->next_tasks->task, r->next_tasks->n, visit, to);
	for (uint32_t i = 0; r->task_table != NULL && i < r->task_table->n; i++)
		visit_tasks(r->task_table->group[i].task,
		    r->task_table->group[i].n, visit, to);
}
