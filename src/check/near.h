/*
 * check/near.h - what stands beside a place in a text, and mending it.
 */
#pragma once

#include "base/beside.h"
#include "diag/diag.h"
#include "model/prose.h"

/* The end of the digits that stand at a place. [byte] */
size_t nb_digits_end(struct nb_str s, size_t at);

/*
 * What stands between the last of the marks and a place, or the last `most`
 * bytes of it; the Han characters right in front of a place, at most so many.
 */
struct nb_str
nb_since_mark(struct nb_str s, size_t at, const char32_t *marks, size_t most);
struct nb_str nb_han_before(struct nb_str s, size_t at, unsigned most);

/* text[begin, end) with a few characters on both sides, for a message. */
struct nb_str nb_str_around(struct nb_str s, size_t begin, size_t end);

/* The few characters before a place. */
struct nb_str nb_str_before(struct nb_str s, size_t at);

/*
 * Offers to write fix in place of text[begin, end), which is the place of the
 * finding, if that stands in the file letter by letter.
 */
void nb_offer_fix(struct nb_diag *g, const struct nb_prose *p, size_t begin,
    size_t end, struct nb_str fix);
