/*
 * D05 heading-year - a title speaks of another year: last year's number left
 * in.
 */
#include "check/rule.h"
#include "style/year_scan.h"

enum { LONGEST = 40 }; /* a longer one is a sentence [char] */

static const struct nb_code code = {
	.id = "D05",
	.name = "heading-year",
	.severity = NB_ERROR,
	.title = "标题中的年份与年度不符",
	.basis = "GB/T 9704—2012 7.3.1：标题应准确概括公文的主要内容",
	.help = "改成报告的年度；写下一年安排的，是年度加一",
	.why = "从上年的文件改起，最容易漏改标题里的年份，公开以后就成了笑话。"
	       "公文标题"
	       "和一级标题里的年份只能是年度或者下一年，“下年任务”的标题里要是"
	       "下一年。"
	       "《》里的文件名和“2021—2025年”这样的起止年份不查。\n"
	       "误：年度: 2025　标题: 一、2024年法治政府建设基本情况\n"
	       "正：年度: 2025　标题: 2025年法治政府建设基本情况",
};

static void
report(const struct nb_check *ck, const struct nb_prose *p, size_t begin,
    size_t end)
{
	nb_diag_add(ck->diags, &code, nb_prose_span(p, begin, end),
	    "“" NB_FMT "”中的年份与年度%d不符", NB_ARG(p->text),
	    ck->report->year);
}

/* Years from the report's own to the next must be there, and no other. */
static void
check_heading(const struct nb_check *ck, const struct nb_prose *p)
{
	const int last = nb_report_next_year(ck->report);
	size_t at = 0, begin;

	if (nb_str_chars(p->text) > LONGEST)
		return;
	for (;;) {
		const int year = nb_year_next(p->text, &at, &begin);

		if (year == 0)
			return;
		if (year < ck->report->year || year > last)
			report(ck, p, begin, at);
	}
}

/* If the title of 下年任务 gives any year, the next one is among them. */
static void
check_next(const struct nb_check *ck, const struct nb_prose *p)
{
	size_t at = 0, begin, first_begin = 0, first_end = 0;

	if (nb_str_chars(p->text) > LONGEST)
		return;
	for (;;) {
		const int year = nb_year_next(p->text, &at, &begin);

		if (year == nb_report_next_year(ck->report))
			return;
		if (year == 0)
			break;
		if (first_end == 0) {
			first_begin = begin;
			first_end = at;
		}
	}
	if (first_end > 0)
		report(ck, p, first_begin, first_end);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;

	if (r->year == 0)
		return;
	if (r->title_given)
		check_heading(ck, &r->title);
	for (uint32_t i = 0; i < r->n_sections; i++)
		check_heading(ck, &r->section[i].title);
	if (r->problems != NULL)
		check_heading(ck, &r->problems->title);
	if (r->next_tasks != NULL)
		check_next(ck, &r->next_tasks->title);
}

const struct nb_rule nb_rule_heading_year = { .code = &code, .run = run };
