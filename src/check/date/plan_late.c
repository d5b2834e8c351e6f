/*
 * D14 plan-late - a plan for the year that comes out when half of it is over.
 */
#include "check/rule.h"

enum { LAST_MONTH = 6 };

static const struct nb_code code = {
	.id = "D14",
	.name = "plan-late",
	.severity = NB_NOTE,
	.title = "年度方案下半年才印发",
	.basis = "公文写作惯例：年度方案宜在年初印发",
	.help = "下一年尽早；本年的任务和时限按剩下的时间重新核定",
	.why = "年度方案安排的是全年的工作，7月以后才印发，上半年的任务已经无从"
	       "安排，清单里还容易留下早已过去的时限。\n"
	       "误：文种: 工作方案　年度: 2023　成文日期: 2023-08-12\n"
	       "正：文种: 工作方案　年度: 2023　成文日期: 2023-02-12",
};

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;

	if (r->kind != NB_KIND_PLAN || r->year == 0 || r->issued.year == 0 ||
	    r->year != r->last_year || r->issued.year < r->year)
		return;
	if (r->issued.year > r->year || r->issued.month > LAST_MONTH)
		nb_diag_add(ck->diags, &code, r->issued.span,
		    "%d年度的方案" NB_FMT "才印发", r->year,
		    NB_ARG(nb_date_text(ck->arena, &r->issued)));
}

const struct nb_rule nb_rule_plan_late = { .code = &code, .run = run };
