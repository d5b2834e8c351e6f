#include "cli/spark.h"

#include <glib.h>

enum { BARS = 8, MOST_YEARS = 40 };

static const char *const bars[BARS] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇",
	"█" };

/* Which bar: the nearest of eight steps. */
static const char *
bar(int64_t n, int64_t low, int64_t high)
{
	const double share =
	    ((double)n - (double)low) / MAX((double)high - (double)low, 1.0);

	return high > low ? bars[(int)(share * (BARS - 1) + 0.5)]
			  : bars[BARS / 2 - 1];
}

struct nb_str
nb_spark(struct nb_arena *a, const struct nb_spark *spark, uint32_t n)
{
	g_autoptr(GString) s = g_string_new(NULL);
	int64_t low = INT64_MAX, high = INT64_MIN;

	for (uint32_t i = 0; i < n; i++) {
		low = MIN(low, spark[i].n);
		high = MAX(high, spark[i].n);
	}
	for (uint32_t i = 0; i < n; i++) {
		const int blank =
		    i > 0 ? spark[i].year - spark[i - 1].year - 1 : 0;

		for (int k = 0; k < MIN(blank, MOST_YEARS); k++)
			g_string_append_c(s, ' ');
		g_string_append(s, bar(spark[i].n, low, high));
	}
	return nb_arena_str(a, (struct nb_str){ s->str, s->len });
}
