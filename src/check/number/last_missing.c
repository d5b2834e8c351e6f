/*
 * N20 last-missing - last year's report has the figure, and 上年 of the 指标
 * does not say it.
 */
#include "base/arena.h"
#include "check/earlier.h"
#include "check/rule.h"
#include "model/quantity.h"

static const struct nb_code code = {
	.id = "N20",
	.name = "last-missing",
	.severity = NB_NOTE,
	.title = "指标没有写上年的数，上年的报告里有",
	.basis = "公文写作惯例：数据要有比较",
	.help = "在这一项里补上“上年”",
	.why =
	    "有了上年的数，才看得出是多了还是少了，变化过大的才查得出来，正文才"
	    "能引用{名.上年}、{名.同比}。上年的报告里就有，照抄过来即可。\n"
	    "误：行政处罚: 312件（上年报告：287件）\n"
	    "正：行政处罚: {值: 312件, 上年: 287件}",
};

static void
look(const struct nb_check *ck, const struct nb_figure_pair *pair)
{
	const struct nb_str was = pair->before->value.text;
	struct nb_quantity q;
	struct nb_diag *g;

	if (pair->now->last.text.n > 0 || !nb_quantity_read(was, &q) ||
	    q.bound != NB_BOUND_EXACT)
		return;
	g = nb_diag_add(ck->diags, &code, pair->now->span,
	    "“" NB_FMT "”没有写上年的数，上年的报告是" NB_FMT,
	    NB_ARG(pair->now->name), NB_ARG(was));
	g->hint = nb_arena_printf(ck->diags->arena,
	    "在“" NB_FMT "”里补上“上年: " NB_FMT "”", NB_ARG(pair->now->name),
	    NB_ARG(was));
}

static void
run(const struct nb_check *ck)
{
	uint32_t n;
	const struct nb_figure_pair *pair = nb_figure_pairs(ck, &n);

	for (uint32_t i = 0; i < n; i++)
		look(ck, &pair[i]);
}

const struct nb_rule nb_rule_last_missing = { .code = &code, .run = run };
