/*
 * model/change.h - 同比 in words: how a figure stands to last year's, which
 * {名.同比} prints.
 *
 *   %, ‰          提高1.14个百分点, 下降0.5个千分点
 *   last year's is 100 or more, in ones: 增长8.71%, 下降12.5%
 *   less, or the change is less than 0.01%:  增加3件, 减少0.5万元
 *   the same      与上年持平; behind other words 持平
 *
 * A percentage is rounded half up to two places; what is subtracted is exact.
 * Zeros at its end are left out.
 */
#pragma once

#include "model/report.h"

enum nb_change {
	NB_CHANGE_TOLD,
	NB_CHANGE_NO_VALUE,   /* this year's is missing … */
	NB_CHANGE_VAGUE,      /* … or no figure that one can reckon with */
	NB_CHANGE_NO_LAST,    /* the same of last year's */
	NB_CHANGE_LAST_VAGUE, /* 约50件 */
	NB_CHANGE_UNITS,      /* they count different things */
	NB_CHANGE_TOO_LARGE,
};

/*
 * The change from 上年 to 值.  `before` is what stands in front of it in its
 * sentence.  *ret is set when the change can be told.
 */
enum nb_change nb_change_text(struct nb_arena *a, const struct nb_indicator *in,
    enum nb_script script, struct nb_str before, struct nb_str *ret);

/*
 * The change from one figure to another, whatever their sizes: “增加3件，25%”,
 * “提高1.14个百分点”, “持平”.  What is wrong with the first is told as
 * NB_CHANGE_LAST_VAGUE or NB_CHANGE_NO_LAST.
 */
enum nb_change nb_change_between(struct nb_arena *a, struct nb_str from,
    struct nb_str to, enum nb_script script, struct nb_str *ret);
