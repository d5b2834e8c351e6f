/*
 * layout/volume.h - 合订: the pages of many documents as one.
 *
 * Every document keeps its folios and begins on a right-hand page, behind an
 * empty one if need be, so that outer folios stay on the outside.  Before all
 * stand pages of contents, with the page of the volume each begins on; its
 * number stands in the upper outer corner, where an archive stamps it.
 */
#pragma once

#include "font/font.h"
#include "layout/frame.h"
#include "model/prose.h"
#include "style/template.h"

struct nb_arena;

struct nb_volume_part {
	struct nb_str title;
	const struct nb_pages *pages; /* whose items are changed: join.h */
};

/* n > 0; all of it lives in a, but for the parts' items. */
struct nb_pages *nb_volume_bind(struct nb_arena *a,
    const struct nb_prose *title, const struct nb_volume_part *part, uint32_t n,
    const struct nb_template *t, struct nb_fonts *fonts);
