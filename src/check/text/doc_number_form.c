/*
 * T03 doc-number-form - a 发文字号 with more or less than 代字〔年份〕序号号.
 */
#include "check/rule.h"
#include "check/text/doc_number.h"

static const struct nb_code code = {
	.id = "T03",
	.name = "doc-number-form",
	.severity = NB_NOTE,
	.title = "发文字号的写法",
	.basis = "GB/T 9704—2012 7.2.5",
	.help = "写成“代字〔四位年份〕序号号”，如“柳办发〔2024〕2号”",
	.why = "发文字号的年份标全称，序号不加“第”字，不编虚位（1不编为01），"
	       "后面加“号”。代字末尾一般也不用“字”。\n"
	       "误：柳法字〔24〕第02号\n"
	       "正：柳办发〔2024〕2号",
};

static const char *
fault_of(const struct nb_doc_number *n)
{
	if (n->year.n != 4)
		return "年份要写四位";
	if (n->di)
		return "序号前不加“第”";
	if (nb_str_starts(n->serial, NB_S("0")))
		return "序号不编虚位，不以0开头";
	if (!n->hao)
		return "序号后面要有“号”";
	if (nb_str_ends(n->code, NB_S("字")))
		return "代字末尾不用“字”";
	return NULL;
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	struct nb_doc_number n;

	for (size_t at = 0; nb_doc_number_next(p->text, &at, &n);) {
		const char *fault = fault_of(&n);

		if (fault != NULL)
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(prose, n.begin, n.end),
			    "发文字号“" NB_FMT "”：%s",
			    NB_ARG(nb_str_sub(
				prose->text, n.begin, n.end - n.begin)),
			    fault);
	}
}

const struct nb_rule nb_rule_doc_number_form = { .code = &code,
	.passage = look };
