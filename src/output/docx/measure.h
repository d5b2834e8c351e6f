/*
 * output/docx/measure.h - lengths in the units of ISO/IEC 29500: the only
 * place where they are converted.
 */
#pragma once

#include "base/len.h"

/* A length in units, of which n are a point. */
static inline int64_t
nb_ooxml_units(nb_len x, int64_t n)
{
	const int64_t half = x < 0 ? -NB_LEN_PT / 2 : NB_LEN_PT / 2;

	return (x * n + half) / NB_LEN_PT;
}

/* [1/20 pt]: margins, indents, lines. */
static inline int64_t
nb_twips(nb_len x)
{
	return nb_ooxml_units(x, 20);
}

/* The same, never more than x. */
static inline int64_t
nb_twips_within(nb_len x)
{
	const int64_t n = (int64_t)x * 20;

	return n / NB_LEN_PT - (n % NB_LEN_PT < 0);
}

/* [1/2 pt]: sizes of type. */
static inline int64_t
nb_half_points(nb_len x)
{
	return nb_ooxml_units(x, 2);
}

/* The same as a length. */
static inline nb_len
nb_ooxml_line(nb_len x)
{
	return (nb_len)((nb_twips_within(x) * NB_LEN_PT + 19) / 20);
}

/* A size of type as those units can say it. */
static inline nb_len
nb_ooxml_size(nb_len x)
{
	return (nb_len)(nb_half_points(x) * NB_LEN_PT / 2);
}

/* [1/8 pt]: thickness of rules. */
static inline int64_t
nb_eighths(nb_len x)
{
	return nb_ooxml_units(x, 8);
}

/* [1/4096 pt]: how a cell of the grid differs from the type in it. */
static inline int64_t
nb_grid_units(nb_len x)
{
	return (int64_t)x * 4096 / NB_LEN_PT - (x < 0);
}

/* [EMU]: pictures. */
static inline int64_t
nb_emus(nb_len x)
{
	return nb_ooxml_units(x, 12700);
}

/* [1/100 字]. */
static inline int64_t
nb_hundredths(nb_len x, nb_len cell)
{
	const int64_t half = x < 0 ? -cell / 2 : cell / 2;

	return ((int64_t)x * 100 + half) / cell;
}
