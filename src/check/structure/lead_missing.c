/*
 * S15 lead-missing - the document starts with its first chapter.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S15",
	.name = "lead-missing",
	.severity = NB_NOTE,
	.title = "缺导语",
	.basis = "公文写作惯例",
	.help = "用“导语”写一段：依据什么、总的情况、“现将……报告如下：”",
	.why = "报告、方案、纲要开头一般有一段导语，交代依据和总的情况，再转入"
	       "各章。"
	       "没有也不算错，只作提示。\n"
	       "误：标题之下直接写“一、加强组织领导”\n"
	       "正：导语: 2024年，我街道……。现将有关情况报告如下：",
};

static void
run(const struct nb_check *ck)
{
	if (ck->report->lead.n == 0)
		nb_diag_add(ck->diags, &code, ck->report->span, "缺导语");
}

const struct nb_rule nb_rule_lead_missing = { .code = &code, .run = run };
