/*
 * check/script.c - folds when it has to.
 */
#include "check/script.h"

#include "base/hant.h"

struct nb_str
nb_script_plain(struct nb_arena *a, const struct nb_report *r, struct nb_str s)
{
	if (r->script != NB_SCRIPT_TRADITIONAL)
		return s;
	return nb_hant_fold(a, s);
}
