/*
 * style/costs.h - what breaking lines and pages costs.  Fields of struct
 * nb_template, from the same file.
 */
#pragma once

#include "base/len.h"

/* Line breaking: ratios in 1/1000 em, costs without unit. */
struct nb_break_style {
	int middle; /* width of 间隔号 and 分隔号 */
	int mark_blank, pair_squeeze, latin_gap, latin_gap_least, word_gap;
	int cost_stretch, cost_shrink, cost_shrink_stop;
	int cost_unit, cost_url, cost_word, cost_number;
	int cost_forbidden, cost_orphan;
	int cost_ordinal, cost_date, cost_name;
	int name_most;    /* characters that a name is kept whole with */
	nb_len short_end; /* a last line no longer is easily saved, or made */
};

/* Page breaks: costs without unit (layout/makeup.h), and limits. */
struct nb_makeup_costs {
	int cost_empty, cost_orphan, cost_widow, cost_shorter, cost_longer;
	int line_share, line_worst; /* of the lines' cost [1/1000]; its most */
	nb_len loose;  /* a line of a longer paragraph gives at most */
	int last_rows; /* that the last page should have */
	int cost_last, cost_sign, cost_foot_alone, cost_blank;
};
