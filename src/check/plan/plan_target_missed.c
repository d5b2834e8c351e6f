/*
 * P21 plan-target-missed - the plan of the year set a goal for a figure that
 * the report does not give, or that it does not reach.
 *
 * A goal of the report's own that is missed is for N04 to say.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "check/script.h"
#include "check/target.h"
#include "style/number_words.h"

static const struct nb_code code = {
	.id = "P21",
	.name = "plan-target-missed",
	.severity = NB_WARNING,
	.title = "方案定的指标没有报，或者没有达到",
	.basis = "《法治政府建设与责任落实督察工作规定》：如实报告进展和不足",
	.help = "在“指标”里写出这个数；没有达到的，在存在问题里说明原因",
	.why = "方案给指标定了目标，年底就要报实际数。报告的“指标”里没有同名的"
	       "一项，"
	       "正文也没有提到，或者数字没有达到方案的目标，都要说清楚。\n"
	       "误：方案 普法活动: {目标: 不少于60场}　报告里没有“普法活动”\n"
	       "正：报告 普法活动: {值: 63场, 目标: 不少于60场}",
};

/* Whether prose speaks of it. */
static bool
is_told(const struct nb_check *ck, struct nb_str name)
{
	for (uint32_t i = 0; i < ck->passages.n; i++)
		if (nb_passage_runs(&ck->passages.passage[i]) &&
		    nb_str_has(ck->passages.passage[i].text, name))
			return true;
	return false;
}

static struct nb_str
place_of(const struct nb_check *ck, const struct nb_indicator *goal)
{
	return nb_arena_printf(ck->arena, "方案第%u行",
	    nb_text_pos(goal->span.text, goal->span.begin).line);
}

static void
compare(const struct nb_check *ck, const struct nb_indicator *goal,
    const struct nb_quantity *target, const struct nb_indicator *in)
{
	const struct nb_str name = nb_check_plain(ck, in->name);
	const bool small =
	    nb_words_in(&ck->outline->number->small_is_good, name);
	struct nb_quantity value, own;

	if (!nb_quantity_read(nb_check_plain(ck, in->value.text), &value) ||
	    !nb_target_is_missed(&value, target, small) ||
	    (nb_quantity_read(nb_check_plain(ck, in->target.text), &own) &&
		nb_target_is_missed(&value, &own, small)))
		return;
	nb_diag_add(ck->diags, &code, nb_prose_all(&in->value),
	    "“" NB_FMT "”" NB_FMT "，未达方案定的目标“" NB_FMT "”（" NB_FMT
	    "）",
	    NB_ARG(in->name), NB_ARG(in->value.text), NB_ARG(goal->target.text),
	    NB_ARG(place_of(ck, goal)));
}

static void
look(const struct nb_check *ck, const struct nb_report *plan,
    const struct nb_indicator *goal, GHashTable *by_name)
{
	const struct nb_str name = nb_script_plain(ck->arena, plan, goal->name);
	const struct nb_indicator *in = g_hash_table_lookup(by_name, &name);
	struct nb_quantity target;

	if (!nb_quantity_read(
		nb_script_plain(ck->arena, plan, goal->target.text), &target))
		return;
	if (in != NULL)
		compare(ck, goal, &target, in);
	else if (!is_told(ck, name))
		nb_diag_add(ck->diags, &code,
		    nb_prose_all(&ck->report->plan_file),
		    "方案定了“" NB_FMT "”的目标“" NB_FMT
		    "”，报告里没有这个指标（" NB_FMT "）",
		    NB_ARG(goal->name), NB_ARG(goal->target.text),
		    NB_ARG(place_of(ck, goal)));
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report, *plan = nb_past_plan(r);
	GHashTable *by_name;

	if (plan == NULL || r->kind != NB_KIND_REPORT)
		return;
	by_name = nb_target_figures(ck);
	for (uint32_t i = 0; i < plan->n_indicators; i++)
		look(ck, plan, &plan->indicator[i], by_name);
	g_hash_table_destroy(by_name);
}

const struct nb_rule nb_rule_plan_target_missed = { .code = &code, .run = run };
