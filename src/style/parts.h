/*
 * style/parts.h - the numbers of the parts of a document: 版头, 版记, tables,
 * charts.  Fields of struct nb_template, from the same file.
 */
#pragma once

#include "base/len.h"
#include "base/text.h"
#include "style/outline.h"

/* A role (name of fonts/roles.yaml), a size, a weight. */
struct nb_text_style {
	struct nb_str role;
	nb_len size;
	bool bold; /* 加粗: outlines drawn with a line, too */
};

enum { NB_HEADING_LEVELS = 4 };

/* 标题层次: 7.3.3. */
struct nb_heading_style {
	struct nb_str mark;        /* pattern of the ordinal */
	struct nb_text_style text; /* of the body's size */
	bool run_in; /* 接排: the text follows on the same line */
};

/* 标题: how its lines are shaped.  Ratios in 1/1000 em, costs without unit. */
struct nb_title_style {
	int after;       /* [line] */
	int short_line;  /* a line is short below this */
	int even, waist; /* lines differ by less than this; by more */
	int cost_short, cost_even, cost_waist;
	int cost_year;      /* behind 2023年度: the matter begins */
	int cost_elsewhere; /* between words, but sense runs on */
	int cost_lead_end;  /* 关于 ends a line */
	int cost_bad_start; /* 的 and its like begin a line */
	int cost_unknown;   /* between characters of no known word */
	int cost_word;      /* inside a word */
};

/* 版头: 7.2. */
struct nb_head_style {
	struct nb_text_style copy, secrecy, mark, number, signing, signer;
	int secrecy_line;  /* [line], from 1 */
	nb_len mark_drop;  /* from the top of the 版心 */
	int mark_spread;   /* most between characters [1/1000 em] */
	int mark_pitch;    /* of a joint issue's names [1/1000 em] */
	nb_len mark_stack; /* their greatest height */
	nb_len mark_ample; /* size below which it is rather made narrow */
	nb_len mark_least; /* and below this set in two lines */
	int mark_narrow;   /* the narrowest [1/1000 of its width] */
	int cost_uneven;   /* of two lines, for each 字 of difference */
	int suffix_gap;    /* between them and 文件 [1/1000 em] */
	int number_before; /* [line] */
	nb_len number_left, signer_right, signer_gap;
	int signer_row; /* names of one line */
	nb_len rule_drop, rule;
	int title_before; /* [line] */
	struct nb_str suffix, signing_word;
};

/* 信函: 10.1. */
struct nb_letter_style {
	struct nb_text_style mark;
	nb_len mark_top, rule_bottom; /* from the paper's edges */
	nb_len rule_drop, rule_w, thick, thin, between;
	nb_len clear; /* between a double rule and the text */
};

/* 加盖印章: 7.3.5.1. */
struct nb_seal_style {
	int before; /* [line] */
	nb_len right, size, gap;
};

/* 附件说明: 7.3.4. */
struct nb_list_style {
	int before; /* [line] */
	nb_len left;
	struct nb_str word, mark;
};

/* 版记: 7.4. */
struct nb_foot_style {
	struct nb_text_style text;
	nb_len rule_outer, rule_inner, side;
	struct nb_str addressee, copies, copies_end, printed;
};

/* Tables: rows of their own grid, finer than that of the text. */
struct nb_table_style {
	struct nb_text_style text, head, caption;
	int grid;       /* rows of it in one row of text */
	int line;       /* rows of it for a line of a cell */
	nb_len pad;     /* blank on the left and right of a cell */
	nb_len word;    /* text no wider is not broken */
	nb_len even;    /* lines of a narrower cell are not spread to its end */
	int even_lines; /* unless there are more than this */
	nb_len frame, rule;
	int cost_span;             /* of a page break within merged cells */
	int cost_tear;             /* of one within a row */
	int cost_loose, cost_name; /* in narrow cells: as of 断行 拉开; of a
				      line break not behind a mark */
};

/* 任务表: words made from data. */
struct nb_task_words {
	struct nb_words column, progress, tally;
	struct nb_str unsaid; /* of the tally: without 进展 */
	struct nb_str group;  /* pattern of the ordinal */
	struct nb_str unit_sep, reason_sep;
};

/* 核对表 behind a report. */
struct nb_sheet_words {
	struct nb_str title;
	struct nb_words column;
};

/* 图: its series are 上年, 本年, 目标; over years there are lines. */
enum { NB_CHART_SERIES = 3, NB_CHART_LINES = 5 };

struct nb_chart_style {
	struct nb_text_style caption, text;
	struct nb_str number; /* pattern of “图1” and the blank behind it */
	struct nb_words series;
	struct nb_str year, unit; /* behind a year, before the unit */
	struct nb_words spoken;   /* kinds; behind kind, name, value, 指标 */
	struct nb_words bound;    /* before a value, by nb_bound */
	struct nb_words suffix;   /* opening, closing, “continued” */
	int lines;                /* at least, the caption not counted */
	int text_lines;           /* at most, of a name or the caption */
	int groups, steps;        /* at most: 指标, steps of the axis */
	int line_gap;             /* [1/1000 em] from a line to the next */
	int group_share;          /* [1/1000] of its place, taken by bars */
	nb_len least_w, group_w, bar_w;
	nb_len gap; /* between text and what it stands by */
	nb_len caption_gap;
	nb_len legend_gap; /* between entries */
	nb_len tick, axis, outline, line, dash, point;
	uint32_t rgb[NB_CHART_SERIES];
	struct nb_words part_of_year; /* of names that are no years' lines */
	struct nb_str none;           /* where a year has no value */
	int near; /* [1/1000] of the highest value: if the values lie closer,
		     the axis of lines over years need not begin at zero */
	nb_len year_w, name_w, name_least; /* of columns below the axis */
	uint32_t line_rgb[NB_CHART_LINES];
};
