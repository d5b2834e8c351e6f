/*
 * P16 last-file-unfit - 上年 names a file that is not last year's report.
 */
#include "check/rule.h"

#include "check/last_year.h"

static const struct nb_code code = {
	.id = "P16",
	.name = "last-file-unfit",
	.severity = NB_WARNING,
	.title = "“上年”写的文件不能用来核对",
	.basis = "本程序的用法",
	.help = "“上年”写本机关上一年度报告的文件名，从本文件所在的文件夹算起",
	.why = "写了“上年”，就要拿上年的报告核对承诺交代没有、问题和文字是不是"
	       "照抄、"
	       "目标有没有降低。文件打不开，或者不是上一年度、不是本机关的，"
	       "这几样都没有查。\n"
	       "误：年度: 2024　上年: 2022.yaml\n"
	       "正：年度: 2024　上年: 2023.yaml",
};

static void
run(const struct nb_check *ck)
{
	const struct nb_prose *file = &ck->report->last_file;
	const struct nb_span span = nb_prose_all(file);

	switch (nb_last_fault(ck)) {
	case NB_LAST_FIT:
		return;
	case NB_LAST_UNREAD:
		nb_diag_add(ck->diags, &code, span,
		    "上年的文件“" NB_FMT "”读不了，没有与上年核对",
		    NB_ARG(file->text));
		return;
	case NB_LAST_SELF:
		nb_diag_add(ck->diags, &code, span,
		    "“上年”写的是这份文件自己，没有与上年核对");
		return;
	case NB_LAST_YEAR:
		nb_diag_add(ck->diags, &code, span,
		    "“" NB_FMT "”的年度是%d，不是上年的%d，没有与它核对",
		    NB_ARG(file->text), ck->last->last_year,
		    ck->report->year - 1);
		return;
	case NB_LAST_ORGAN:
		nb_diag_add(ck->diags, &code, span,
		    "“" NB_FMT "”的机关是“" NB_FMT "”，不是本机关，"
		    "没有与它核对",
		    NB_ARG(file->text), NB_ARG(ck->last->organ.text));
		return;
	}
	NB_UNREACHABLE();
}

const struct nb_rule nb_rule_last_file_unfit = { .code = &code, .run = run };
