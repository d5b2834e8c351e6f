/*
 * import/docx_numbering.h - numbering.xml: the ordinals that Word generates
 * (ISO/IEC 29500-1 17.9).
 */
#pragma once

#include "import/docx_styles.h"

struct nb_docx_numbering;

/* numbering: the root of numbering.xml, or NULL. */
struct nb_docx_numbering *nb_docx_numbering(struct nb_arena *a,
    const struct nb_markup *numbering, const struct nb_docx_styles *styles);

/*
 * The ordinal of the next paragraph with these properties, inherited ones
 * included: “（三）”.  Empty when it has none, or a bullet.  Counts on.
 */
struct nb_str nb_docx_numbering_next(
    struct nb_docx_numbering *n, const struct nb_docx_props *props);
