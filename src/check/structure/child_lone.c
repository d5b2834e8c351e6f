/*
 * S10 child-lone - a heading is divided into one part only.  Where items are
 * numbered through (连续), one under a heading is no lone one.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S10",
	.name = "child-lone",
	.severity = NB_NOTE,
	.title = "只有一个下级条目",
	.basis = "公文写作惯例",
	.help = "把这一条并入上级的正文，或者再分出一条",
	.why = "分条是为了把一件事说成几个方面。只有一条，“（一）”后面没有“（二"
	       "）”，"
	       "读的人会以为漏了内容。只作提示。\n"
	       "误：“三、规范执法”下面只有“（一）严格规范执法”\n"
	       "正：把这一条的内容直接写成第三章的正文",
};

/* Whether headings of that depth are numbered through the whole text. */
static bool
goes_through(const struct nb_numbering *numbering, uint32_t depth)
{
	const struct nb_names *level = &numbering->level;

	return numbering->through.text.n > 0 && depth <= level->n &&
	    nb_str_eq(level->name[depth - 1].text, numbering->through.text);
}

static void
run(const struct nb_check *ck)
{
	for (uint32_t i = 0; i < ck->headings.n; i++) {
		const struct nb_heading *h = &ck->headings.heading[i];
		const struct nb_section *s = h->section;

		if (s->n_children != 1 ||
		    goes_through(&ck->report->numbering, h->depth + 1))
			continue;
		if (s->title.text.n == 0)
			nb_diag_add(ck->diags, &code, s->child[0].span,
			    "只有这一个下级条目");
		else
			nb_diag_add(ck->diags, &code, s->child[0].span,
			    "“" NB_FMT "”只有一个下级条目",
			    NB_ARG(s->title.text));
	}
}

const struct nb_rule nb_rule_child_lone = { .code = &code, .run = run };
