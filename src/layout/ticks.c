#include "layout/ticks.h"

#include <glib.h>

static int64_t
steps_up(int64_t x, int64_t step)
{
	return (x + step - 1) / step;
}

/* 1, 2, 5, 10, 20 … */
static void
next_step(int64_t *step, int64_t *ten)
{
	if (*step == 5 * *ten)
		*step = *ten *= 10;
	else
		*step = *step == *ten ? 2 * *ten : 5 * *ten;
}

struct nb_ticks
nb_ticks_find(int64_t low, int64_t high, unsigned most)
{
	const int64_t below = low < 0 ? -low : 0;
	const int64_t above = high > 0 ? high : 0;
	int64_t ten = 1, step = 1, down, up;

	nb_assert(most >= 2);
	for (;;) {
		down = steps_up(below, step);
		up = steps_up(above, step);
		if (down + up <= most)
			break;
		next_step(&step, &ten);
	}
	if (down + up == 0)
		up = 1;
	return (
	    struct nb_ticks){ -down * step, step, (uint32_t)(down + up + 1) };
}

/* The lowest value stands above the foot of the axis. */
struct nb_ticks
nb_ticks_find_near(int64_t low, int64_t high, unsigned most)
{
	int64_t ten = 1, step = 1;

	nb_assert(most >= 2 && 0 < low && low < high);
	while (steps_up(high, step) - (low - 1) / step > most)
		next_step(&step, &ten);
	return (struct nb_ticks){ (low - 1) / step * step, step,
		(uint32_t)(steps_up(high, step) - (low - 1) / step) + 1 };
}

int64_t
nb_ticks_last(const struct nb_ticks *t)
{
	return t->first + t->step * (t->n - 1);
}
