/*
 * check/ledger.c - the organs of a ledger, one after the other.
 */
#include "check/ledger.h"

#include "base/arena.h"
#include "check/ledger_organ.h"
#include "check/ledger_part.h"

int
nb_ledger_compare(
    const struct nb_ledger_entry *a, const struct nb_ledger_entry *b)
{
	if (a->file != b->file)
		return nb_str_cmp(a->file->text->name, b->file->text->name);
	return (a > b) - (a < b);
}

/* Between the first file and the newest report. */
static void
find_gaps(struct nb_arena *a, struct nb_ledger_organ *o)
{
	GArray *gap = g_array_new(FALSE, FALSE, sizeof(struct nb_ledger_gap));
	int last = o->file[0]->last_year - 1;

	for (uint32_t i = 0; i < o->n_files; i++) {
		const struct nb_ledger_file *file = o->file[i];
		const struct nb_ledger_gap missing = { last + 1,
			file->last_year - 1 };

		if (file->kind != NB_KIND_REPORT)
			continue;
		if (missing.first <= missing.last)
			g_array_append_val(gap, missing);
		last = file->last_year;
	}
	o->n_gaps = gap->len;
	o->gap = nb_arena_take(a, gap);
}

/* A goal of several years does not make the ledger newer than it is. */
static int
find_newest(const struct nb_ledger_organ *o)
{
	int newest = 0;

	for (uint32_t i = 0; i < o->n_files; i++) {
		const struct nb_ledger_file *file = o->file[i];
		const int year = file->kind == NB_KIND_OUTLINE
		    ? file->year
		    : file->last_year;

		newest = year > newest ? year : newest;
	}
	return newest;
}

struct nb_ledger *
nb_ledger_new(struct nb_arena *a, struct nb_ledger_file *const *file,
    uint32_t n, const struct nb_words *small_is_good)
{
	struct nb_ledger *l = nb_new(a, struct nb_ledger);
	const struct nb_ledger_groups groups = nb_ledger_group(a, file, n, l);
	struct nb_ledger_organ *organ =
	    nb_new_n(a, struct nb_ledger_organ, groups.n);

	for (uint32_t i = 0; i < groups.n; i++) {
		const struct nb_ledger_group *group = &groups.group[i];
		struct nb_ledger_organ *o = &organ[i];

		o->name = group->name;
		o->file = &groups.file[group->begin];
		o->n_files = group->end - group->begin;
		o->newest = find_newest(o);
		find_gaps(a, o);
		nb_ledger_promises(a, o);
		nb_ledger_figures(a, o, small_is_good);
		nb_ledger_problems(a, o);
	}
	l->organ = organ;
	l->n = groups.n;
	return l;
}
