/*
 * D20 publication-early - published before it was signed.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "D20",
	.name = "publication-early",
	.severity = NB_WARNING,
	.title = "公开日期早于成文日期",
	.basis = "GB/T 9704—2012 7.3.5.4：成文日期是负责人签发的日期",
	.help = "核对这两个日期，改写错的一个",
	.why =
	    "公文签发以后才能公开，公开日期在成文日期之前，一定有一个写错了；"
	    "常见的是年份没有改。只写到月的按月比较。\n"
	    "误：成文日期: 2025-02-26　公开日期: 2024-03-18\n"
	    "正：成文日期: 2025-02-26　公开日期: 2025-03-18",
};

/* Two dates that are of one month may be in any order if one has no day. */
static bool
is_before(const struct nb_date *a, const struct nb_date *b)
{
	if ((a->day == 0 || b->day == 0) && a->year == b->year &&
	    a->month == b->month)
		return false;
	return nb_date_cmp(a, b) < 0;
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;

	if (r->published.year == 0 || r->issued.year == 0 ||
	    !is_before(&r->published, &r->issued))
		return;
	nb_diag_add(ck->diags, &code, r->published.span,
	    "公开日期 " NB_FMT " 早于成文日期 " NB_FMT,
	    NB_ARG(nb_date_text(ck->arena, &r->published)),
	    NB_ARG(nb_date_text(ck->arena, &r->issued)));
}

const struct nb_rule nb_rule_publication_early = { .code = &code, .run = run };
