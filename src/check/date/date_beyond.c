/*
 * D13 date-beyond - what is told as done lies behind the date of issue.
 */
#include "check/date_scan.h"
#include "check/piece.h"
#include "check/rule.h"
#include "style/number_words.h"

static const struct nb_code code = {
	.id = "D13",
	.name = "date-beyond",
	.severity = NB_WARNING,
	.title = "出现晚于成文日期的日期",
	.basis = "GB/T 9704—2012 7.3.5.4；报告写的是已经发生的事",
	.help = "核对日期，多半是年份或月份写错；是打算的，移到下年任务",
	.why =
	    "3月定稿的报告里不会有5月办完的事，不是年份错了，就是把计划写成了"
	    "成绩。分句里有“将”“计划”“起施行”之类的，说的是将来，不报；下年"
	    "任务和《》里的不查。\n"
	    "误：成文日期: 2024-03-20　正文: 2024年5月召开述法会议\n"
	    "正：成文日期: 2024-03-20　正文: 2023年5月召开述法会议",
};

/* A longer clause is no sentence anybody wrote. [byte] */
enum { MOST_CLAUSE = 600 };

/* Whether text ends inside the name of a document. */
static bool
is_in_name(struct nb_str s)
{
	size_t open = nb_str_find(s, NB_S("《"), 0), last = SIZE_MAX;

	for (; open != SIZE_MAX; open = nb_str_find(s, NB_S("《"), open + 1))
		last = open;
	return last != SIZE_MAX &&
	    !nb_str_has(nb_str_from(s, last), NB_S("》"));
}

static void
look_at_clause(const struct nb_check *ck, const struct nb_passage *p,
    const struct nb_piece *clause)
{
	const struct nb_date *issued = &ck->report->issued;
	const struct nb_str s = clause->text;
	struct nb_date d;
	size_t begin;

	if (s.n > MOST_CLAUSE)
		return;
	for (size_t at = 0; nb_date_next(s, &at, &begin, &d);) {
		if (nb_date_cmp(&d, issued) <= 0 ||
		    is_in_name(nb_str_sub(s, 0, begin)) ||
		    nb_words_in(&ck->outline->number->future, s))
			continue;
		nb_diag_add(ck->diags, &code,
		    nb_prose_span(
			p->is.prose, clause->begin + begin, clause->begin + at),
		    NB_FMT "晚于成文日期" NB_FMT,
		    NB_ARG(nb_date_text(ck->arena, &d)),
		    NB_ARG(nb_date_text(ck->arena, issued)));
		return;
	}
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_report *r = ck->report;

	if (r->kind != NB_KIND_REPORT || r->issued.year == 0 || p->ahead ||
	    p->is.role != NB_PROSE_BODY)
		return;
	for (uint32_t i = 0; i < p->n_clauses; i++)
		look_at_clause(ck, p, &p->clause[i]);
}

const struct nb_rule nb_rule_date_beyond = { .code = &code, .passage = look };
