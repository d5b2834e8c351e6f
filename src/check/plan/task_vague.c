/*
 * P06 task-vague - tasks of the next year with neither a figure nor a date.
 * One finding for the report, at the first of them.
 */
#include "check/rule.h"

#include "check/promise.h"

static const struct nb_code code = {
	.id = "P06",
	.name = "task-vague",
	.severity = NB_NOTE,
	.title = "下年任务无数量、无时限",
	.basis = "公文写作惯例：任务可检查",
	.help = "给每项任务写“目标: 做到多少”“时限: 几月底”",
	.why =
	    "没有数量也没有时限的任务，到了年底无法说完成还是没完成。写了“目标”"
	    "“时限”，或者文字里有数字、季度、年底，都算写了。\n"
	    "误：任务: 加大法治宣传力度\n"
	    "正：任务: 加大法治宣传力度　目标: 普法活动不少于66场　时限: "
	    "11月底",
};

static bool
is_vague(const struct nb_check *ck, const struct nb_task *task)
{
	return task->target.text.n == 0 && !nb_promise_is_definite(ck, task);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_tasks *next = ck->report->next_tasks;
	const struct nb_task *first = NULL;
	uint32_t n = 0;

	if (next == NULL || ck->report->kind != NB_KIND_REPORT)
		return;
	for (uint32_t i = 0; i < next->n; i++)
		if (is_vague(ck, &next->task[i]) && n++ == 0)
			first = &next->task[i];
	if (n > 0)
		nb_diag_add(ck->diags, &code, nb_prose_all(&first->text),
		    "下年任务%u条里有%u条无数量、无时限", next->n, n);
}

const struct nb_rule nb_rule_task_vague = { .code = &code, .run = run };
