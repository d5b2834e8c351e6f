/*
 * check/ledger_problem.c - follows every problem through the reports of an
 * organ, the oldest first.
 */
#include "check/ledger_part.h"

#include "base/arena.h"
#include "check/ledger_pair.h"

#include <stdlib.h>

struct thread {
	GArray *step;        /* of struct nb_ledger_step */
	struct nb_str plain; /* of its latest words */
	int year;            /* of the last report that has it */
	uint32_t report;     /* its number among the reports */
	unsigned years, running;
};

struct weaving {
	struct nb_arena *scratch;
	GPtrArray *all, *live; /* of struct thread * */
	uint32_t report;       /* the number of the one that is read */
};

static void
go_on(const struct weaving *w, struct thread *t,
    const struct nb_ledger_entry *e, const struct nb_ledger_tie *tie)
{
	const bool begins = tie->to == NB_LEDGER_NONE;
	const struct nb_ledger_step step = { NB_LEDGER_ANSWERED,
		e->file->last_year, e, begins ? 100 : tie->likeness,
		tie->longer };

	if (t->step->len == 0 || t->year + 1 < step.year)
		t->running = 1;
	else
		t->running += t->year < step.year;
	t->years += t->year < step.year;
	g_array_append_val(t->step, step);
	t->plain = e->plain;
	t->year = step.year;
	t->report = w->report;
}

static struct thread *
begin(struct weaving *w)
{
	struct thread *t = nb_new(w->scratch, struct thread);

	t->step = g_array_new(FALSE, FALSE, sizeof(struct nb_ledger_step));
	g_ptr_array_add(w->all, t);
	g_ptr_array_add(w->live, t);
	return t;
}

static GPtrArray *
list_problems(const struct nb_ledger_file *file)
{
	GPtrArray *found = g_ptr_array_new();

	for (uint32_t i = 0; i < file->n_entries; i++)
		if (file->entry[i].key == NB_LEDGER_PROBLEM)
			g_ptr_array_add(found, (void *)&file->entry[i]);
	return found;
}

static struct nb_ledger_pairs
pair(const struct weaving *w, const GPtrArray *entry)
{
	const guint n = w->live->len;
	struct nb_str *old = nb_new_n(w->scratch, struct nb_str, n);
	struct nb_str *fresh = nb_new_n(w->scratch, struct nb_str, entry->len);
	uint32_t *matter = nb_new_n(w->scratch, uint32_t, n);

	for (guint i = 0; i < n; i++) {
		old[i] = ((const struct thread *)w->live->pdata[i])->plain;
		matter[i] = i;
	}
	for (guint i = 0; i < entry->len; i++)
		fresh[i] =
		    ((const struct nb_ledger_entry *)entry->pdata[i])->plain;
	return nb_ledger_pair(w->scratch,
	    (struct nb_ledger_side){ old, matter, n }, n,
	    (struct nb_ledger_side){ fresh,
		nb_new_n(w->scratch, uint32_t, entry->len), entry->len });
}

static void
forget(struct weaving *w, int year)
{
	guint n = 0;

	for (guint i = 0; i < w->live->len; i++) {
		struct thread *t = w->live->pdata[i];

		if (year - t->year <= NB_LEDGER_REACH)
			w->live->pdata[n++] = t;
	}
	g_ptr_array_set_size(w->live, (gint)n);
}

static void
weave_file(struct weaving *w, const struct nb_ledger_file *file)
{
	g_autoptr(GPtrArray) entry = list_problems(file);
	struct nb_ledger_pairs pairs;

	forget(w, file->last_year);
	pairs = pair(w, entry);
	w->report++;
	for (guint i = 0; i < entry->len; i++) {
		const struct nb_ledger_tie *tie = &pairs.fresh[i];
		struct thread *t = tie->to == NB_LEDGER_NONE
		    ? begin(w)
		    : w->live->pdata[tie->to];

		go_on(w, t, entry->pdata[i], tie);
	}
}

/* Those that come back first, and the longer the sooner. */
static int
compare(const void *pa, const void *pb)
{
	const struct nb_ledger_problem *a = pa, *b = pb;
	const struct nb_ledger_step *x = a->step, *y = b->step;

	if ((a->years > 1) != (b->years > 1))
		return a->years > 1 ? -1 : 1;
	if (a->still != b->still)
		return a->still ? -1 : 1;
	if (a->running != b->running)
		return a->running > b->running ? -1 : 1;
	if (x->year != y->year)
		return x->year < y->year ? -1 : 1;
	return nb_ledger_compare(x->entry, y->entry);
}

static void
finish_all(
    const struct weaving *w, struct nb_arena *a, struct nb_ledger_organ *o)
{
	struct nb_ledger_problem *problem =
	    nb_new_n(a, struct nb_ledger_problem, w->all->len);

	for (guint i = 0; i < w->all->len; i++) {
		const struct thread *t = w->all->pdata[i];

		problem[i].years = t->years;
		problem[i].running = t->running;
		problem[i].still = t->report == w->report;
		problem[i].n = t->step->len;
		problem[i].step = nb_arena_take(a, t->step);
	}
	if (w->all->len > 1)
		qsort(problem, w->all->len, sizeof(*problem), compare);
	o->problem = problem;
	o->n_problems = w->all->len;
}

void
nb_ledger_problems(struct nb_arena *a, struct nb_ledger_organ *o)
{
	struct weaving w = {
		.scratch = nb_arena_new(),
		.all = g_ptr_array_new(),
		.live = g_ptr_array_new(),
	};

	for (uint32_t i = 0; i < o->n_files; i++)
		if (o->file[i]->kind == NB_KIND_REPORT)
			weave_file(&w, o->file[i]);
	finish_all(&w, a, o);
	g_ptr_array_unref(w.all);
	g_ptr_array_unref(w.live);
	nb_arena_free(w.scratch);
}
