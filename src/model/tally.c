#include "model/tally.h"

#include "base/arena.h"
#include "model/keys.h"

void
nb_tally_add(struct nb_tally *t, const struct nb_task *task, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		t->came[task[i].progress]++;
	t->n += n;
}

struct nb_tally
nb_tally_table(const struct nb_task_table *table)
{
	struct nb_tally t = { 0 };

	for (uint32_t i = 0; table != NULL && i < table->n; i++)
		nb_tally_add(&t, table->group[i].task, table->group[i].n);
	return t;
}

bool
nb_tally_is_reported(const struct nb_tally *t)
{
	return t->came[NB_PROGRESS_NONE] < t->n;
}

bool
nb_progress_is_open(enum nb_progress progress)
{
	switch (progress) {
	case NB_PROGRESS_NONE:
	case NB_PROGRESS_PARTLY:
	case NB_PROGRESS_NOT:
		return true;
	case NB_PROGRESS_DONE:
	case NB_PROGRESS_CHANGED:
		return false;
	}
	NB_UNREACHABLE();
}

struct nb_str
nb_tally_text(struct nb_arena *a, const struct nb_tally *t)
{
	struct nb_str text = nb_arena_printf(a, "%u项", t->n);
	const char *between = "：";

	if (!nb_tally_is_reported(t))
		return text;
	for (unsigned p = NB_PROGRESS_DONE; p <= NB_PROGRESS_CHANGED; p++) {
		if (t->came[p] == 0)
			continue;
		text = nb_arena_printf(a, NB_FMT "%s" NB_FMT "%u", NB_ARG(text),
		    between, NB_ARG(nb_choice_word(nb_progresses, p)),
		    t->came[p]);
		between = "、";
	}
	if (t->came[NB_PROGRESS_NONE] > 0)
		text = nb_arena_printf(a, NB_FMT "%s未写进展%u", NB_ARG(text),
		    between, t->came[NB_PROGRESS_NONE]);
	return text;
}
