/*
 * S02 section-weak - an item of the outline has no chapter of its own, or a
 * very short one.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S02",
	.name = "section-weak",
	.severity = NB_WARNING,
	.title = "大纲项没有专章，只是沾边，或者太短",
	.basis = "《法治政府建设与责任落实督察工作规定》关于年度报告内容的要求",
	.help =
	    "补写专门的一章；已经写了而标题看不出的，在那一章加“大纲: 项名”",
	.why =
	    "信息公开只是接受监督的一个方面，行政复议只是化解纠纷的一条渠道，"
	    "规范性文件管理也不等于依法决策。只有这些而没有专章，或者一章只有一"
	    "两句话，"
	    "读的人会认为这一项没有做。只查年度报告。\n"
	    "误：全文说到监督的只有“加强行政决策信息公开”一条\n"
	    "正：另写一章“自觉接受监督，规范权力运行”",
};

static void
report_short(const struct nb_check *ck, const struct nb_treatment *t)
{
	nb_diag_add(ck->diags, &code, nb_cover_place(&ck->headings, t),
	    "“" NB_FMT "”仅%u字", NB_ARG(t->item->name), t->chars);
}

static void
report_touched(const struct nb_check *ck, const struct nb_treatment *t)
{
	const struct nb_section *first =
	    ck->headings.heading[t->heading[0]].section;

	if (t->n_headings == 1)
		nb_diag_add(ck->diags, &code, ck->report->span,
		    "“" NB_FMT "”无专章，仅“" NB_FMT "”沾边",
		    NB_ARG(t->item->name), NB_ARG(first->title.text));
	else
		nb_diag_add(ck->diags, &code, ck->report->span,
		    "“" NB_FMT "”无专章，仅“" NB_FMT "”等%u处沾边",
		    NB_ARG(t->item->name), NB_ARG(first->title.text),
		    t->n_headings);
}

static void
run(const struct nb_check *ck)
{
	if (ck->report->kind != NB_KIND_REPORT)
		return;
	for (uint32_t i = 0; i < ck->n_treatments; i++) {
		const struct nb_treatment *t = &ck->treatment[i];

		if (!nb_item_is_wanted(t->item))
			continue;
		if (t->too_short)
			report_short(ck, t);
		else if (t->cover == NB_COVER_WEAK && t->n_headings > 0)
			report_touched(ck, t);
	}
}

const struct nb_rule nb_rule_section_weak = { .code = &code, .run = run };
