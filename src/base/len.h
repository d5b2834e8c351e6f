/*
 * base/len.h - lengths have a type, constructors and one unit.
 *
 * nb_len is 1/1024 pt, signed on purpose: a measure that runs below zero must
 * say so and not explode.  No dimension of a standard is written in C; the
 * constructors are for the template loader, tests and derived values.
 */
#pragma once

#include <stdint.h>

typedef int32_t nb_len; /* [1/1024 pt] */

#define NB_LEN_PT 1024

static inline nb_len
nb_len_round(double x)
{
	return (nb_len)(x < 0 ? x - 0.5 : x + 0.5);
}

#define NB_PT(x) nb_len_round((x)*NB_LEN_PT)
#define NB_MM(x) NB_PT((x)*72.0 / 25.4)

static inline double
nb_len_pt(nb_len x)
{
	return x / (double)NB_LEN_PT;
}

static inline double
nb_len_mm(nb_len x)
{
	return nb_len_pt(x) * 25.4 / 72.0;
}
