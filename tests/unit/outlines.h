/*
 * outlines.h - font programs as HarfBuzz reads them.
 */
#pragma once

#include <hb.h>
#include <stdbool.h>

struct nb_program;

/*
 * A program of n glyphs as a face, which borrows its bytes; widths only where
 * the program has a table of them.
 */
hb_face_t *
outlines_face(const struct nb_program *program, unsigned n, unsigned em);

/* A font in the face's units, of OpenType tables only. */
hb_font_t *outlines_font(hb_face_t *face);

/* Whether a glyph of a is drawn exactly as one of b. */
bool outlines_same(hb_font_t *a, unsigned gid_a, hb_font_t *b, unsigned gid_b);

/* Whether a glyph has an outline; one that is damaged has none. */
bool outlines_any(hb_font_t *font, unsigned gid);
