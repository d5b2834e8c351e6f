/*
 * P24 number-carried - 文号 or 索引号 is that of last year's report, or of the
 * plan.
 */
#include "base/word_list.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "P24",
	.name = "number-carried",
	.severity = NB_ERROR,
	.title = "文号、索引号与另一份文件相同",
	.basis = "GB/T 9704—2012 7.2.5；《政府信息公开条例》第十二条",
	.help = "核对编号，改成这一份自己的；还没有编号的先空着",
	.why = "一份公文一个文号，一条公开的信息一个索引号。从上年的文件改出今"
	       "年的，"
	       "最容易忘了改编号；两份文件同一个号，归档、检索都会混。"
	       "拿“上年”“方案”所写的文件对照。\n"
	       "误：上年报告和今年报告都写“文号: 柳街发〔2025〕3号”\n"
	       "正：上年“柳街发〔2024〕5号”，今年“柳街发〔2025〕3号”",
};

/* “〔2025〕　号”, “待编”: none yet. */
static bool
is_given(struct nb_str number)
{
	static const char *const hao[] = { "号", "號", NULL };
	const size_t n = nb_word_ends(hao, number);

	return n > 0
	    ? nb_is_digit(nb_str_last(nb_str_sub(number, 0, number.n - n)))
	    : nb_has_digit(number);
}

static const struct nb_prose *
index_of(const struct nb_report *r)
{
	return r->disclosure != NULL ? &r->disclosure->index : NULL;
}

static void
compare(const struct nb_check *ck, const char *what, const struct nb_prose *now,
    const struct nb_prose *before, const char *of)
{
	if (now == NULL || before == NULL || !is_given(now->text) ||
	    !nb_str_eq(now->text, before->text))
		return;
	nb_diag_add(ck->diags, &code, nb_prose_all(now),
	    "%s“" NB_FMT "”与%s第%u行的相同", what, NB_ARG(now->text), of,
	    nb_text_pos(before->source, nb_prose_all(before).begin).line);
}

static void
compare_all(
    const struct nb_check *ck, const struct nb_report *other, const char *of)
{
	if (other == NULL)
		return;
	compare(ck, "文号", &ck->report->doc_number, &other->doc_number, of);
	compare(ck, "索引号", index_of(ck->report), index_of(other), of);
}

static void
run(const struct nb_check *ck)
{
	compare_all(ck, nb_past_last(ck->report), "上年报告");
	compare_all(ck, nb_past_plan(ck->report), "本年方案");
}

const struct nb_rule nb_rule_number_carried = { .code = &code, .run = run };
