/*
 * D11 due-unclear - a task without a time limit, or with one that nobody can
 * hold it to.
 */
#include "check/rule.h"
#include "model/due.h"

static const struct nb_code code = {
	.id = "D11",
	.name = "due-unclear",
	.severity = NB_WARNING,
	.title = "任务缺时限，或者时限看不明白",
	.basis = "公文写作惯例：重点任务应当明确完成时限",
	.help = "写“6月底”“第三季度”“2024年12月31日前”，常年要做的写“长期”",
	.why =
	    "清单上的任务没有时限，就不知道什么时候该办完，也没法督办。时限写"
	    "年底前、上半年、第几季度、几月底、几月几日都可以，没有写年份的算在"
	    "方案的年度里。\n"
	    "误：时限: 尽快\n"
	    "正：时限: 9月底",
};

struct finder {
	const struct nb_check *ck;
	uint32_t n, n_missing;
	const struct nb_task *missing; /* the first */
};

static enum nb_due
read_due(const struct nb_check *ck, const struct nb_prose *p)
{
	struct nb_date due;

	return nb_due_read(
	    nb_check_plain(ck, p->text), ck->report->last_year, &due);
}

static void
look(struct finder *f, const struct nb_task *t)
{
	f->n++;
	if (t->due.text.n > 0) {
		if (read_due(f->ck, &t->due) == NB_DUE_BAD)
			nb_diag_add(f->ck->diags, &code, nb_prose_all(&t->due),
			    "第%u项任务的时限“" NB_FMT "”看不明白", f->n,
			    NB_ARG(t->due.text));
	} else if (read_due(f->ck, &t->text) == NB_DUE_BAD) {
		/* “每季度研究一次” has its limit in itself. */
		if (f->n_missing++ == 0)
			f->missing = t;
	}
}

/* The rows without a limit, as one finding. */
static void
report_missing(const struct finder *f)
{
	if (f->n_missing == 1 && f->missing->text.text.n == 0)
		nb_diag_add(f->ck->diags, &code, f->missing->span,
		    "这项任务还没有写，也没有时限");
	else if (f->n_missing == 1)
		nb_diag_add(f->ck->diags, &code, f->missing->span,
		    "任务“" NB_FMT "”缺时限", NB_ARG(f->missing->text.text));
	else if (f->n_missing > 1)
		nb_diag_add(f->ck->diags, &code, f->missing->span,
		    "任务“" NB_FMT "”等%u项缺时限",
		    NB_ARG(f->missing->text.text), f->n_missing);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_task_table *t = ck->report->task_table;
	const struct nb_tasks *next = ck->report->next_tasks;
	struct finder f = { .ck = ck };

	for (uint32_t i = 0; t != NULL && i < t->n; i++)
		for (uint32_t k = 0; k < t->group[i].n; k++)
			look(&f, &t->group[i].task[k]);
	report_missing(&f);
	/* That 下年任务 have no limit is for P06 to say. */
	f = (struct finder){ .ck = ck };
	for (uint32_t i = 0; next != NULL && i < next->n; i++)
		look(&f, &next->task[i]);
}

const struct nb_rule nb_rule_due_unclear = { .code = &code, .run = run };
