/*
 * check/term_time.c - reports and terms on one calendar.
 */
#include "check/term_time.h"

static int
day_of(const struct nb_date *d)
{
	/* A month alone is over on its last day. */
	return d->year * 10000 + d->month * 100 + (d->day == 0 ? 31 : d->day);
}

struct nb_written
nb_report_written(const struct nb_report *r)
{
	/* A yearly report is written in the year after its own. */
	const int year =
	    r->kind == NB_KIND_REPORT ? r->last_year + 1 : r->last_year;

	if (r->issued.year != 0)
		return (
		    struct nb_written){ day_of(&r->issued), NB_WRITTEN_ISSUED };
	if (r->published.year != 0)
		return (struct nb_written){ day_of(&r->published),
			NB_WRITTEN_PUBLISHED };
	if (r->year == 0)
		return (struct nb_written){ 0, NB_WRITTEN_YEAR };
	return (struct nb_written){ year * 10000 + 1231, NB_WRITTEN_YEAR };
}

/* The day n months later, for comparing only: its day may be the 31st. */
static int
months_later(int day, uint32_t n)
{
	const int months = day / 10000 * 12 + day / 100 % 100 - 1 + (int)n;

	return months / 12 * 10000 + (months % 12 + 1) * 100 + day % 100;
}

static bool
is_asked(const struct nb_term *t, const struct nb_report *r)
{
	if (t->off || (t->simplified && r->script == NB_SCRIPT_TRADITIONAL) ||
	    (t->level != 0 && (t->level >> r->level & 1) == 0) ||
	    (t->kind != 0 && (t->kind >> r->kind & 1) == 0))
		return false;
	if (t->first_year == 0 && t->last_year == 0)
		return true;
	return r->year != 0 && r->year >= t->first_year &&
	    (t->last_year == 0 || r->year <= t->last_year);
}

enum nb_term_time
nb_term_time(const struct nb_term *t, const struct nb_report *r)
{
	const struct nb_written written = nb_report_written(r);

	if (!is_asked(t, r))
		return NB_TERM_OFF;
	if (t->begin == 0 && t->end == 0)
		return NB_TERM_PLAIN;
	if (t->begin != 0 && written.day != 0 && written.day < t->begin)
		return NB_TERM_EARLY;
	if (t->end != 0 && r->year != 0 &&
	    r->year * 10000 + 101 > months_later(t->end, t->grace))
		return NB_TERM_LATE;
	return NB_TERM_OFF;
}
