/*
 * fuzz_words.c - any bytes as a formula, a figure, a time limit: what is read
 * lies within what was given, and can be worked with.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "model/arith.h"
#include "model/due.h"
#include "model/formula.h"

#include <glib.h>

static bool
is_within(struct nb_str part, struct nb_str s)
{
	return part.n == 0 || (part.p >= s.p && part.p + part.n <= s.p + s.n);
}

static void
try_formula(struct nb_arena *a, struct nb_str s)
{
	const struct nb_quantity whole = { .number = { 50, 1 },
		.unit = NB_S("%") };
	struct nb_quantity *part;
	struct nb_formula f;
	struct nb_decimal d;

	if (!nb_formula_read(a, s, &f))
		return;
	nb_assert(f.n >= 2 && (!f.is_rate || f.n == 2));
	part = nb_new_n(a, struct nb_quantity, f.n);
	for (uint32_t i = 0; i < f.n; i++) {
		nb_assert(f.term[i].text.n > 0);
		nb_assert(is_within(f.term[i].text, s));
		nb_assert(is_within(f.term[i].name, f.term[i].text));
		part[i] = f.term[i].number;
	}
	if (nb_sum_check(&part[0], part, f.n, &d) == NB_FAILS)
		nb_decimal_text(a, d);
	if (nb_rate_check(&whole, &part[0], &part[1], &d) == NB_FAILS)
		nb_decimal_text(a, d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct nb_str s = { size > 0 ? (const char *)bytes : "", size };
	struct nb_arena *a = nb_arena_new();
	struct nb_date due;

	try_formula(a, s);
	if (nb_due_read(s, 2024, &due) == NB_DUE_DATE)
		nb_assert(due.month >= 1 && due.month <= 12 && due.day >= 1 &&
		    due.day <= nb_month_days(due.year, due.month));
	nb_arena_free(a);
	return 0;
}
