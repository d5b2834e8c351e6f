/*
 * style/template.h - the numbers of GB/T 9704-2012 as data.
 *
 * Read from templates/gbt9704-2012/template.yaml, where each value stands
 * with its unit and clause; a length without a unit is refused.  Derived
 * values (三号, the line pitch) are worked out once, here.  A house style is a
 * file of the few values that differ (style/overlay.h).  Lives in the style
 * arena, const.
 */
#pragma once

#include "base/len.h"
#include "base/text.h"
#include "style/costs.h"
#include "style/metadata.h"
#include "style/office.h"
#include "style/outline.h"
#include "style/overlay.h"
#include "style/parts.h"
#include "style/review_style.h"

struct nb_arena;
struct nb_diags;
struct nb_node;

/* Classes of marks: sets of characters (GB/T 15834-2011 5.1). */
enum nb_mark_class {
	NB_MARK_OPEN,     /* 开 */
	NB_MARK_CLOSE,    /* 闭 */
	NB_MARK_POINT,    /* 点 */
	NB_MARK_STOP,     /* 句 */
	NB_MARK_MIDDLE,   /* 间 */
	NB_MARK_CONNECT,  /* 连 */
	NB_MARK_DASH,     /* 线 */
	NB_MARK_ELLIPSIS, /* 略 */
	NB_MARK_SOLIDUS,  /* 隔 */
	NB_MARK_SUFFIX,   /* 后缀 */
	NB_MARK_PREFIX,   /* 前缀 */
	NB_MARK_UNIT,     /* no class, as those below; 量: measure words */
	NB_MARK_DOUBLED,  /* 叠: marks that share a cell */
	NB_MARK_NUMERAL,  /* 数: numerals in Han */
	NB_MARK_CLASSES,
};

/* 版心 of a page, upright or turned (clause 8). */
struct nb_page_shape {
	nb_len body_w, body_h;
	nb_len pitch; /* from a row to the next */
	int lines;
	int fine;    /* rows of a table's grid in one row */
	bool turned; /* 横排: the head is at the left of the upright paper */
};

enum nb_folio_place {
	NB_FOLIO_OUTER, /* 外侧: right on odd pages, left on even ones */
	NB_FOLIO_CENTRE,
};

/* Words made from data around the author's own. */
struct nb_phrases {
	struct nb_str addressee_end, run_in_end, lead_end, item_sep, item_end;
	struct nb_words ordinal; /* 一是 … */
	struct nb_str cause;
	struct nb_words cause_start;
	struct nb_str measure;
	struct nb_str lead_unit, units, target, due;
	struct nb_words note; /* opening, separator, closing */
};

struct nb_template {
	struct nb_str name, language;
	nb_len paper_w, paper_h, top, inner, body_w, body_h;
	int chars, lines;
	nb_len cell;  /* 字: body_w / chars */
	nb_len pitch; /* 行距: by default the lines fill body_h exactly */
	struct nb_page_shape upright, turned;
	struct nb_page_shape table, table_turned; /* of an attachment */
	int baseline, centre, line_gap;           /* [1/1000 em] */
	int bold; /* width of the line that makes 加粗 [1/1000 em] */
	struct nb_text_style title, addressee, body, signature, folio;
	struct nb_heading_style heading[NB_HEADING_LEVELS];
	struct nb_title_style title_style;
	nb_len indent;
	int keep_next;              /* [line] */
	int sign_before, sign_with; /* [line] */
	nb_len sign_right, date_offset, remark_left;
	struct nb_words remark_mark; /* opening, closing */
	uint32_t red;
	struct nb_head_style head;
	struct nb_letter_style letter;
	struct nb_seal_style seal;
	struct nb_list_style list;
	struct nb_foot_style foot;
	int plan_before; /* [line] above the title behind a notice */
	nb_len folio_drop, folio_edge, folio_gap;
	enum nb_folio_place folio_place;
	struct nb_str folio_dash;
	struct nb_phrases phrase;
	struct nb_str mark[NB_MARK_CLASSES];
	struct nb_str missing; /* set in place of a glyph no face has */
	struct nb_break_style breaking;
	struct nb_makeup_costs makeup;
	struct nb_str attachment; /* 附件 */
	struct nb_text_style attachment_mark;
	int attachment_title; /* on this line, from 1 */
	struct nb_table_style table_style;
	struct nb_task_words task_words;
	struct nb_sheet_words sheet;
	struct nb_review_style review;
	struct nb_chart_style chart;
	struct nb_metadata_style metadata;
	struct nb_office_style office; /* never folded: names */
	struct nb_words title_word, title_lead;
	struct nb_str title_no_start;

	/* The same with its words in 繁体, for a document that is */
	const struct nb_template *traditional;

	/* A house style: what it departs from and where; else NULL, 0. */
	const struct nb_template *base;
	const struct nb_departure *departure;
	uint32_t n_departures;
	const struct nb_node *tree; /* the file, for style/entry.h */
};

/*
 * NULL with findings when the file cannot be used.  dir holds the folders of
 * the styles that a house style may name; NULL: there are none.
 */
const struct nb_template *nb_template_load(
    struct nb_arena *a, const char *path, const char *dir, struct nb_diags *d);

/* What a document of this script is laid out by. */
const struct nb_template *
nb_template_in(const struct nb_template *t, enum nb_script script);

/* The style of a heading: by its ordinal's pattern, else by its depth (1..). */
const struct nb_heading_style *nb_template_heading(
    const struct nb_template *t, struct nb_str mark, unsigned depth);
