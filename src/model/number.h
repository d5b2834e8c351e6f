/*
 * model/number.h - ordinals of headings (GB/T 9704-2012 7.3.3).
 */
#pragma once

#include "base/str.h"

struct nb_arena;

/* 1 → 一, 12 → 十二, 105 → 一百零五.  Outside 1..9999: 0, 10000. */
struct nb_str nb_number_han(struct nb_arena *a, unsigned n);

/*
 * Reads a whole number at *at, which moves behind it: 12, or 十二 一百零五.
 * false, and *at stays, when there is none or it is larger than 9999.
 */
bool nb_number_read(struct nb_str s, size_t *at, unsigned *ret);

/*
 * Reads ASCII or full-width digits in the same way; 1..most only, and on false
 * *at may have moved.
 */
bool
nb_number_digits(struct nb_str s, size_t *at, unsigned most, unsigned *ret);

/*
 * The ordinal of a heading from its pattern: the first 一 or 1 in the pattern
 * is replaced by n: “一、” “（一）” “1.” “（1）”.  A pattern with neither is
 * its own ordinal.
 */
struct nb_str
nb_number_mark(struct nb_arena *a, struct nb_str pattern, unsigned n);

/* Does the pattern hold the 一 or 1 that nb_number_mark replaces? */
bool nb_number_is_pattern(struct nb_str pattern);

/*
 * Length of an ordinal typed by hand at the start of a heading with the
 * blanks behind it, 0 if there is none. [byte]  Knows 一、 （一） 1. 1、 1．
 * （1） ① and their half-width kin; “12345热线” and “3.0版” are none.
 */
size_t nb_number_typed(struct nb_str heading);
