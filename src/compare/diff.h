/*
 * compare/diff.h - what has changed from one report to another.
 *
 * A report is a sequence of rows: a heading, a paragraph, a task, a row of a
 * table, a figure.  A row is fields, each a text with a name.  Rows of the two
 * are paired; what is changed, deleted, inserted or moved is a change.  Plain
 * data in one arena; the texts are those of the two reports.
 */
#pragma once

#include "model/report.h"
#include "style/han_words.h"
#include "style/outline.h"

struct nb_arena;

#define NB_DIFF_NONE UINT32_MAX

/* In reading order of what stands under nothing. */
enum nb_diff_kind {
	NB_DIFF_METADATA, /* one row: 标题, 日期, 文号, 版头 … */
	NB_DIFF_INDICATOR,
	NB_DIFF_NOTICE, /* a paragraph of 印发 … */
	NB_DIFF_LEAD,   /* … of 导语 … */
	NB_DIFF_HEADING,
	NB_DIFF_PARAGRAPH, /* … of 正文 … */
	NB_DIFF_TABLE,
	NB_DIFF_CELLS, /* a row of a table */
	NB_DIFF_CHART,
	NB_DIFF_PROBLEMS,
	NB_DIFF_PROBLEM,
	NB_DIFF_NEXT, /* 下年任务: its heading */
	NB_DIFF_NEXT_TASK,
	NB_DIFF_LAST,
	NB_DIFF_LAST_TASK,
	NB_DIFF_CLOSING, /* … of 结语 */
	NB_DIFF_TASK_TABLE,
	NB_DIFF_TASK_GROUP,
	NB_DIFF_TASK_ROW,
	NB_DIFF_KINDS,
};

struct nb_diff_field {
	struct nb_str name; /* its key: no two of a row have the same */
	struct nb_str text; /* as it is printed */
	struct nb_str key;  /* what is compared: text, or in Simplified
			       characters when the reports differ in 字形 */
	const struct nb_prose *prose; /* that the text is of, or NULL: it was
					 made of several */
};

struct nb_diff_row {
	enum nb_diff_kind kind;
	uint32_t depth;     /* of a heading, 1: a chapter; else 0 */
	uint32_t over;      /* the row that it stands under, or NB_DIFF_NONE */
	uint32_t end;       /* behind the last row that stands under it */
	uint32_t number;    /* among those of its kind under the same, from 1 */
	struct nb_str mark; /* “三、” of a heading that has one */
	const struct nb_diff_field *field;
	uint32_t n;
	uint32_t chars; /* of all its fields */
	struct nb_span span;
	const struct nb_table *table; /* of NB_DIFF_TABLE */
	const struct nb_chart *chart; /* of NB_DIFF_CHART */
};

/* One of the two reports. */
struct nb_diff_side {
	const struct nb_report *report;
	const struct nb_diff_row *row;
	uint32_t n;
	const uint32_t *pair; /* by row: that of the other side, or none */
	const bool *moved;    /* by row: paired, but not in its order */
};

enum nb_diff_op { NB_DIFF_KEEP, NB_DIFF_DELETE, NB_DIFF_INSERT };

/* A piece of a text; put together they are the old text and the new one. */
struct nb_diff_edit {
	enum nb_diff_op op;
	struct nb_str old, now; /* the same, but for 字形, where both are */
	uint32_t row; /* of the other side, where this sentence stands, too; or
			 NB_DIFF_NONE */
	struct nb_str figure; /* INSERT: “增加3件，25%”, from what is deleted
				 before it; or empty */
};

/* A field that differs; one that is absent is empty. */
struct nb_diff_text {
	struct nb_str name;
	struct nb_str old, now;
	bool gone; /* the new row has no such field */
	struct nb_diff_edit *edit;
	uint32_t n;
};

struct nb_diff_change {
	uint32_t old, now; /* rows; NB_DIFF_NONE: inserted, deleted */
	bool moved;
	bool script; /* nothing differs but 字形 */
	const struct nb_diff_text *text;
	uint32_t n;
};

/* Both reports as one: what both have, has gone, is new. */
struct nb_diff_entry {
	uint32_t old, now; /* rows; only old, though it is paired: it went
			      from here */
	const struct nb_diff_change *change; /* NULL: none */
};

struct nb_diff {
	struct nb_diff_side old, now;
	const struct nb_diff_change *change; /* in reading order */
	uint32_t n;
	const struct nb_diff_entry *entry; /* in the same order */
	uint32_t n_entries;
};

/* The words of the outline tell topics of headings and what figures count. */
struct nb_diff nb_diff_new(struct nb_arena *a, const struct nb_report *old,
    const struct nb_report *now, const struct nb_outline *outline,
    const struct nb_han_words *han);

/* The field of that name, or NULL. */
const struct nb_diff_field *
nb_diff_field(const struct nb_diff_row *row, struct nb_str name);

/* What differs in the field of that name, or NULL. */
const struct nb_diff_text *
nb_diff_text_of(const struct nb_diff_change *c, struct nb_str name);

/* What a row is called by: its title, its first field. */
struct nb_str nb_diff_main(const struct nb_diff_row *row);

/* Whether it is a paragraph: of 正文, 导语, 结语 or 印发. */
bool nb_diff_is_paragraph(const struct nb_diff_row *row);

/* The outermost row over it, or itself. */
uint32_t nb_diff_part(const struct nb_diff_side *s, uint32_t row);

/* Whether a moved row of the old report moved with what it stands under. */
bool nb_diff_is_moved_along(const struct nb_diff *d, uint32_t old);
