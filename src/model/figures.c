#include "model/figures.h"

#include "base/str_table.h"
#include "model/report.h"

/*
 * More wrong names than this are no slips of the pen, and comparing each with
 * all the others would take for ever.
 */
enum { MOST_GUESSES = 200, MOST_COMPARED = 2000 };

void
nb_figures_init(struct nb_figures *f)
{
	*f = (struct nb_figures){ .guesses = MOST_GUESSES };
	f->by_name = nb_str_table();
}

void
nb_figures_finish(struct nb_figures *f)
{
	g_hash_table_destroy(f->by_name);
}

void
nb_figures_set(
    struct nb_figures *f, const struct nb_indicator *indicator, uint32_t n)
{
	f->indicator = indicator;
	f->n = n;
	for (uint32_t i = n; i-- > 0;)
		g_hash_table_replace(f->by_name,
		    (gpointer)(uintptr_t)&indicator[i].name,
		    (gpointer)(uintptr_t)&indicator[i]);
}

const struct nb_indicator *
nb_figures_find(const struct nb_figures *f, struct nb_str name)
{
	return g_hash_table_lookup(f->by_name, &name);
}

const struct nb_indicator *
nb_figures_nearest(struct nb_figures *f, struct nb_str name)
{
	const size_t chars = nb_str_chars(name);
	unsigned limit = 1 + (unsigned)(chars / 3);
	const struct nb_indicator *nearest = NULL;

	if (f->guesses == 0)
		return NULL;
	f->guesses--;
	for (uint32_t i = 0; i < f->n && i < MOST_COMPARED; i++) {
		const struct nb_str known = f->indicator[i].name;
		const unsigned far = nb_str_distance(name, known, limit + 1);

		/* Something must be left of what was typed. */
		if (far >= chars || far > limit ||
		    (far == limit && nearest != NULL))
			continue;
		nearest = &f->indicator[i];
		limit = far;
	}
	return nearest;
}
