/*
 * D02 year-unfinished - the report is dated before the year it speaks of is
 * over.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "D02",
	.name = "year-unfinished",
	.severity = NB_WARNING,
	.title = "成文日期早于年末，数据不满一年",
	.basis = "《法治政府建设与责任落实督察工作规定》：报告上一年的情况",
	.help = "年后补齐数据再定稿；确要提前的，用“数据截至”写明算到哪一天",
	.why =
	    "年度报告写的是全年的情况。年还没有过完就定稿，数据必然不满一年，"
	    "与往年也不能比。写明了“数据截至”的，读的人心中有数，只作提示。\n"
	    "误：年度: 2021　成文日期: 2021-11-22\n"
	    "正：年度: 2021　成文日期: 2022-02-20",
};

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	const struct nb_date last = { r->year, 12, 30, { 0 } };
	struct nb_diag *g;

	if (r->kind != NB_KIND_REPORT || r->year == 0 || r->issued.year == 0)
		return;
	if (nb_date_cmp(&r->issued, &last) > 0)
		return;
	g = nb_diag_add(ck->diags, &code, r->issued.span,
	    "成文日期 " NB_FMT " 早于年末，数据不满一年",
	    NB_ARG(nb_date_text(ck->arena, &r->issued)));
	if (r->until.year != 0)
		nb_diag_set_severity(ck->diags, g, NB_NOTE);
}

const struct nb_rule nb_rule_year_unfinished = { .code = &code, .run = run };
