/*
 * P11 future-unmarked - what is meant for next year, told as if it were done.
 */
#include "check/term_report.h"

#include "model/date.h"

static const struct nb_code code = {
	.id = "P11",
	.name = "future-unmarked",
	.severity = NB_NOTE,
	.title = "下年的打算缺“将”",
	.basis = "《党政机关公文处理工作条例》第十九条：表述准确，文字精练",
	.help = "加“将”“拟”一类的字",
	.why = "“2022年，我区全面推进……”读起来像已经做了。写下一年的打算，主语"
	       "后面要有"
	       "“将”“拟”“计划”一类的字，归档以后才不会当成成绩引用。\n"
	       "误：2025年，我街道全面推进法治政府建设\n"
	       "正：2025年，我街道将全面推进法治政府建设",
};

/* The year in “2025年，” in front of the word, or 0. */
static int
year_in_front(const struct nb_term_hit *hit)
{
	enum { MARKS = 6, YEAR = 4 }; /* 年， and its digits [byte] */
	size_t at = hit->begin;
	int year;

	if (at < MARKS + YEAR)
		return 0;
	at -= MARKS + YEAR;
	return nb_year_read(hit->passage->text, &at, &year) ? year : 0;
}

static void
look(const struct nb_check *ck, const struct nb_term_hit *hit)
{
	if (hit->passage->ahead && ck->report->year != 0 &&
	    year_in_front(hit) > ck->report->last_year)
		nb_term_report(ck, &code, hit,
		    "写下一年的打算，“" NB_FMT "”后面缺“将”",
		    NB_ARG(nb_term_words(ck, hit)));
}

const struct nb_rule nb_rule_future_unmarked = { .code = &code, .term = look };
