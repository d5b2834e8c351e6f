/*
 * layout/join.h - pages behind other pages, as one document.
 */
#pragma once

#include "layout/frame.h"

typedef struct _GArray GArray;

struct nb_arena;

/* A document as it grows. */
struct nb_joint {
	GArray *page;     /* of struct nb_page */
	GArray *bookmark; /* of struct nb_bookmark */
	GArray *block;    /* of struct nb_page_block */
};

void nb_joint_begin(struct nb_joint *j);

/*
 * The bookmarks stand so many levels deeper.  The items of all pages but the
 * first ones are changed: their paragraphs are counted on.
 */
void
nb_joint_add(struct nb_joint *j, const struct nb_pages *pages, unsigned deeper);

/* What holds for the whole document is as in `like`; frees j. */
struct nb_pages *nb_joint_end(
    struct nb_joint *j, struct nb_arena *a, const struct nb_pages *like);
