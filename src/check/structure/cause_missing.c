/*
 * S06 cause-missing - problems are listed, no cause is given for any.
 */
#include "check/statutory.h"

static const struct nb_code code = {
	.id = "S06",
	.name = "cause-missing",
	.severity = NB_WARNING,
	.title = "存在问题只列现象，未写原因",
	.basis = "《法治政府建设与责任落实督察工作规定》：须写“不足和原因”",
	.help = "给每个问题加“原因: …”，说清为什么会这样",
	.why =
	    "要求写的是“不足和原因”。只说不够强、有待提高，看不出问题出在哪里，"
	    "措施也就落不到实处。写了“原因”这个键，或者文中讲了由于什么、"
	    "源于什么，都算写了。\n"
	    "误：问题: 执法力量不足\n"
	    "正：问题: 执法力量不足　原因: 编制12名，空缺5名，两年没有招录",
};

static void
run(const struct nb_check *ck)
{
	for (uint32_t i = 0; i < ck->n_treatments; i++) {
		const struct nb_treatment *t = &ck->treatment[i];

		if (t->cover != NB_COVER_MISSING && !nb_cause_told(ck, t))
			nb_diag_add(ck->diags, &code,
			    nb_cover_place(&ck->headings, t),
			    "“" NB_FMT "”只列现象，未写原因",
			    NB_ARG(t->item->name));
	}
}

const struct nb_rule nb_rule_cause_missing = { .code = &code, .run = run };
