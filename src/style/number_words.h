/*
 * style/number_words.h - the words that rules about numbers and dates go by:
 * 数字 of an outline.  Lives in the style arena, const.
 */
#pragma once

#include "style/outline.h"

struct nb_node;

/* A rate and the words that tell what it is made of. */
struct nb_rate_words {
	struct nb_str name;
	struct nb_words part, base;
};

/* A figure that street offices usually report, and the words that tell it. */
struct nb_usual_figure {
	struct nb_str name;
	struct nb_words word;
};

struct nb_number_words {
	struct nb_words unit;          /* what a figure can count */
	struct nb_words counted;       /* of those: what a rate is taken of */
	struct nb_words not_rate;      /* words in 率 that are no share */
	struct nb_words over_hundred;  /* shares that can exceed 100 % */
	struct nb_words small_is_good; /* figures that had better be small */
	struct nb_words no_unit;       /* words before a number without unit */
	struct nb_words on_time;       /* a rate of only some of the cases */
	struct nb_words other_sum;     /* a clause that counts anew: 累计 */
	struct nb_words total;         /* a clause that gives a total: 共 */
	struct nb_words rest;          /* the last part of a whole: 其他 */
	struct nb_words demand;        /* a clause that demands: 每年 */
	struct nb_words until_now;     /* 截至目前 */
	struct nb_words relative;      /* 去年 */
	struct nb_words future;        /* a clause that looks ahead: 计划 */
	struct nb_words whole; /* in front of a figure of all: 全年, 共 */
	struct nb_words deed;  /* what was done to what is counted: 办理 */
	struct nb_words joint; /* between that and the number: 案件, 达 */
	struct nb_words local; /* the figure is of a part: 社区, 专项 … */
	struct nb_words other_time;  /* … or of another time: 上年 */
	struct nb_words generic;     /* what may be many things: 会议 */
	struct nb_words this_column; /* of a table: 本年 … */
	struct nb_words last_column; /* … 上年 */
	const struct nb_rate_words *rate;
	uint32_t n_rates;
	const struct nb_usual_figure *usual;
	uint32_t n_usual;
	int usual_since; /* the first year that they are asked of */
};

/* Of an outline that has none: no rule finds a word. */
extern const struct nb_number_words nb_number_words_none;

/* Adds a finding for everything that is not as it should be. */
const struct nb_number_words *
nb_number_words_read(const struct nb_words_file *f, const struct nb_node *node);
