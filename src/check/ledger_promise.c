/*
 * check/ledger_promise.c - follows every promise through the files of an
 * organ, the oldest first.
 *
 * A thread is a matter under way.  Each file first answers threads, or takes
 * them into a plan; a report that is silent about one that was due says so by
 * that; then come the promises for the year to come, which carry over what is
 * open and begin what is new.
 */
#include "check/ledger_part.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/ledger_pair.h"

#include <stdlib.h>

struct thread {
	GArray *step;          /* of struct nb_ledger_step */
	GPtrArray *words;      /* of its steps, each once: struct nb_str * */
	int due;               /* the year it was promised for last */
	int answered;          /* the year of its last answer, or 0 */
	enum nb_progress last; /* what that says; of several the least */
	const struct nb_ledger_file *said; /* the file of that answer */
	bool split;                        /* which has others that say more */
	const struct nb_ledger_file *touched; /* the last that speaks of it */
	bool open, unseen;
	unsigned carried;
};

struct weaving {
	struct nb_arena *arena; /* of the ledger */
	struct nb_arena *scratch;
	const struct nb_ledger_organ *organ;
	GPtrArray *all;  /* of struct thread * */
	GPtrArray *live; /* those that may still be spoken of */
	int last_report; /* year of the last report that was read */
};

static const struct nb_ledger_tie same = { NB_LEDGER_NONE, 100, false };

static void
add_step(struct thread *t, enum nb_ledger_event event, int year,
    const struct nb_ledger_entry *e, const struct nb_ledger_tie *tie)
{
	const struct nb_ledger_step step = { event, year, e,
		e != NULL ? tie->likeness : 0, e != NULL && tie->longer };

	g_array_append_val(t->step, step);
}

/* 进展 that is not written does not take back what the same year says. */
static bool
says_less(const struct thread *t, const struct nb_ledger_entry *e)
{
	return e->progress == NB_PROGRESS_NONE &&
	    t->answered == e->file->last_year;
}

/* As the states are: what is less finished comes first. */
static enum nb_ledger_state
state_said(enum nb_progress progress)
{
	static const enum nb_ledger_state of[] = {
		[NB_PROGRESS_NONE] = NB_LEDGER_UNSAID,
		[NB_PROGRESS_DONE] = NB_LEDGER_DONE,
		[NB_PROGRESS_PARTLY] = NB_LEDGER_PARTLY,
		[NB_PROGRESS_NOT] = NB_LEDGER_NOT,
		[NB_PROGRESS_CHANGED] = NB_LEDGER_CHANGED,
	};

	return of[progress];
}

/* What a file says in several places counts as the least of it. */
static void
answer(struct thread *t, const struct nb_ledger_entry *e,
    const struct nb_ledger_tie *tie)
{
	const int year = e->file->last_year;
	const bool again = t->said == e->file && t->last != NB_PROGRESS_NONE;

	add_step(t, NB_LEDGER_ANSWERED, year, e, tie);
	t->touched = e->file;
	if (says_less(t, e))
		return;
	t->split = again && (t->split || t->last != e->progress);
	if (again && state_said(t->last) <= state_said(e->progress))
		return;
	t->answered = year;
	t->said = e->file;
	t->last = e->progress;
	t->open = nb_ledger_is_open(state_said(e->progress));
}

static void
promise(struct thread *t, const struct nb_ledger_entry *e,
    const struct nb_ledger_tie *tie)
{
	add_step(t, NB_LEDGER_PROMISED, e->file->last_year, e, tie);
	t->carried += t->due != 0 && e->year > t->due;
	t->due = MAX(t->due, e->year);
	t->touched = e->file;
	t->open = true;
}

/* The thread goes on with an entry, or begins with it. */
static void
go_on(struct thread *t, const struct nb_ledger_entry *e,
    const struct nb_ledger_tie *tie)
{
	if (e->answered)
		answer(t, e, tie);
	if (e->promised)
		promise(t, e, e->answered ? &same : tie);
	if (tie->likeness < 100 || t->words->len == 0)
		g_ptr_array_add(t->words, (void *)&e->plain);
}

static struct thread *
begin(struct weaving *w, const struct nb_ledger_entry *e)
{
	struct thread *t = nb_new(w->scratch, struct thread);

	t->step = g_array_new(FALSE, FALSE, sizeof(struct nb_ledger_step));
	t->words = g_ptr_array_new();
	if (!e->promised) {
		t->unseen = true;
		t->due = e->file->last_year;
	}
	go_on(t, e, &same);
	g_ptr_array_add(w->all, t);
	g_ptr_array_add(w->live, t);
	return t;
}

/* What is like an entry that goes on from another matter is answered by it. */
static void
share(const GPtrArray *old, const struct nb_ledger_tie *tie,
    const GPtrArray *entry)
{
	for (guint i = 0; i < old->len; i++) {
		const struct nb_ledger_entry *e;

		if (tie[i].to == NB_LEDGER_NONE)
			continue;
		e = entry->pdata[tie[i].to];
		if (e->answered)
			answer(old->pdata[i], e, &tie[i]);
	}
}

