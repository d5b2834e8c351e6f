#include "layout/whole.h"

#include <glib.h>

enum { ORDINAL = 0x7B2C /* 第 */, NAME = 0x300A /* 《 */ };

/* Breaks behind atoms [begin, end) cost this at least. */
static void
raise_cost(struct nb_atoms *atoms, uint32_t begin, uint32_t end, int32_t cost)
{
	for (uint32_t i = begin; i < end; i++)
		atoms->atom[i].cost = MAX(atoms->atom[i].cost, cost);
}

/*
 * Numerals from i on, with 第 before or a measure word behind; one numeral
 * before a measure word (一个) is no ordinal.  Returns where they end.
 */
static uint32_t
keep_numerals(
    struct nb_atoms *atoms, uint32_t i, const struct nb_break_style *style)
{
	const bool first = i > 0 && atoms->atom[i - 1].c == ORDINAL;
	uint32_t end = i;
	bool unit;

	while (end < atoms->n && atoms->atom[end].numeral)
		end++;
	unit = end < atoms->n && atoms->atom[end].measure;
	if (first || (unit && end - i > 1))
		raise_cost(atoms, first ? i - 1 : i, unit ? end : end - 1,
		    style->cost_ordinal);
	return end;
}

/* 月 between two numbers. */
static bool
is_in_date(const struct nb_atoms *atoms, uint32_t i)
{
	const struct nb_atom *a = &atoms->atom[i];

	return a->measure && i > 0 && i + 1 < atoms->n &&
	    a[-1].class == NB_ATOM_DIGIT && a[1].class == NB_ATOM_DIGIT;
}

static void
keep_name(
    struct nb_atoms *atoms, uint32_t i, const struct nb_break_style *style)
{
	const uint32_t most =
	    MIN(atoms->n, i + 2 + (uint32_t)MAX(style->name_most, 0));

	for (uint32_t end = i + 1; end < most; end++)
		if (atoms->atom[end].class == NB_MARK_CLOSE) {
			raise_cost(atoms, i, end, style->cost_name);
			return;
		}
}

void
nb_atoms_keep_whole(struct nb_atoms *atoms, const struct nb_break_style *style)
{
	for (uint32_t i = 0; i < atoms->n; i++) {
		if (atoms->atom[i].numeral) {
			i = keep_numerals(atoms, i, style) - 1;
			continue;
		}
		if (is_in_date(atoms, i))
			raise_cost(atoms, i, i + 1, style->cost_date);
		if (atoms->atom[i].c == NAME)
			keep_name(atoms, i, style);
	}
}
