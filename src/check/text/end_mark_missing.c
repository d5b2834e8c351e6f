/*
 * T15 end-mark-missing - a paragraph that ends without a full stop.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T15",
	.name = "end-mark-missing",
	.severity = NB_WARNING,
	.title = "段末缺句末标点",
	.basis = "GB/T 15834—2011 4.1",
	.help = "补上句号",
	.why = "成句的段落末尾要有句号。漏了标点的地方往往也漏了字，或者两段接"
	       "错了。不满四十个汉字的短段不查。\n"
	       "误：……办结率达到100%\n"
	       "正：……办结率达到100%。",
	.fixable = true,
};

enum { LEAST_HAN = 40 };

/* 导语 of 存在问题 and 下年任务: the list goes on with it. */
static bool
leads_to_list(const struct nb_passage *p)
{
	return p->is.part == NB_PART_PROBLEMS ||
	    p->is.part == NB_PART_LAST_TASKS ||
	    p->is.part == NB_PART_NEXT_TASKS;
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const size_t n = prose->text.n;
	struct nb_diag *g;

	if (p->is.role != NB_PROSE_BODY || leads_to_list(p) ||
	    nb_mark_in(U"。！？：；…”’）.!?:;)", nb_str_last(prose->text)) ||
	    nb_str_han(prose->text) < LEAST_HAN)
		return;
	g = nb_diag_add(ck->diags, &code, nb_prose_span(prose, n, n),
	    "段末缺句末标点：“" NB_FMT "”",
	    NB_ARG(nb_str_around(prose->text, n, n)));
	g->fix = NB_S("。");
}

const struct nb_rule nb_rule_end_mark_missing = { .code = &code,
	.passage = look };
