/*
 * S18 plan-titled-result - the chapter on next year is headed like one on what
 * has been done.
 */
#include "check/term_report.h"

static const struct nb_code code = {
	.id = "S18",
	.name = "plan-titled-result",
	.severity = NB_NOTE,
	.title = "下年章节的标题用了“做法”“成效”",
	.basis = "《法治政府建设与责任落实督察工作规定》：下一年度的主要安排",
	.help = "改为“安排”“打算”，如“下一年度推进法治政府建设的主要安排”",
	.why = "做法、成效说的是已经做的事，放在下一年的标题里，题目和内容就对"
	       "不上。"
	       "只查“下年任务”的标题。\n"
	       "误：下一年度推进法治政府建设的主要做法\n"
	       "正：下一年度推进法治政府建设的主要安排",
};

static void
look(const struct nb_check *ck, const struct nb_term_hit *hit)
{
	if (hit->passage->is.part == NB_PART_NEXT_TASKS)
		nb_term_report(ck, &code, hit, "下年章节的标题用了“" NB_FMT "”",
		    NB_ARG(nb_term_words(ck, hit)));
}

const struct nb_rule nb_rule_plan_titled_result = { .code = &code,
	.term = look };
