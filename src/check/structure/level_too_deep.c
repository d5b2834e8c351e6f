/*
 * S09 level-too-deep - headings go deeper than there are patterns of
 * ordinals for.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S09",
	.name = "level-too-deep",
	.severity = NB_ERROR,
	.title = "层级过深",
	.basis = "GB/T 9704—2012 7.3.3",
	.help = "把这一层并入上一层，或者写成正文",
	.why =
	    "公文的层次依次是“一、”“（一）”“1."
	    "”“（1）”，最多四层；在“编号”里写了"
	    "“层次”的，以写的为准。再往下没有序号可编，读的人也分不清层次。\n"
	    "误：章下有条、条下有款、款下有项，项下再分条目\n"
	    "正：把最下一层写成正文，用“一是……二是……”分述",
};

static void
run(const struct nb_check *ck)
{
	const uint32_t most = ck->report->numbering.level.n;

	for (uint32_t i = 0; i < ck->headings.n; i++) {
		const struct nb_heading *h = &ck->headings.heading[i];
		const struct nb_str title = h->section->title.text;

		if (h->depth != most + 1)
			continue;
		nb_diag_add(ck->diags, &code, h->section->span,
		    "层级过深：%s" NB_FMT "%s在第%u层，最多%u层",
		    title.n > 0 ? "“" : "这一条", NB_ARG(title),
		    title.n > 0 ? "”" : "", h->depth, most);
	}
}

const struct nb_rule nb_rule_level_too_deep = { .code = &code, .run = run };
