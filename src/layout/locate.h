/*
 * layout/locate.h - where on the pages the words of a place in the file are.
 *
 * Each glyph is traced through the prose it is of (model/prose.h) to bytes of
 * the file, so that the areas are those of the words and no more.  Plain data:
 * no output is known here.
 */
#pragma once

#include "layout/annotation.h"
#include "layout/frame.h"

struct nb_arena;
struct nb_locator;
struct nb_node;

/* Words that stand together on one line. */
struct nb_place {
	uint32_t page; /* index */
	uint32_t paragraph;
	struct nb_area area;
};

enum nb_located {
	NB_LOCATED_NOT,
	NB_LOCATED_WORDS, /* those that stand in the file there */
	NB_LOCATED_VALUE, /* of the 指标 there, where it is first shown */
	NB_LOCATED_NEAR,  /* none: the first words of the part it stands in */
	NB_LOCATED_TITLE, /* nothing of that is shown: the title */
};

struct nb_location {
	enum nb_located how;
	const struct nb_place *place; /* in the order of reading */
	uint32_t n;
};

/* For pages of the file that was read as root; both outlive it, as a does. */
struct nb_locator *nb_locator_new(struct nb_arena *a,
    const struct nb_pages *pages, const struct nb_node *root);

/*
 * An empty span is between the two words beside it; one of the file as a whole
 * is at the title.  What is shown twice is where it is first.  NOT only when
 * the span is of another file or there is no text at all.
 */
struct nb_location
nb_locate(const struct nb_locator *l, struct nb_arena *a, struct nb_span span);
