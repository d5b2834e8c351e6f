/*
 * N20 last-missing - last year's report has figures that 上年 of the 指标 of a
 * report does not say.
 */
#include "base/arena.h"
#include "check/earlier.h"
#include "check/rule.h"
#include "model/quantity.h"

#include <glib.h>

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

/* Whether last year's figure is one that could stand under 上年 and does not.
 */
static bool
is_missing(const struct nb_figure_pair *pair)
{
	struct nb_quantity q;

	return pair->now->last.text.n == 0 &&
	    nb_quantity_read(pair->before->value.text, &q) &&
	    q.bound == NB_BOUND_EXACT;
}

/* One finding at the first of them, with what to write for all. */
static void
run(const struct nb_check *ck)
{
	uint32_t n, n_missing = 0;
	const struct nb_figure_pair *pair = nb_figure_pairs(ck, &n);
	const struct nb_figure_pair *first = NULL;
	g_autoptr(GString) list = g_string_new(NULL);
	struct nb_diag *g;

	for (uint32_t i = 0; i < n && ck->report->kind == NB_KIND_REPORT; i++) {
		if (!is_missing(&pair[i]))
			continue;
		if (n_missing++ == 0)
			first = &pair[i];
		g_string_append_printf(list,
		    "%s“" NB_FMT "”补上“上年: " NB_FMT "”",
		    list->len > 0 ? "，" : "", NB_ARG(pair[i].now->name),
		    NB_ARG(pair[i].before->value.text));
	}
	if (n_missing == 0)
		return;
	g = nb_diag_add(ck->diags, &code, first->now->span,
	    "上年的报告里有、这里没有写上年数的指标有%u项", n_missing);
	g->hint = nb_arena_printf(ck->diags->arena, "%s", list->str);
}

const struct nb_rule nb_rule_last_missing = { .code = &code, .run = run };
