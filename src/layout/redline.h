/*
 * layout/redline.h - 花脸稿: a document with its changes marked, in the
 * typography of the final.
 *
 * What is deleted is struck through, what is new underlined, both in red, with
 * a bar in the margin beside each such line.  Who makes it knows what has
 * changed; here it is only set.
 */
#pragma once

#include "font/font.h"
#include "layout/frame.h"
#include "model/report.h"
#include "style/template.h"

struct nb_arena;
struct nb_diags;

struct nb_redline_piece {
	struct nb_str text;
	enum nb_revision revision;
};

struct nb_redline_text {
	const struct nb_redline_piece *piece;
	uint32_t n;
};

struct nb_redline_cell {
	struct nb_redline_text text;
	uint32_t row, rows, cols; /* from 0; how many it takes */
};

enum nb_redline_kind {
	NB_REDLINE_HEADING,
	NB_REDLINE_ATTACHMENT, /* begins a page */
	NB_REDLINE_PARAGRAPH,
	NB_REDLINE_TABLE, /* text is its caption */
	NB_REDLINE_CHART,
	NB_REDLINE_SIGNATURE, /* that of the form, 附件说明 above it */
	NB_REDLINE_FOOT,      /* the document ends here: 版记 */
	NB_REDLINE_LIST,      /* begins a page, text is its heading */
};

struct nb_redline_leaf {
	enum nb_redline_kind kind;
	struct nb_redline_text text;
	struct nb_prose title;                /* of an attachment */
	struct nb_redline_text body;          /* of a heading that is run in */
	const struct nb_heading_style *style; /* of a heading */
	unsigned depth;                       /* from 1 */
	struct nb_str bookmark;               /* may be empty */
	const struct nb_redline_cell *cell;   /* row by row, the head first */
	uint32_t n_cells, rows;
	const struct nb_chart *chart;
};

/*
 * What is not the text: of `form` only what layout/opening.h, notice.h, sign.h,
 * attach_list.h and foot.h set.  Its words, and titles, are those of both
 * drafts; what they are is in `revised`.
 */
struct nb_redline {
	const struct nb_report *report; /* the new one */
	const struct nb_report *form;
	struct nb_prose organ;           /* of 署名 */
	struct nb_prose day, notice_day; /* the same; empty: the form's */
	struct nb_prose printed;         /* of 印发, the same */
	struct nb_revised revised;
	const struct nb_redline_leaf *leaf;
	uint32_t n;
};

struct nb_pages *
nb_layout_redline(struct nb_arena *a, const struct nb_redline *from,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d);

/* redline_marks.c: the lines through and below the text, the bars. */
void nb_redline_mark(
    struct nb_arena *a, struct nb_pages *pages, const struct nb_template *t);
