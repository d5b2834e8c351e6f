/*
 * review/list.h - 审校意见: the remarks as a table behind the draft.
 */
#pragma once

#include "review/remark.h"

#include <glib.h>

/* The pages of the draft and behind them the list's, without a folio. */
struct nb_pages *nb_review_list(struct nb_arena *a, const struct nb_review *r,
    const struct nb_remarks *all);

/* A row of the list on a page: what links need to know. */
struct nb_list_place {
	uint32_t paragraph; /* that names the place */
	uint32_t row;       /* number of the remark */
	struct nb_area area;
};

/*
 * Finds the rows in pages that nb_review_list made, behind the first n_before:
 * tells each remark where its row is, and of each page its words that name a
 * place, in ret, an array of n_pages GArrays of struct nb_list_place.
 */
void nb_review_list_find(const struct nb_pages *pages, uint32_t n_before,
    struct nb_remarks *all, GArray **ret);
