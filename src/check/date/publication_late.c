/*
 * D06 publication-late - published after 1 April of the next year.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "D06",
	.name = "publication-late",
	.severity = NB_WARNING,
	.title = "公开日期晚于次年4月1日",
	.basis =
	    "《法治政府建设与责任落实督察工作规定》第二十四条：4月1日前公开",
	.help = "核对公开日期；确已逾期的，下一年提前安排",
	.why = "地方各级政府和县级以上部门的年度报告，除涉密的以外，应在每年4月"
	       "1日前"
	       "向社会公开；逾期不公开的，督察单位可以通报批评。\n"
	       "误：年度: 2023　公开日期: 2024-05-10\n"
	       "正：年度: 2023　公开日期: 2024-03-26",
};

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	const struct nb_date limit = { r->year + 1, 4, 1, { 0 } };

	if (r->kind != NB_KIND_REPORT || r->year == 0 || r->published.year == 0)
		return;
	if (nb_date_cmp(&r->published, &limit) > 0)
		nb_diag_add(ck->diags, &code, r->published.span,
		    "公开日期 " NB_FMT " 晚于%d年4月1日",
		    NB_ARG(nb_date_text(ck->arena, &r->published)),
		    r->year + 1);
}

const struct nb_rule nb_rule_publication_late = { .code = &code, .run = run };
