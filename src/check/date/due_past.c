/*
 * D04 due-past - a time limit that was over before the paper was issued.
 */
#include "check/rule.h"
#include "model/due.h"

static const struct nb_code code = {
	.id = "D04",
	.name = "due-past",
	.severity = NB_WARNING,
	.title = "任务时限早于印发日期",
	.basis = "公文写作惯例：任务时限应当可行",
	.help = "改时限；已经完成的任务从清单里删去",
	.why =
	    "方案8月印发，清单里却有“3月底”完成的任务，印出来就已经逾期，承办"
	    "的单位无从做起。时限没有写年份的，按方案的年度算；报告里的下年任务"
	    "按下一年算。\n"
	    "误：成文日期: 2023-08-12　时限: 3月底\n"
	    "正：成文日期: 2023-02-12　时限: 3月底",
};

struct finder {
	const struct nb_check *ck;
	int year; /* of a limit that names none */
	uint32_t row;
};

static void
look(struct finder *f, const struct nb_task *t)
{
	const struct nb_report *r = f->ck->report;
	struct nb_date due;

	f->row++;
	if (t->progress != NB_PROGRESS_NONE ||
	    nb_due_read(nb_check_plain(f->ck, t->due.text), f->year, &due) !=
		NB_DUE_DATE ||
	    nb_date_cmp(&due, &r->issued) >= 0)
		return;
	nb_diag_add(f->ck->diags, &code, nb_prose_all(&t->due),
	    "第%u项任务的时限“" NB_FMT "”早于成文日期" NB_FMT, f->row,
	    NB_ARG(t->due.text),
	    NB_ARG(nb_date_text(f->ck->arena, &r->issued)));
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	const struct nb_tasks *next = r->next_tasks;
	struct finder f = { ck, r->last_year, 0 };

	if (r->issued.year == 0 || r->year == 0)
		return;
	/* A report looks back on its table. */
	if (r->task_table != NULL && r->kind != NB_KIND_REPORT)
		for (uint32_t i = 0; i < r->task_table->n; i++)
			for (uint32_t k = 0; k < r->task_table->group[i].n; k++)
				look(&f, &r->task_table->group[i].task[k]);
	f = (struct finder){ ck, nb_report_next_year(r), 0 };
	for (uint32_t i = 0; next != NULL && i < next->n; i++)
		look(&f, &next->task[i]);
}

const struct nb_rule nb_rule_due_past = { .code = &code, .run = run };
