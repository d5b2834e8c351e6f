/*
 * Y61 ignore-idle - 忽略 has silenced nothing.  Stands behind the rules it
 * speaks of.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "Y61",
	.name = "ignore-idle",
	.severity = NB_NOTE,
	.title = "忽略不起作用",
	.basis = "本程序的约定：忽略须写理由",
	.help = "删去这一行，或者核对代码；nianbao list rules 列出各条规则",
	.why = "问题已经改好，或者代码写错了，这一行忽略就没有用，留着会遮住以"
	       "后真的"
	       "问题。能忽略的只有 check "
	       "的规则，读文件、排版时发现的错误不能忽略。\n"
	       "误：忽略: {S99: 照录原文}\n"
	       "正：忽略: {S16: 照录原文}",
};

static void
run(const struct nb_check *ck)
{
	for (uint32_t i = 0; i < ck->report->n_ignores; i++) {
		const struct nb_ignore *ignore = &ck->report->ignore[i];

		if (nb_rule_find(ignore->code) == NULL)
			nb_diag_add(ck->diags, &code, ignore->span,
			    "忽略的“" NB_FMT "”不是可以忽略的规则",
			    NB_ARG(ignore->code));
		else if (!ck->silenced[i])
			nb_diag_add(ck->diags, &code, ignore->span,
			    "忽略的“" NB_FMT "”没有查出问题，不必忽略",
			    NB_ARG(ignore->code));
	}
}

const struct nb_rule nb_rule_ignore_idle = { .code = &code, .run = run };
