/*
 * S19 heading-perfective - 了 in a heading.
 */
#include "base/beside.h"
#include "check/term_report.h"

static const struct nb_code code = {
	.id = "S19",
	.name = "heading-perfective",
	.severity = NB_NOTE,
	.title = "标题不带“了”",
	.basis = "公文写作惯例：标题用动宾词组，简明概括",
	.help = "删去“了”",
	.why = "标题概括一件事，用动宾词组就够；“了”是正文里叙述的口气，"
	       "几个标题有的带有的不带，也不整齐。\n"
	       "误：完善了“两法衔接”机制\n"
	       "正：完善“两法衔接”机制",
};

static void
look(const struct nb_check *ck, const struct nb_term_hit *hit)
{
	if (nb_is_han(nb_char_before(hit->passage->text, hit->begin)))
		nb_term_report(ck, &code, hit, "标题带“了”");
}

const struct nb_rule nb_rule_heading_perfective = { .code = &code,
	.term = look };
