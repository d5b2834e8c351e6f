/*
 * review/remark.h - what is said of a draft, and where that stands on its
 * pages.
 */
#pragma once

#include "layout/locate.h"
#include "review/review.h"

struct nb_remark {
	uint32_t number; /* from 1: its row of the list */
	const struct nb_diag *finding;
	struct nb_location at;
	int row;       /* of the page, from 0, where it begins */
	uint32_t mark; /* paragraph of its number beside the text; 0: none */
	uint32_t list_page; /* index, where its row begins */
	nb_len list_x, list_y;
};

struct nb_remarks {
	struct nb_remark *remark;
	uint32_t n;
};

/* All findings, in their order, each located. */
struct nb_remarks nb_remarks_new(struct nb_arena *a, const struct nb_review *r);

/* One of them by itself; l is of r's pages. */
struct nb_remark nb_remark_new(struct nb_arena *a, const struct nb_review *r,
    const struct nb_locator *l, const struct nb_diag *g);

/* Where it is, for a reader of the pages and for one of the file. */
struct nb_str nb_remark_place(
    struct nb_arena *a, const struct nb_review *r, const struct nb_remark *m);

/* Whether it has no words of its own to be marked: a note tells it. */
bool nb_remark_is_note(const struct nb_remark *m);

/* Whether a person made it (review/opinion.h), not a rule. */
bool nb_remark_is_personal(const struct nb_remark *m);

/* What a person has said of the finding; may be empty. */
struct nb_str nb_remark_said(struct nb_arena *a, const struct nb_remark *m);

/* What to do, in a sentence; may be empty. */
struct nb_str nb_remark_mend(struct nb_arena *a, const struct nb_remark *m);

/* All of it, for a note; its lines are paragraphs. */
struct nb_str nb_remark_note(
    struct nb_arena *a, const struct nb_review *r, const struct nb_remark *m);

/* Of its highlight, by level. */
uint32_t nb_remark_rgb(const struct nb_review *r, const struct nb_remark *m);
