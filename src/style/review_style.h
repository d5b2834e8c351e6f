/*
 * style/review_style.h - 送审: what a draft has beside its 版心, and the list
 * of remarks.  A field of struct nb_template; arrays are by nb_severity.
 */
#pragma once

#include "style/parts.h"

enum { NB_REVIEW_LEVELS = 3 };

struct nb_review_style {
	struct nb_text_style mark, line, number;
	struct nb_str word;          /* 送审稿 */
	nb_len mark_top;             /* from the paper's edge */
	nb_len line_gap, number_gap; /* from the 版心 */
	nb_len number_w;             /* of its place */
	uint32_t mark_rgb, line_rgb;
	uint32_t rgb[NB_REVIEW_LEVELS], ink[NB_REVIEW_LEVELS];
	struct nb_str title; /* of the list, its columns */
	struct nb_words column;
	struct nb_str sheet_title; /* 审核意见表, its columns */
	struct nb_words sheet_column;
};