/* The open ones; for answers those, too, that this year has settled. */
static GPtrArray *
list_threads(const struct weaving *w, int settled)
{
	GPtrArray *found = g_ptr_array_new();

	for (guint i = 0; i < w->live->len; i++) {
		const struct thread *t = w->live->pdata[i];

		if (t->open || t->answered == settled)
			g_ptr_array_add(found, w->live->pdata[i]);
	}
	return found;
}

static uint32_t
count_words(const GPtrArray *thread)
{
	uint32_t n = 0;

	for (guint i = 0; i < thread->len; i++)
		n += ((const struct thread *)thread->pdata[i])->words->len;
	return n;
}

static struct nb_ledger_pairs
pair(const struct weaving *w, const GPtrArray *old, const GPtrArray *entry)
{
	const uint32_t n = count_words(old);
	struct nb_str *x = nb_new_n(w->scratch, struct nb_str, n);
	uint32_t *matter = nb_new_n(w->scratch, uint32_t, n);
	struct nb_str *y = nb_new_n(w->scratch, struct nb_str, entry->len);
	uint32_t *list = nb_new_n(w->scratch, uint32_t, entry->len);
	uint32_t filled = 0;

	for (guint i = 0; i < old->len; i++) {
		const struct thread *t = old->pdata[i];

		for (guint k = t->words->len; k-- > 0;) {
			x[filled] = *(const struct nb_str *)t->words->pdata[k];
			matter[filled++] = i;
		}
	}
	for (guint i = 0; i < entry->len; i++) {
		const struct nb_ledger_entry *e = entry->pdata[i];

		y[i] = e->plain;
		list[i] = (uint32_t)e->key;
	}
	return nb_ledger_pair(w->scratch,
	    (struct nb_ledger_side){ x, matter, n }, old->len,
	    (struct nb_ledger_side){ y, list, entry->len });
}

/* What goes on from no thread begins one; the same words are one matter. */
static GPtrArray *
begin_all(struct weaving *w, const GPtrArray *entry)
{
	GPtrArray *begun = g_ptr_array_new();
	GHashTable *spoken = nb_str_table();

	for (guint i = 0; i < entry->len; i++) {
		const struct nb_ledger_entry *e = entry->pdata[i];
		struct thread *t = g_hash_table_lookup(spoken, &e->plain);

		if (t != NULL) {
			go_on(t, e, &same);
			continue;
		}
		t = begin(w, e);
		g_hash_table_insert(spoken, (void *)&e->plain, t);
		g_ptr_array_add(begun, t);
	}
	g_hash_table_destroy(spoken);
	return begun;
}

/* Entries go on from threads; what is left of them is appended to left. */
static void
go_on_all(struct weaving *w, const GPtrArray *old, const GPtrArray *entry,
    GPtrArray *left)
{
	const struct nb_ledger_pairs pairs = pair(w, old, entry);
	GHashTable *spoken = nb_str_table();

	for (guint i = 0; i < entry->len; i++) {
		const struct nb_ledger_entry *e = entry->pdata[i];
		struct thread *t;

		if (pairs.fresh[i].to == NB_LEDGER_NONE)
			continue;
		t = old->pdata[pairs.fresh[i].to];
		go_on(t, e, &pairs.fresh[i]);
		g_hash_table_replace(spoken, (void *)&e->plain, t);
	}
	for (guint i = 0; i < entry->len; i++) {
		const struct nb_ledger_entry *e = entry->pdata[i];
		struct thread *t = g_hash_table_lookup(spoken, &e->plain);

		if (pairs.fresh[i].to != NB_LEDGER_NONE)
			continue;
		if (t != NULL)
			go_on(t, e, &same);
		else
			g_ptr_array_add(left, (void *)e);
	}
	share(old, pairs.old, entry);
	g_hash_table_destroy(spoken);
}

/* Entries of one file: its table may speak of what its list has begun. */
static void
weave(struct weaving *w, const GPtrArray *old, const GPtrArray *entry)
{
	g_autoptr(GPtrArray) left = g_ptr_array_new();
	g_autoptr(GPtrArray) item = g_ptr_array_new();
	g_autoptr(GPtrArray) row = g_ptr_array_new();
	g_autoptr(GPtrArray) last = g_ptr_array_new();
	g_autoptr(GPtrArray) begun = NULL;

	go_on_all(w, old, entry, left);
	for (guint i = 0; i < left->len; i++) {
		const struct nb_ledger_entry *e = left->pdata[i];

		g_ptr_array_add(
		    e->key == NB_LEDGER_ROW ? row : item, left->pdata[i]);
	}
	begun = begin_all(w, item);
	go_on_all(w, begun, row, last);
	g_ptr_array_unref(begin_all(w, last));
}

/* Tasks of a file: what is promised for the year to come, or the others. */
static GPtrArray *
list_entries(const struct nb_ledger_file *file, bool next)
{
	GPtrArray *found = g_ptr_array_new();

	for (uint32_t i = 0; i < file->n_entries; i++) {
		const struct nb_ledger_entry *e = &file->entry[i];

		if (e->key != NB_LEDGER_PROBLEM &&
		    (e->key == NB_LEDGER_NEXT) == next)
			g_ptr_array_add(found, (void *)e);
	}
	return found;
}

