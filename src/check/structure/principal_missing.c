/*
 * S05 principal-missing - nothing is said of the principals' duty (第一责任人).
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S05",
	.name = "principal-missing",
	.severity = NB_WARNING,
	.title = "未写党政主要负责人履行第一责任人职责情况",
	.basis = "《法治政府建设与责任落实督察工作规定》；"
		 "《党政主要负责人履行推进法治建设第一责任人职责规定》",
	.help =
	    "补写一条，说明党政主要负责人部署、过问、协调、督办了哪些法治工作",
	.why = "党政主要负责人履行推进法治建设第一责任人职责的情况，是年度报告"
	       "必须单独"
	       "交代的内容。可以是一章、一条，也可以在组织领导一章里写一段。"
	       "方案、纲要不查。\n"
	       "误：只写“成立领导小组，加强组织领导”\n"
	       "正：党政主要负责人履行第一责任人职责，全年专题研究法治工作6次",
};

static void
run(const struct nb_check *ck)
{
	if (ck->report->kind != NB_KIND_REPORT || ck->report->n_sections == 0)
		return;
	if (!nb_passages_have(&ck->passages, &ck->outline->principal))
		nb_diag_add(ck->diags, &code, ck->report->span,
		    "未写党政主要负责人履行第一责任人职责情况");
}

const struct nb_rule nb_rule_principal_missing = { .code = &code, .run = run };
