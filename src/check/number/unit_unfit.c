/*
 * N15 unit-unfit - a 指标 without a unit, in one that nobody knows, or in
 * another than its 上年 or 目标.
 */
#include "check/figure_scan.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "N15",
	.name = "unit-unfit",
	.severity = NB_WARNING,
	.title = "指标缺单位，或者与上年、目标的单位不同",
	.basis = "GB/T 15835—2011；统计指标须有计量单位",
	.help = "在数后面写上件、次、人等单位，上年、目标用同一个单位",
	.why = "“47”说的是47件还是47人，正文引用时会印成光秃秃的一个数。目标写"
	       "60学时、实绩写12天，就比不出完成没有。数是0的可以不写单位。\n"
	       "误：执法人员培训: {值: 12天, 目标: 60学时}\n"
	       "正：执法人员培训: {值: 72学时, 目标: 60学时}",
};

/* 人次 and 个工作日 are made of what is in the list. */
static bool
is_known(const struct nb_words *units, struct nb_str unit)
{
	return nb_words_starting(units, unit) > 0 ||
	    nb_words_ending(units, unit);
}

static void
look_at_unit(const struct nb_check *ck, const struct nb_indicator *in,
    const struct nb_quantity *q)
{
	if (q->unit.n == 0 && q->number.n != 0)
		nb_diag_add(ck->diags, &code, nb_prose_all(&in->value),
		    "“" NB_FMT "”的值" NB_FMT "缺单位", NB_ARG(in->name),
		    NB_ARG(in->value.text));
	else if (q->unit.n > 0 &&
	    !is_known(&ck->outline->number->unit, nb_check_plain(ck, q->unit)))
		nb_diag_add(ck->diags, &code, nb_prose_all(&in->value),
		    "“" NB_FMT "”的单位“" NB_FMT "”少见，请核对",
		    NB_ARG(in->name), NB_ARG(q->unit));
}

static void
compare(const struct nb_check *ck, const struct nb_indicator *in,
    struct nb_str unit, const struct nb_prose *with, const char *what)
{
	struct nb_quantity q;

	if (unit.n > 0 && nb_quantity_read(with->text, &q) && q.unit.n > 0 &&
	    !nb_str_eq(unit, q.unit))
		nb_diag_add(ck->diags, &code, nb_prose_all(with),
		    "“" NB_FMT "”的值用“" NB_FMT "”，%s用“" NB_FMT
		    "”，单位不同，没有比较",
		    NB_ARG(in->name), NB_ARG(unit), what, NB_ARG(q.unit));
}

static void
look(const struct nb_check *ck, const struct nb_indicator *in)
{
	struct nb_quantity value;

	if (!nb_quantity_read(in->value.text, &value))
		return;
	look_at_unit(ck, in, &value);
	compare(ck, in, value.unit, &in->last, "上年");
	compare(ck, in, value.unit, &in->target, "目标");
}

const struct nb_rule nb_rule_unit_unfit = { .code = &code, .indicator = look };
