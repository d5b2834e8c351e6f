/*
 * output/boxes.h - a CFF font that costs cairo nothing to measure.
 */
#pragma once

#include <hb.h>

/*
 * The font file of face, to be embedded but never drawn.  Owned by the caller.
 *
 * cairo has FreeType interpret every glyph three times only to learn its
 * bounding box, which for CFF is half of all the work of a PDF.  So a CFF
 * face gets TrueType outlines beside its own: a box each.  FreeType measures
 * these; what cairo embeds is still the 'CFF ' table.  A face without CFF
 * comes back as it is.
 */
hb_blob_t *nb_boxes_blob(hb_face_t *face);