/* Years before a report of which there is none. */
static void
note_absence(struct weaving *w, int year)
{
	for (int y = w->last_report + 1; y < year; y++)
		for (guint i = 0; i < w->live->len; i++) {
			struct thread *t = w->live->pdata[i];

			if (t->open && t->due <= y && t->answered < y)
				add_step(t, NB_LEDGER_ABSENT, y, NULL, NULL);
		}
}

static void
note_silence(struct weaving *w, const struct nb_ledger_file *file)
{
	const int year = file->last_year;

	for (guint i = 0; i < w->live->len; i++) {
		struct thread *t = w->live->pdata[i];

		if (t->open && t->touched != file && t->due <= year &&
		    t->answered < year)
			add_step(t, NB_LEDGER_SILENT, year, NULL, NULL);
	}
}

/* What no later file will be asked about is dropped. */
static void
forget(struct weaving *w, int year)
{
	guint n = 0;

	for (guint i = 0; i < w->live->len; i++) {
		struct thread *t = w->live->pdata[i];

		if ((t->open || t->answered == year) &&
		    year - MAX(t->due, t->answered) < NB_LEDGER_REACH)
			w->live->pdata[n++] = t;
	}
	g_ptr_array_set_size(w->live, (gint)n);
}

static void
weave_file(struct weaving *w, const struct nb_ledger_file *file)
{
	const bool report = file->kind == NB_KIND_REPORT;
	g_autoptr(GPtrArray) said = list_entries(file, false);
	g_autoptr(GPtrArray) next = list_entries(file, true);
	g_autoptr(GPtrArray) old = NULL, open = NULL;

	forget(w, file->last_year);
	if (report)
		note_absence(w, file->last_year);
	old = list_threads(w, file->last_year);
	weave(w, old, said);
	if (report) {
		note_silence(w, file);
		w->last_report = file->last_year;
	}
	open = list_threads(w, 0);
	weave(w, open, next);
}

static enum nb_ledger_state
state_of(const struct thread *t)
{
	for (guint i = t->step->len; i-- > 0;) {
		const struct nb_ledger_step *s =
		    &g_array_index(t->step, struct nb_ledger_step, i);

		if (s->event == NB_LEDGER_ANSWERED)
			return state_said(t->last);
		if (s->event != NB_LEDGER_PROMISED)
			return NB_LEDGER_UNANSWERED;
	}
	return NB_LEDGER_PENDING;
}

static struct nb_ledger_promise
finish(const struct weaving *w, struct thread *t)
{
	const struct nb_ledger_step *first =
	    &g_array_index(t->step, struct nb_ledger_step, 0);
	const int since =
	    first->year - (first->entry->key == NB_LEDGER_LAST ? 1 : 0);
	struct nb_ledger_promise p = {
		.state = state_of(t),
		.since = since,
		.age = (unsigned)MAX(w->organ->newest - since, 0),
		.carried = t->carried,
		.unseen = t->unseen,
	};

	p.split = t->split && p.state == state_said(t->last);
	g_ptr_array_unref(t->words);
	p.n = t->step->len;
	p.step = nb_arena_take(w->arena, t->step);
	return p;
}

/* Equals stay in the order of reading, in which their steps were kept. */
static int
compare(const void *pa, const void *pb)
{
	const struct nb_ledger_promise *a = pa, *b = pb;
	const bool open = nb_ledger_is_open(a->state);

	if (open != nb_ledger_is_open(b->state))
		return open ? -1 : 1;
	if (a->since != b->since)
		return a->since < b->since ? -1 : 1;
	return nb_ledger_compare(a->step->entry, b->step->entry);
}

static void
finish_all(const struct weaving *w, struct nb_ledger_organ *o)
{
	struct nb_ledger_promise *promise =
	    nb_new_n(w->arena, struct nb_ledger_promise, w->all->len);

	for (guint i = 0; i < w->all->len; i++) {
		promise[i] = finish(w, w->all->pdata[i]);
		o->tally[promise[i].state]++;
		o->n_open += nb_ledger_is_open(promise[i].state);
	}
	if (w->all->len > 1)
		qsort(promise, w->all->len, sizeof(*promise), compare);
	o->promise = promise;
	o->n_promises = w->all->len;
}

void
nb_ledger_promises(struct nb_arena *a, struct nb_ledger_organ *o)
{
	struct weaving w = {
		.arena = a,
		.scratch = nb_arena_new(),
		.organ = o,
		.all = g_ptr_array_new(),
		.live = g_ptr_array_new(),
		.last_report = o->file[0]->last_year - 1,
	};

	for (uint32_t i = 0; i < o->n_files; i++)
		weave_file(&w, o->file[i]);
	finish_all(&w, o);
	g_ptr_array_unref(w.all);
	g_ptr_array_unref(w.live);
	nb_arena_free(w.scratch);
}
