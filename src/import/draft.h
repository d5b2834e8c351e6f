/*
 * import/draft.h - what the recogniser makes of lines: a report not yet
 * written down.  draft_yaml.c writes it; nothing else reads it.
 *
 * A text is absent when it is empty.  Everything lives in the import's arena.
 */
#pragma once

#include "base/str.h"

/* A text and where it came from. */
struct nb_draft_text {
	struct nb_str text;
	uint32_t row; /* as in nb_raw_line; 0: made by the program */
};

struct nb_draft_texts {
	struct nb_draft_text *text;
	uint32_t n;
};

struct nb_draft_cell {
	struct nb_str text;
	uint32_t rows, cols; /* rows 0: below a cell that spans it, whose text
				it repeats */
};

struct nb_draft_row {
	struct nb_draft_cell *cell;
	uint32_t n;
	uint32_t row; /* as in nb_raw_line */
};

struct nb_draft_table {
	struct nb_draft_text title;
	struct nb_draft_row *row; /* the first is the head */
	uint32_t n;
	bool lies; /* 横排 */
};

struct nb_draft_section {
	struct nb_draft_text title;
	struct nb_draft_texts body;            /* paragraphs */
	struct nb_draft_text lead_unit, units; /* 牵头, 责任 */
	struct nb_draft_table *table;          /* or NULL */
	struct nb_draft_section *child;
	uint32_t n;
};

/* 存在问题, which may have a cause; 下年任务, which may have the others. */
struct nb_draft_item {
	struct nb_draft_text text, cause;
	struct nb_draft_texts body;
	struct nb_draft_text target, due, lead_unit, units;
};

struct nb_draft_list {
	struct nb_draft_text title, lead;
	struct nb_draft_item *item;
	uint32_t n;
};

/* A task of last year, or 任务表: one row of the source's table. */
struct nb_draft_task {
	struct nb_draft_text group, text, target, lead_unit, units, due;
	struct nb_draft_texts body;
	const char *progress; /* 进展: a word of the schema, or NULL */
	struct nb_draft_text evidence, cause;
};

struct nb_draft_tasks {
	struct nb_draft_text title;
	struct nb_draft_task *task;
	uint32_t n;
	bool lies; /* 横排 */
};

struct nb_draft_notice {
	struct nb_draft_text title, addressee, organ, date;
	struct nb_draft_texts body;
};

/* 版头, 版记; 文号 is of the document, wherever it is written. */
struct nb_draft_head {
	struct nb_draft_text copy_number, secrecy, urgency;
	struct nb_draft_texts mark, signer;
	bool letter;   /* 信函 */
	bool numbered; /* 文号 stands in it */
};

struct nb_draft_foot {
	struct nb_draft_text copies, printer, printed;
};

struct nb_draft {
	const char *kind, *level; /* 文种, 级别: words of the schema */
	bool traditional;
	int year, last_year; /* 年度; equal for one year; 0: unknown */
	struct nb_draft_text organ, title, addressee, number;
	struct nb_draft_texts joint;            /* 联合机关 */
	struct nb_draft_text issued, published; /* dates, as 2024-03-20 */
	struct nb_draft_text source; /* 来源 of a page: perhaps the organ */
	struct nb_draft_text index, topic, access, summary; /* of 公开 */
	struct nb_draft_text keywords; /* its 主题词, as they were written */
	struct nb_draft_texts levels;  /* 编号/层次; n == 0: default */
	struct nb_draft_text through;  /* 编号/连续 */
	struct nb_draft_texts lead, closing; /* 导语, 结语 */
	struct nb_draft_section *section;
	uint32_t n;
	struct nb_draft_list *problems, *next; /* or NULL */
	struct nb_draft_tasks *tasks, *last; /* 任务表, 上年任务; or NULL */
	struct nb_draft_notice *notice;      /* or NULL */
	struct nb_draft_head *head;          /* or NULL */
	struct nb_draft_foot *foot;          /* or NULL */
	struct nb_draft_texts attachment, remark;
	struct nb_draft_texts figure; /* candidates of 指标, for a comment */
	struct nb_draft_texts aside;  /* of the page and not of the report:
					 有效性 …, for a comment */
};
