/*
 * P10 target-lowered - the goal of a figure is less than it was last year.
 *
 * Compared when both goals are quantities of one unit that bound the same way;
 * a plain number has a direction only as a rate.
 */
#include "check/rule.h"

#include "check/str_table.h"
#include "model/quantity.h"

static const struct nb_code code = {
	.id = "P10",
	.name = "target-lowered",
	.severity = NB_NOTE,
	.title = "目标低于上年",
	.basis = "公文写作惯例：目标下调要说明理由",
	.help = "核对目标；确要下调的，在“说明”或正文里写明理由",
	.why =
	    "同一个指标，今年定的目标比上年低，读的人会问为什么。确有理由的写明"
	    "理由；抄错的改正。单位不同、写法不能比的不查。\n"
	    "误：上年 目标: 不少于60场　今年 目标: 不少于50场\n"
	    "正：今年 目标: 不少于62场",
};

/* Whether larger is better, smaller is, or nobody knows: 1, -1, 0. */
static int
direction(const struct nb_quantity *q)
{
	switch (q->bound) {
	case NB_BOUND_AT_LEAST:
	case NB_BOUND_MORE:
		return 1;
	case NB_BOUND_AT_MOST:
	case NB_BOUND_LESS:
		return -1;
	case NB_BOUND_EXACT:
		return nb_str_eq(q->unit, NB_S("%")) ? 1 : 0;
	case NB_BOUND_ABOUT:
	case NB_BOUNDS:
		return 0;
	}
	NB_UNREACHABLE();
}

/* The larger of two, for numbers with places to spare. */
static unsigned
larger(unsigned a, unsigned b)
{
	return a > b ? a : b;
}

static bool
is_lower(const struct nb_quantity *now, const struct nb_quantity *before)
{
	const unsigned power =
	    now->power < before->power ? now->power : before->power;
	const unsigned places = larger(
	    nb_quantity_places(now, power), nb_quantity_places(before, power));
	const int way = direction(now);
	int64_t x, y;

	if (way == 0 || way != direction(before) ||
	    !nb_str_eq(now->unit, before->unit) ||
	    !nb_quantity_scale(now, power, places, &x) ||
	    !nb_quantity_scale(before, power, places, &y))
		return false;
	return way > 0 ? x < y : x > y;
}

static void
compare(const struct nb_check *ck, const struct nb_indicator *now,
    const struct nb_indicator *before)
{
	struct nb_quantity x, y;

	if (nb_quantity_read(now->target.text, &x) &&
	    nb_quantity_read(before->target.text, &y) && is_lower(&x, &y))
		nb_diag_add(ck->diags, &code, nb_prose_all(&now->target),
		    "“" NB_FMT "”的目标低于上年：上年“" NB_FMT "”，今年“" NB_FMT
		    "”",
		    NB_ARG(now->name), NB_ARG(before->target.text),
		    NB_ARG(now->target.text));
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report,
			       *last = nb_past_last(ck->report);
	GHashTable *by_name;

	if (last == NULL)
		return;
	by_name = nb_str_table();
	for (uint32_t i = 0; i < last->n_indicators; i++)
		g_hash_table_insert(by_name, (void *)&last->indicator[i].name,
		    (void *)&last->indicator[i]);
	for (uint32_t i = 0; i < r->n_indicators; i++) {
		const struct nb_indicator *before =
		    g_hash_table_lookup(by_name, &r->indicator[i].name);

		if (before != NULL && r->indicator[i].remark.text.n == 0)
			compare(ck, &r->indicator[i], before);
	}
	g_hash_table_destroy(by_name);
}

const struct nb_rule nb_rule_target_lowered = { .code = &code, .run = run };
