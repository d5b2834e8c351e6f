/*
 * D12 meeting-early - a meeting before it was held; and, when asked for, the
 * latest congress that is not mentioned.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "D12",
	.name = "meeting-early",
	.severity = NB_ERROR,
	.title = "提到的会议当时还没有召开",
	.basis = "会议公报",
	.help = "核对成文日期和会议的届次",
	.why =
	    "报告成文的时候会议还没有开，就不会有它的精神可以学习：不是届次写错"
	    "，"
	    "就是成文日期写错，或者这一段是后来补的。“迎接”“筹备”会议的不报。"
	    "年度内最近的党代会全篇没有提，也可以查，默认不查："
	    "本单位的词表在 D12 里写上 {词: 二十大, 应有: 是} 就查。\n"
	    "误：成文日期: 2022-03-10　正文: 学习党的二十大精神\n"
	    "正：成文日期: 2023-03-10　正文: 学习党的二十大精神",
};

/* The congresses that a report of this year should speak of. */
static void
report_missing(const struct nb_check *ck)
{
	const struct nb_lexicon *lx = ck->terms.lexicon;

	for (uint32_t i = 0; lx != NULL && i < lx->n_terms; i++) {
		const struct nb_term *t = lx->term[i];
		struct nb_diag *g;

		if (!t->required || !nb_str_eq(t->code, nb_str_z(code.id)) ||
		    nb_term_time(t, ck->report) != NB_TERM_PLAIN ||
		    nb_passages_have(&ck->passages, &t->word))
			continue;
		g = nb_diag_add(ck->diags, &code, ck->report->span,
		    "全篇没有提到“" NB_FMT "”", NB_ARG(t->word.word[0]));
		nb_diag_set_severity(ck->diags, g, NB_NOTE);
		g->hint = NB_S(
		    "在导语里写明贯彻它的精神；不该提的，删去词表里的“应有”");
	}
}

static void
run(const struct nb_check *ck)
{
	report_missing(ck);
}

const struct nb_rule nb_rule_meeting_early = {
	.code = &code, .began = "召开", .run = run
};
