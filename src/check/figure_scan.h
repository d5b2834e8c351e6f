/*
 * check/figure_scan.h - figures and rates in running text, one after the
 * other: 430件, 1.2万元, 办结率达98.14%.  Linear in the text.
 */
#pragma once

#include "model/quantity.h"
#include "style/number_words.h"

/* text[begin, unit) is the number with its 万, text[unit, end) the unit. */
struct nb_found_figure {
	size_t begin, unit, end; /* [byte] */
	struct nb_quantity q;    /* unit is the longest that fits, or empty */
	bool loose; /* 近300人, 300人以上: not that number itself */
};

/*
 * The next figure in Arabic digits from *at on, which moves behind it; false
 * when there is none.  Digits behind a Latin letter (PM2.5) are no figure.
 */
bool nb_figure_next(struct nb_str s, const struct nb_words *units, size_t *at,
    struct nb_found_figure *ret);

/*
 * text[name, name_end) is 调解成功率 or the end of a longer name,
 * text[name_end, number) 达, text[number, end) “98.14%以上”.
 */
struct nb_found_rate {
	size_t name, name_end, number, end; /* [byte] */
	struct nb_quantity q;               /* with its bound */
};

/* The next “…率(达)98%”; words such as 效率 are no rates. */
bool nb_rate_next(struct nb_str s, const struct nb_number_words *words,
    size_t *at, struct nb_found_rate *ret);
