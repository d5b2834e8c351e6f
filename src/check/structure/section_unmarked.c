/*
 * S03 section-unmarked - an item of the outline is treated in a paragraph
 * that has no heading of its own.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S03",
	.name = "section-unmarked",
	.severity = NB_WARNING,
	.title = "写了大纲项的内容，却没有单列标题",
	.basis = "《法治政府建设与责任落实督察工作规定》关于年度报告内容的要求",
	.help = "把这一段移出来单列一章；存在问题、下年任务请用同名的键",
	.why = "存在的问题夹在别的章末，读的人找不到，审核的人会当作没有写。"
	       "用“存在问题”这个键单列出来，并写上标题，程序会给它编上序号。\n"
	       "误：在第七章最后写“但也存在一些问题和不足：一是……”\n"
	       "正：存在问题: {标题: 存在的问题和不足, 清单: [{问题: ……, 原因: "
	       "……}]}",
};

static void
run(const struct nb_check *ck)
{
	for (uint32_t i = 0; i < ck->n_treatments; i++) {
		const struct nb_treatment *t = &ck->treatment[i];

		if (t->evidence != NULL && nb_item_is_wanted(t->item))
			nb_diag_add(ck->diags, &code, nb_prose_all(t->evidence),
			    "“" NB_FMT "”未单列标题", NB_ARG(t->item->name));
	}
}

const struct nb_rule nb_rule_section_unmarked = { .code = &code, .run = run };
