/*
 * output/subset.h - of each face the part that the pages use, as a cairo font.
 *
 * cairo embeds what it is given: a face of some hundred glyphs instead of ten
 * thousand makes the PDF smaller and the work several times shorter.
 */
#pragma once

#include "layout/frame.h"

#include <cairo.h>
#include <hb.h>

struct nb_diags;
struct nb_subsets;

enum nb_subset_use {
	NB_SUBSET_EMBED, /* copied into a file that brings its fonts along */
	NB_SUBSET_DRAW,  /* outlines are looked at here and now */
};

/* NB_FAILED with a finding when a face cannot be subset. */
NB_MUST_USE enum nb_status
nb_subsets_new(const struct nb_page *page, uint32_t n_pages,
    enum nb_subset_use use, struct nb_diags *d, struct nb_subsets **ret);
void nb_subsets_free(struct nb_subsets *s);

/* The font for a run of the pages; owned by s. */
cairo_font_face_t *
nb_subsets_font(const struct nb_subsets *s, const struct nb_item *run);

/*
 * A face may count its em otherwise than its file does (font/face.h); then
 * 'head' has to say so.  Takes bytes over.
 */
hb_blob_t *nb_subset_set_em(hb_blob_t *bytes, unsigned em);

/* What a glyph of its face is called in that font. */
uint32_t nb_subsets_gid(
    const struct nb_subsets *s, const struct nb_item *run, uint32_t gid);
