/*
 * check/cover.h - how a report treats each item of the outline.
 */
#pragma once

#include "check/check.h"
#include "check/headings.h"
#include "check/passage.h"

struct nb_treatment {
	const struct nb_outline_item *item;
	enum nb_cover cover;
	bool too_short; /* has its chapter, which is shorter than least_han */
	bool by_key; /* 存在问题 or 下年任务 of the report treats it */
	const uint32_t *heading; /* indices of the topmost headings that do */
	uint32_t n_headings;
	const struct nb_prose *evidence; /* a paragraph that does, when nothing
					    else does; or NULL */
	uint32_t chars, figures;         /* as in nb_coverage_item */
};

/* Of the items asked of this 文种, in the outline's order; *ret_n of them. */
const struct nb_treatment *nb_cover_items(struct nb_arena *a,
    const struct nb_headings *hs, const struct nb_passages *p, uint32_t *ret_n);

/* The rows of the matrix. */
struct nb_coverage nb_cover_rows(struct nb_arena *a,
    const struct nb_headings *hs, const struct nb_treatment *t, uint32_t n);

/* Visits all the prose that treats the item. */
void nb_cover_walk(const struct nb_headings *hs, const struct nb_treatment *t,
    nb_walk_fn *visit, void *to);

/* Where the treatment begins; the whole file when the item is missing. */
struct nb_span
nb_cover_place(const struct nb_headings *hs, const struct nb_treatment *t);
