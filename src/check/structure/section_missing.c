/*
 * S01 section-missing - an item of the outline is not treated anywhere.
 */
#include "check/rule.h"

#include "base/arena.h"

static const struct nb_code code = {
	.id = "S01",
	.name = "section-missing",
	.severity = NB_ERROR,
	.title = "标准大纲缺一项",
	.basis = "《法治政府建设与责任落实督察工作规定》关于年度报告内容的要求",
	.help = "在“章节”里补写一章；标题看不出写的是什么时，加“大纲: 项名”",
	.why = "年度报告要写的内容是定好的：主要举措和成效、不足和原因、第一责"
	       "任人履职"
	       "情况、下一年度安排。缺一项，报上去会被退回补写。工作方案、实施"
	       "纲要只查"
	       "前五项。\n"
	       "误：写完“化解纠纷”一章就结束\n"
	       "正：接着写“存在问题”和“下年任务”两个键",
};

/* 缺“监督”; of a 子项: 缺“组织领导”下的“述法”. */
static struct nb_diag *
report(const struct nb_check *ck, const struct nb_outline_item *item)
{
	const struct nb_span place = ck->report->span;

	if (item->parent == NB_OUTLINE_NO_PARENT)
		return nb_diag_add(ck->diags, &code, place,
		    "标准大纲缺“" NB_FMT "”", NB_ARG(item->name));
	return nb_diag_add(ck->diags, &code, place,
	    "标准大纲缺“" NB_FMT "”下的“" NB_FMT "”",
	    NB_ARG(ck->outline->item[item->parent].name), NB_ARG(item->name));
}

static void
run(const struct nb_check *ck)
{
	if (ck->report->n_sections == 0) /* S04 says so */
		return;
	for (uint32_t i = 0; i < ck->n_treatments; i++) {
		const struct nb_treatment *t = &ck->treatment[i];
		struct nb_diag *g;

		if (t->cover != NB_COVER_MISSING || !nb_item_is_wanted(t->item))
			continue;
		g = report(ck, t->item);
		if (t->item->need == NB_NEED_SHOULD)
			nb_diag_set_severity(ck->diags, g, NB_WARNING);
		if (t->item->basis.n > 0)
			g->hint = nb_arena_printf(ck->diags->arena,
			    "补写这一项（" NB_FMT "）", NB_ARG(t->item->basis));
	}
}

const struct nb_rule nb_rule_section_missing = { .code = &code, .run = run };
