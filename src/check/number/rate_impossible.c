/*
 * N10 rate-impossible - a share above 100 % or below zero.
 */
#include "check/figure_scan.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "N10",
	.name = "rate-impossible",
	.severity = NB_ERROR,
	.title = "比率超过100%或者小于0",
	.basis = "比率的含义：部分占总体的份额",
	.help = "核对数字，多半是小数点点错了位置，或者分子、分母写颠倒了",
	.why = "办结率、成功率这样的比率是部分占总体的份额，不会超过100%，"
	       "也不会是负数。增长率、完成率一类可以超过100%的不查。\n"
	       "误：调解成功率: 981.4%\n"
	       "正：调解成功率: 98.14%",
};

/* Whether the words end in a rate that has to be a share. */
static bool
is_share(const struct nb_number_words *words, struct nb_str name)
{
	return nb_str_ends(name, NB_S("率")) &&
	    !nb_words_ending(&words->over_hundred, name) &&
	    !nb_words_ending(&words->not_rate, name);
}

static bool
is_impossible(const struct nb_quantity *q)
{
	int64_t hundred = nb_str_eq(q->unit, NB_S("‰")) ? 1000 : 100;

	for (unsigned i = 0; i < q->number.places && hundred < INT64_MAX / 10;
	     i++)
		hundred *= 10;
	return q->power == 0 && q->unit.n > 0 &&
	    (nb_str_eq(q->unit, NB_S("%")) || nb_str_eq(q->unit, NB_S("‰"))) &&
	    (q->number.n > hundred || q->number.n < 0);
}

static void
look_at_value(const struct nb_check *ck, const struct nb_indicator *in,
    const struct nb_prose *value)
{
	struct nb_quantity q;

	if (nb_quantity_read(value->text, &q) && is_impossible(&q))
		nb_diag_add(ck->diags, &code, nb_prose_all(value),
		    "“" NB_FMT "”是" NB_FMT "，比率不会%s", NB_ARG(in->name),
		    NB_ARG(value->text), q.number.n < 0 ? "小于0" : "超过100%");
}

static void
look_at_indicator(const struct nb_check *ck, const struct nb_indicator *in)
{
	if (!is_share(ck->outline->number, nb_check_plain(ck, in->name)))
		return;
	look_at_value(ck, in, &in->value);
	look_at_value(ck, in, &in->last);
	look_at_value(ck, in, &in->target);
}

static void
look_at_prose(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_number_words *words = ck->outline->number;
	struct nb_found_rate rate;

	if (!nb_passage_runs(p))
		return;
	for (size_t at = 0; nb_rate_next(p->text, words, &at, &rate);)
		if (is_share(words, nb_str_sub(p->text, 0, rate.name_end)) &&
		    is_impossible(&rate.q))
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(p->is.prose, rate.name, rate.end),
			    "“" NB_FMT "”：比率不会超过100%%",
			    NB_ARG(nb_str_sub(p->is.prose->text, rate.name,
				rate.end - rate.name)));
}

const struct nb_rule nb_rule_rate_impossible = {
	.code = &code, .indicator = look_at_indicator, .passage = look_at_prose
};
