/*
 * check/last_year.c - judges whether a file is last year's report.
 */
#include "check/last_year.h"

#include "check/script.h"

/* “柳溪街道办事处” is short for “青荷区柳溪街道办事处”. */
static bool
same_organ(struct nb_str a, struct nb_str b)
{
	return nb_str_ends(a, b) || nb_str_ends(b, a);
}

enum nb_last_fault
nb_last_fault(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report, *last = ck->last;

	if (r->last_file.text.n == 0)
		return NB_LAST_FIT;
	if (last == NULL)
		return NB_LAST_UNREAD;
	if (r->source != NULL && last->source != NULL &&
	    nb_str_eq(r->source->bytes, last->source->bytes))
		return NB_LAST_SELF;
	if (r->year != 0 && last->last_year != r->year - 1)
		return NB_LAST_YEAR;
	if (!same_organ(nb_last_plain(ck, last->organ.text),
		nb_check_plain(ck, r->organ.text)))
		return NB_LAST_ORGAN;
	return NB_LAST_FIT;
}

const struct nb_report *
nb_last_year(const struct nb_check *ck)
{
	return nb_last_fault(ck) == NB_LAST_FIT ? ck->last : NULL;
}

struct nb_str
nb_last_plain(const struct nb_check *ck, struct nb_str s)
{
	return nb_script_plain(ck->arena, ck->last, s);
}
