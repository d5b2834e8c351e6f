/*
 * layout/reading.h - what each paragraph is to a reader (frame.h), noted as
 * paragraphs are counted through the galleys of a document.
 */
#pragma once

#include "layout/frame.h"

#include <glib.h>

struct nb_arena;

struct nb_reading {
	GArray *block; /* of struct nb_page_block */
	bool titled;   /* chapters come below a title */
	uint8_t level; /* of the last heading */
};

struct nb_reading nb_reading_new(void);

/*
 * Counts a paragraph; level: of a heading, chapters are 1.  What the role does
 * not tell is for the caller to set.
 */
uint32_t
nb_reading_add(struct nb_reading *r, enum nb_item_role role, uint8_t level);

/* The paragraph of a number, until the next is counted. */
struct nb_page_block *
nb_reading_at(const struct nb_reading *r, uint32_t paragraph);

/* Hands all over to the pages, and is done with. */
void nb_reading_finish(
    struct nb_reading *r, struct nb_arena *a, struct nb_pages *pages);
