/*
 * C11 title-year-twice - 2023年度法治政府建设年度报告: 年度 is said twice.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "C11",
	.name = "title-year-twice",
	.severity = NB_NOTE,
	.title = "标题里“年度”重复",
	.basis = "公文标题惯例：不重复",
	.help = "前面写“2024年”，或者后面只写“报告”",
	.why = "标题前面已经说了是哪个年度，后面再说“年度报告”就重了。"
	       "“2024年度……报告”“2024年……年度报告”都好。\n"
	       "误：柳溪街道2024年度法治政府建设年度报告\n"
	       "正：柳溪街道2024年法治政府建设年度报告",
};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_str word = NB_S("年度"), kind = NB_S("年度报告");
	const size_t first = nb_str_find(p->text, word, 0);
	size_t second;

	if (p->is.role != NB_PROSE_TITLE || first == SIZE_MAX)
		return;
	second = nb_str_find(p->text, kind, first + word.n);
	if (second != SIZE_MAX)
		nb_diag_add(ck->diags, &code,
		    nb_prose_span(p->is.prose, second, second + word.n),
		    "标题里“年度”说了两次");
}

const struct nb_rule nb_rule_title_year_twice = { .code = &code,
	.passage = look };
