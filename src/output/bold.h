/*
 * output/bold.h - 加粗 for faces that have no bold one: 楷体, 仿宋.
 */
#pragma once

#include <hb.h>

/*
 * The font file of face with its outlines drawn with a line as wide as `line`
 * [units of the font], which is what makes text bold.  The outlines become
 * TrueType ones; the widths stay.  Owned by the caller; NULL when an outline
 * cannot be read.
 */
hb_blob_t *nb_bold_blob(hb_face_t *face, int line);
