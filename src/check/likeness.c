/*
 * check/likeness.c - Dice's coefficient over bigrams.
 */
#include "check/likeness.h"

static gint
compare_pairs(gconstpointer a, gconstpointer b)
{
	const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static bool
is_letter(uint32_t c)
{
	return nb_is_han(c) || nb_is_digit(c) || nb_is_latin(c);
}

void
nb_likeness_pairs(struct nb_str s, GArray *ret)
{
	uint32_t last = 0;

	g_array_set_size(ret, 0);
	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);
		const uint64_t pair = (uint64_t)last << 32 | c;

		if (!is_letter(c))
			continue;
		if (last != 0)
			g_array_append_val(ret, pair);
		last = c;
	}
	g_array_sort(ret, compare_pairs);
}

static unsigned
n_common(const GArray *a, const GArray *b)
{
	unsigned n = 0;

	for (guint i = 0, k = 0; i < a->len && k < b->len;) {
		const uint64_t x = g_array_index(a, uint64_t, i);
		const uint64_t y = g_array_index(b, uint64_t, k);

		n += x == y;
		i += x <= y;
		k += y <= x;
	}
	return n;
}

unsigned
nb_likeness(struct nb_str a, struct nb_str b)
{
	g_autoptr(GArray) x = g_array_new(FALSE, FALSE, sizeof(uint64_t));
	g_autoptr(GArray) y = g_array_new(FALSE, FALSE, sizeof(uint64_t));

	nb_likeness_pairs(a, x);
	nb_likeness_pairs(b, y);
	if (x->len + y->len == 0)
		return nb_str_eq(a, b) ? 100 : 0;
	return 200 * n_common(x, y) / (x->len + y->len);
}
