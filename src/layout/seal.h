/*
 * layout/seal.h - where signatures stand that are to be sealed (GB/T
 * 9704-2012 7.3.5.1).  Arithmetic only.
 */
#pragma once

#include "base/len.h"
#include "style/template.h"

struct nb_seal_place {
	nb_len x; /* of the signature */
	uint32_t row, column;
};

/*
 * The date is 4 字 from the right, the last signature centred over it; the
 * others stand before it and above, in columns as far apart as the seals or
 * the names ask for, no row wider than the 版心.  width: of n > 0 signatures
 * in their order, none wider than the 版心.  Returns the number of rows.
 */
uint32_t nb_seal_places(const struct nb_template *t, const nb_len *width,
    uint32_t n, nb_len date, struct nb_seal_place *ret);
