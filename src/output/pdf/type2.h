/*
 * output/pdf/type2.h - outlines of CFF glyphs (Adobe Technical Note #5177).
 */
#pragma once

#include "output/pdf/cff.h"

/*
 * Appends a glyph's charstring with what its subroutines say in the place of
 * their calls: it draws the same and stands alone.  False when it is damaged,
 * endless, or of a kind that is rare: arithmetic, or an accented letter made
 * of two others; `to` has then some bytes more.
 */
NB_MUST_USE bool
nb_type2_flatten(struct nb_bytes charstring, const struct nb_cff_index *local,
    const struct nb_cff_index *global, GByteArray *to);

/*
 * Appends a charstring of a CID font that has no subroutines as it is.  False
 * when it has no end.
 */
NB_MUST_USE bool nb_type2_copy(struct nb_bytes charstring, GByteArray *to);
