/*
 * layout/annotation.h - what is said of words on a page, beside its items:
 * highlights, notes, links.  Plain data, as frame.h.
 */
#pragma once

#include "base/len.h"
#include "base/str.h"

/* A box, mostly that of words of one line; its top left. */
struct nb_area {
	nb_len x, y, w, h;
	bool turned; /* the words go up the page */
};

enum nb_annotation_kind {
	NB_ANNOTATION_HIGHLIGHT, /* over words */
	NB_ANNOTATION_NOTE,      /* a sign of its own, in the first area */
	NB_ANNOTATION_LINK,      /* words that lead to another place */
};

struct nb_annotation {
	enum nb_annotation_kind kind;
	uint32_t
	    paragraph; /* what it is said of; all of a link's is the link */
	const struct nb_area *area; /* on the page, at least one */
	uint32_t n_areas;
	uint32_t rgb;         /* of all but a link */
	struct nb_str name;   /* of no other, and the same each time */
	struct nb_str author; /* who says it */
	struct nb_str text;   /* each line of it is a paragraph */
	uint32_t to_page;     /* of a link: index */
	nb_len to_x, to_y;
};
