/*
 * review/margin.h - what stands beside the 版心 of a draft.
 */
#pragma once

#include "review/remark.h"
#include "review/ruler.h"

/* The number of a remark beside its row; its note where no words are marked. */
struct nb_margin_place {
	struct nb_remark *remark;
	struct nb_area number, note;
};

/* 送审稿 */
void nb_margin_mark(const struct nb_ruler *r);

/* The numbers of the rows that have text. */
void nb_margin_lines(const struct nb_ruler *r, const struct nb_page *page);

/*
 * Sets the numbers of the remarks that begin on a page (index), each as the
 * next paragraph behind *paragraph, and tells where, in place, of struct
 * nb_margin_place.
 */
void nb_margin_numbers(const struct nb_ruler *r, const struct nb_remarks *all,
    uint32_t page, uint32_t *paragraph, GArray *place);
