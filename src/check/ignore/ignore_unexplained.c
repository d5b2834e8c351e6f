/*
 * Y60 ignore-unexplained - 忽略 gives no reason.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "Y60",
	.name = "ignore-unexplained",
	.severity = NB_NOTE,
	.title = "忽略没有写理由",
	.basis = "本程序的约定：忽略须写理由",
	.help = "写成“忽略: {代码: 理由}”",
	.why = "忽略一条规则，要让后来看文件的人知道为什么。没有理由仍然忽略，"
	       "但会一直提示。\n"
	       "误：忽略: {S16: }\n"
	       "正：忽略: {S16: 标题照录原文}",
};

static void
run(const struct nb_check *ck)
{
	for (uint32_t i = 0; i < ck->report->n_ignores; i++) {
		const struct nb_ignore *ignore = &ck->report->ignore[i];

		if (ignore->reason.text.n == 0)
			nb_diag_add(ck->diags, &code, ignore->span,
			    "忽略“" NB_FMT "”没有写理由", NB_ARG(ignore->code));
	}
}

const struct nb_rule nb_rule_ignore_unexplained = { .code = &code, .run = run };
