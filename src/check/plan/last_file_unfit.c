/*
 * P16 last-file-unfit - 上年 or 方案 names a file that this report cannot be
 * compared with.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "P16",
	.name = "last-file-unfit",
	.severity = NB_WARNING,
	.title = "“上年”“方案”写的文件不能用来核对",
	.basis = "本程序的用法",
	.help = "“上年”写本机关上一年度报告的文件名，“方案”写本年度工作方案（本"
		"机关的，或者上级政府的）的文件名，从本文件所在的文件夹算起",
	.why = "写了“上年”，就要拿上年的报告核对承诺交代没有、问题和文字是不是"
	       "照抄、"
	       "目标有没有降低；写了“方案”，就要核对方案里的任务。文件打不开，"
	       "或者年度、机关、文种不对的，"
	       "这几样都没有查。\n"
	       "误：年度: 2024　上年: 2022.yaml\n"
	       "正：年度: 2024　上年: 2023.yaml",
};

static void
report_kind(const struct nb_check *ck, const struct nb_prose *file, bool plan)
{
	nb_diag_add(ck->diags, &code, nb_prose_all(file),
	    plan ? "“" NB_FMT "”不是工作方案，没有与它核对"
		 : "“" NB_FMT "”的文种不同，没有与它核对",
	    NB_ARG(file->text));
}

static void
report_year(const struct nb_check *ck, const struct nb_prose *file, bool plan,
    const struct nb_report *other)
{
	const int year = ck->report->year - (plan ? 0 : 1);

	nb_diag_add(ck->diags, &code, nb_prose_all(file),
	    "“" NB_FMT "”的年度是%d，不是%s的%d，没有与它核对",
	    NB_ARG(file->text), other->last_year, plan ? "本年" : "上年", year);
}

static void
look(const struct nb_check *ck, const struct nb_prose *file,
    const struct nb_past_file *past)
{
	const bool plan = file == &ck->report->plan_file;
	const char *what = plan ? "方案" : "上年";

	switch (past->fault) {
	case NB_PAST_FIT:
	case NB_PAST_ABOVE:
		return;
	case NB_PAST_UNREAD:
		nb_diag_add(ck->diags, &code, nb_prose_all(file),
		    "%s的文件“" NB_FMT "”读不了，没有与%s核对", what,
		    NB_ARG(file->text), what);
		return;
	case NB_PAST_SELF:
		nb_diag_add(ck->diags, &code, nb_prose_all(file),
		    "“%s”写的是这份文件自己，没有与%s核对", what, what);
		return;
	case NB_PAST_KIND:
		report_kind(ck, file, plan);
		return;
	case NB_PAST_YEAR:
		report_year(ck, file, plan, past->report);
		return;
	case NB_PAST_ORGAN:
		nb_diag_add(ck->diags, &code, nb_prose_all(file),
		    "“" NB_FMT "”的机关是“" NB_FMT "”，不是本机关，"
		    "没有与它核对",
		    NB_ARG(file->text), NB_ARG(past->report->organ.text));
		return;
	}
	NB_UNREACHABLE();
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;

	look(ck, &r->last_file, &r->past.last);
	look(ck, &r->plan_file, &r->past.plan);
}

const struct nb_rule nb_rule_last_file_unfit = { .code = &code, .run = run };
