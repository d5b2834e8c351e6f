/*
 * output/pdf/type2.h - outlines of CFF glyphs (Adobe Technical Note #5177).
 */
#pragma once

#include "output/pdf/cff.h"

/*
 * Appends a glyph's charstring without hints, and with what its subroutines say
 * in the place of their calls: it draws the same and stands alone.  False when
 * it is damaged, endless, or of a kind that is rare: arithmetic, or an accented
 * letter made of two others, which a CID font has not; `to` has then some bytes
 * more.
 */
NB_MUST_USE bool
nb_type2_plain(struct nb_bytes charstring, const struct nb_cff_index *local,
    const struct nb_cff_index *global, bool cid, GByteArray *to);
