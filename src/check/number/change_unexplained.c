/*
 * N05 change-unexplained - a 指标 differs much from last year's.
 */
#include "check/rule.h"
#include "model/quantity.h"
#include "style/number_words.h"

#include <glib.h>

enum {
	MUCH = 50,   /* percent */
	LEAST = 5,   /* in the unit written */
	POINTS = 20, /* of a rate; more is much, too: 98% → 70% */
};

static const struct nb_code code = {
	.id = "N05",
	.name = "change-unexplained",
	.severity = NB_WARNING,
	.title = "与上年相比变化过大",
	.basis = "统计数据审核惯例：同比变化过大的应说明原因",
	.help = "核对有没有填错、口径是否一致；数字无误的，加“说明: 原因”",
	.why =
	    "增减一半以上，或者上年有、今年没有，多半是填错了行、少写了一位，"
	    "或者统计口径变了。数字不假的，用“说明”讲清原因，就只作提示。"
	    "增减不到5的小数目不报；比率变了20个百分点以上的也要说明。\n"
	    "误：普法活动: {值: 6场, 上年: 63场}\n"
	    "正：普法活动: {值: 31场, 上年: 63场, 说明: 上半年因场馆改造停办}",
};

static bool
is_much(int64_t now, int64_t last, int64_t one)
{
	int64_t by, share, least;

	return last > 0 && !__builtin_sub_overflow(now, last, &by) &&
	    !__builtin_mul_overflow(ABS(by), 100, &share) &&
	    !__builtin_mul_overflow(one, LEAST, &least) && ABS(by) >= least &&
	    share / MUCH >= last;
}

static bool
is_far(int64_t now, int64_t last, int64_t one)
{
	int64_t by, most;

	return !__builtin_sub_overflow(now, last, &by) &&
	    !__builtin_mul_overflow(one, POINTS, &most) && ABS(by) > most;
}

/* 10^places of 10^power, in which both figures are written. */
static bool
unit_of(const struct nb_quantity *now, const struct nb_quantity *last,
    unsigned places, int64_t *ret)
{
	const struct nb_quantity one = {
		.number = { 1, 0 },
		.power = MAX(now->power, last->power),
	};

	return nb_quantity_scale(&one, 0, places, ret);
}

static bool
has_changed(const struct nb_check *ck, const struct nb_indicator *in,
    const struct nb_quantity *now, const struct nb_quantity *last)
{
	const unsigned places =
	    MAX(nb_quantity_places(now, 0), nb_quantity_places(last, 0));
	int64_t a, b, one;

	if (!nb_quantity_scale(now, 0, places, &a) ||
	    !nb_quantity_scale(last, 0, places, &b) ||
	    !unit_of(now, last, places, &one))
		return false;
	if (a == 0 && b > 0)
		return !nb_words_in(&ck->outline->number->small_is_good,
		    nb_check_plain(ck, in->name));
	return is_much(a, b, one) ||
	    (nb_str_eq(now->unit, NB_S("%")) && is_far(a, b, one));
}

static void
look(const struct nb_check *ck, const struct nb_indicator *in)
{
	struct nb_quantity now, last;
	struct nb_diag *g;

	if (!nb_quantity_read(in->value.text, &now) ||
	    !nb_quantity_read(in->last.text, &last) ||
	    now.bound != NB_BOUND_EXACT || last.bound != NB_BOUND_EXACT ||
	    (now.unit.n > 0 && last.unit.n > 0 &&
		!nb_str_eq(now.unit, last.unit)) ||
	    !has_changed(ck, in, &now, &last))
		return;
	g = nb_diag_add(ck->diags, &code, nb_prose_all(&in->value),
	    "“" NB_FMT "”与上年相比变化过大：" NB_FMT "→" NB_FMT,
	    NB_ARG(in->name), NB_ARG(in->last.text), NB_ARG(in->value.text));
	if (in->remark.text.n > 0)
		nb_diag_set_severity(ck->diags, g, NB_NOTE);
}

const struct nb_rule nb_rule_change_unexplained = { .code = &code,
	.indicator = look };
