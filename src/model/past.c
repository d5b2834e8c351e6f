#include "model/past.h"

#include "base/hant.h"
#include "model/report.h"
#include "source/node.h"

struct nb_str
nb_past_name(const struct nb_node *root, const char *key)
{
	const struct nb_node *node =
	    root->kind == NB_NODE_MAP ? nb_node_get(root, nb_str_z(key)) : NULL;

	if (node == NULL || node->kind != NB_NODE_SCALAR)
		return NB_S("");
	return nb_str_trim(node->scalar.value);
}

/* “柳溪街道办事处” is short for “青荷区柳溪街道办事处”, in either script. */
static bool
same_organ(
    struct nb_arena *a, const struct nb_report *x, const struct nb_report *y)
{
	const struct nb_str one = nb_hant_fold(a, x->organ.text);
	const struct nb_str other = nb_hant_fold(a, y->organ.text);

	return nb_str_ends(one, other) || nb_str_ends(other, one);
}

/* “青荷区” of “中共青荷区委全面依法治区委员会”; empty: no government's name. */
static struct nb_str
region_of(struct nb_str organ)
{
	static const char *const ends[] = { "人民政府", "委" };
	static const char *const divisions[] = { "区", "县", "市", "旗", "州",
		"省" };
	size_t at = 0, end = organ.n;

	nb_str_skip(organ, &at, NB_S("中共"));
	for (size_t i = 0; i < NB_COUNT(ends); i++) {
		const size_t hit = nb_str_find(organ, nb_str_z(ends[i]), at);

		end = hit < end ? hit : end;
	}
	organ = nb_str_sub(organ, at, end - at);
	for (size_t i = 0; i < NB_COUNT(divisions); i++)
		if (nb_str_ends(organ, nb_str_z(divisions[i])))
			return organ;
	return NB_S("");
}

/* Whether the organ of r lies in the region that the other one governs. */
static bool
is_above(struct nb_arena *a, const struct nb_report *r,
    const struct nb_report *other)
{
	const struct nb_str region =
	    region_of(nb_hant_fold(a, other->organ.text));

	return region.n > 0 && r->level != NB_LEVEL_DISTRICT &&
	    (nb_str_has(nb_hant_fold(a, r->organ.text), region) ||
		nb_str_has(nb_hant_fold(a, r->addressee.text), region));
}

static bool
is_itself(const struct nb_report *r, const struct nb_report *other)
{
	return r->source != NULL && other->source != NULL &&
	    nb_str_eq(r->source->bytes, other->source->bytes);
}

/* A plan may follow a report; what follows a report is no outline. */
static enum nb_past_fault
judge_last(
    struct nb_arena *a, const struct nb_report *r, const struct nb_report *last)
{
	if (is_itself(r, last))
		return NB_PAST_SELF;
	if (last->kind != r->kind && last->kind != NB_KIND_REPORT)
		return NB_PAST_KIND;
	if (r->year != 0 && last->last_year != r->year - 1)
		return NB_PAST_YEAR;
	return same_organ(a, r, last) ? NB_PAST_FIT : NB_PAST_ORGAN;
}

static enum nb_past_fault
judge_plan(
    struct nb_arena *a, const struct nb_report *r, const struct nb_report *plan)
{
	if (is_itself(r, plan))
		return NB_PAST_SELF;
	if (plan->kind != NB_KIND_PLAN)
		return NB_PAST_KIND;
	if (r->year != 0 && (plan->year > r->year || plan->last_year < r->year))
		return NB_PAST_YEAR;
	if (same_organ(a, r, plan))
		return NB_PAST_FIT;
	return is_above(a, r, plan) ? NB_PAST_ABOVE : NB_PAST_ORGAN;
}

void
nb_past_judge(struct nb_arena *a, struct nb_report *r)
{
	struct nb_past *past = &r->past;

	if (r->last_file.text.n > 0)
		past->last.fault = past->last.report == NULL
		    ? NB_PAST_UNREAD
		    : judge_last(a, r, past->last.report);
	if (r->plan_file.text.n > 0)
		past->plan.fault = past->plan.report == NULL
		    ? NB_PAST_UNREAD
		    : judge_plan(a, r, past->plan.report);
}

const struct nb_report *
nb_past_last(const struct nb_report *r)
{
	return r->past.last.fault == NB_PAST_FIT ? r->past.last.report : NULL;
}

const struct nb_report *
nb_past_plan(const struct nb_report *r)
{
	return r->past.plan.fault == NB_PAST_FIT ? r->past.plan.report : NULL;
}

const struct nb_report *
nb_past_plan_above(const struct nb_report *r)
{
	return r->past.plan.fault == NB_PAST_ABOVE ? r->past.plan.report : NULL;
}
