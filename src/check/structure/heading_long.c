/*
 * S20 heading-long - a heading that takes more than one line.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S20",
	.name = "heading-long",
	.severity = NB_NOTE,
	.title = "标题过长",
	.basis = "公文写作惯例",
	.help = "只留最要紧的话，其余写进正文",
	.why = "标题是给人一眼看清的，一行二十八个字还放不下，就不像标题了。"
	       "多半是把正文的第一句写进了标题。只作提示。\n"
	       "误：标题: "
	       "坚持以人民为中心的发展思想持续优化政务服务流程不断提升群众"
	       "办事的满意度和获得感\n"
	       "正：标题: 优化政务服务，方便群众办事",
};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	size_t n;

	if (p->is.role != NB_PROSE_HEADING || p->is.section == NULL ||
	    prose != &p->is.section->title)
		return;
	n = nb_str_han(prose->text);
	if (ck->outline->most_heading > 0 && n > ck->outline->most_heading)
		nb_diag_add(ck->diags, &code, nb_prose_all(prose),
		    "标题过长：%zu字，宜在%u字以内", n,
		    ck->outline->most_heading);
}

const struct nb_rule nb_rule_heading_long = { .code = &code, .passage = look };
