/*
 * N17 formula-unreadable - what stands behind “=” in a 指标 cannot be checked.
 */
#include "base/arena.h"
#include "check/reckon.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "N17",
	.name = "formula-unreadable",
	.severity = NB_WARNING,
	.title = "指标等号后面的式子看不懂，没有核对",
	.basis = "指标的写法：总数 = 名称数 + 名称数，比率 = 名称数 / 名称数",
	.help = "写成“总数 = 甲12 + 乙3”或“率 = 甲12 / "
		"乙15”，名称后面的数可以省去，"
		"改用别的指标的名称；名称里有加号的，给名称加上引号",
	.why =
	    "等号后面的式子是给程序核对用的，看不懂就等于没有核对，数字错了也"
	    "不会有人提醒。每一项要么以数结尾，要么就是另一个指标的名称；"
	    "单位不同的数也加不到一起。\n"
	    "误：办结率: 100% = 办结数 ÷ 受理数\n"
	    "正：办结率: 100% = 办结58 / 受理58",
};

/* About one term of the formula. */
static void
report_term(const struct nb_check *ck, const struct nb_reckoning *r, uint32_t i,
    struct nb_str what)
{
	const struct nb_prose *p = &r->of->formula;
	const struct nb_str term = r->formula.term[i].text;
	const size_t begin = (size_t)(term.p - p->text.p);

	nb_diag_add(ck->diags, &code, nb_prose_span(p, begin, begin + term.n),
	    "“" NB_FMT "”的分项“" NB_FMT "”" NB_FMT, NB_ARG(r->of->name),
	    NB_ARG(term), NB_ARG(what));
}

static bool
differ(struct nb_str a, struct nb_str b)
{
	return a.n > 0 && b.n > 0 && !nb_str_eq(a, b);
}

/* 50件 + 21人 come to nothing. */
static void
look_at_sum_units(const struct nb_check *ck, const struct nb_reckoning *r)
{
	for (uint32_t i = 0; i < r->formula.n; i++) {
		const struct nb_str unit = r->number[i].unit;

		if (!differ(unit, r->value.unit))
			continue;
		report_term(ck, r, i,
		    nb_arena_printf(ck->arena,
			"用“" NB_FMT "”，总数用“" NB_FMT "”，没有核对",
			NB_ARG(unit), NB_ARG(r->value.unit)));
		return;
	}
}

/* A share is of the same things; a mean need not be: 60人次 / 30人. */
static void
look_at_rate_units(const struct nb_check *ck, const struct nb_reckoning *r)
{
	const struct nb_str part = r->number[0].unit, base = r->number[1].unit;

	if ((nb_str_eq(r->value.unit, NB_S("%")) ||
		nb_str_eq(r->value.unit, NB_S("‰"))) &&
	    differ(part, base))
		report_term(ck, r, 1,
		    nb_arena_printf(ck->arena,
			"用“" NB_FMT "”，分子用“" NB_FMT "”，没有核对",
			NB_ARG(base), NB_ARG(part)));
}

static void
look(const struct nb_check *ck, const struct nb_reckoning *r)
{
	switch (r->state) {
	case NB_RECKONED_UNREADABLE:
		nb_diag_add(ck->diags, &code, nb_prose_all(&r->of->formula),
		    "“" NB_FMT "”等号后面的式子“" NB_FMT "”看不懂，没有核对",
		    NB_ARG(r->of->name), NB_ARG(r->of->formula.text));
		return;
	case NB_RECKONED_NO_VALUE:
		nb_diag_add(ck->diags, &code, r->of->span,
		    "“" NB_FMT "”的值“" NB_FMT "”不是一个数，没有核对",
		    NB_ARG(r->of->name), NB_ARG(r->of->value.text));
		return;
	case NB_RECKONED_UNKNOWN:
		report_term(
		    ck, r, r->unknown, NB_S("没有数，也没有叫这个名称的指标"));
		return;
	case NB_RECKONED_NOT_YET:
		report_term(
		    ck, r, r->unknown, NB_S("的值不是一个数，没有核对"));
		return;
	case NB_RECKONED:
		if (r->formula.is_rate)
			look_at_rate_units(ck, r);
		else
			look_at_sum_units(ck, r);
		return;
	}
	NB_UNREACHABLE();
}

static void
run(const struct nb_check *ck)
{
	for (uint32_t i = 0; i < ck->reckonings.n; i++)
		look(ck, &ck->reckonings.reckoning[i]);
}

const struct nb_rule nb_rule_formula_unreadable = { .code = &code, .run = run };
