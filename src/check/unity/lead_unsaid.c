/*
 * C10 lead-unsaid - a task has several units and none is said to lead.  One
 * finding for the report.
 */
#include "check/rule.h"

#include "check/units.h"

static const struct nb_code code = {
	.id = "C10",
	.name = "lead-unsaid",
	.severity = NB_NOTE,
	.title = "责任单位有几家而未分牵头",
	.basis = "公文写作惯例：多家负责的任务写明牵头单位",
	.help = "牵头的一家单独写在“牵头”里；确是第一家牵头的可以不改",
	.why =
	    "几家共同负责而不说谁牵头，容易互相等。没有写“牵头”时程序按第一家"
	    "牵头理解，报送前最好写明。逐篇汇总成一条。\n"
	    "误：责任: 司法所、党政办公室、综合行政执法队\n"
	    "正：牵头: 司法所　责任: 党政办公室、综合行政执法队",
};

struct survey {
	const struct nb_prose *first;
	uint32_t n, n_tasks;
};

static bool
has_several(struct nb_str list)
{
	struct nb_unit unit;
	size_t at = 0;

	return nb_unit_next(list, &at, &unit) && nb_unit_next(list, &at, &unit);
}

static void
survey(struct survey *s, const struct nb_task *task, uint32_t n)
{
	s->n_tasks += n;
	for (uint32_t i = 0; i < n; i++) {
		if (task[i].lead_unit.text.n > 0 ||
		    !has_several(task[i].units.text))
			continue;
		if (s->n++ == 0)
			s->first = &task[i].units;
	}
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	struct survey s = { 0 };

	if (r->next_tasks != NULL)
		survey(&s, r->next_tasks->task, r->next_tasks->n);
	for (uint32_t i = 0; r->task_table != NULL && i < r->task_table->n; i++)
		survey(&s, r->task_table->group[i].task,
		    r->task_table->group[i].n);
	if (s.n > 0)
		nb_diag_add(ck->diags, &code, nb_prose_all(s.first),
		    "%u项任务里有%u项责任单位不止一家，没有写明牵头单位",
		    s.n_tasks, s.n);
}

const struct nb_rule nb_rule_lead_unsaid = { .code = &code, .run = run };
