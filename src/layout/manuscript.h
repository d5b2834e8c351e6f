/*
 * layout/manuscript.h - a document in words, in the order of reading: the
 * contract with outputs that have no pages.
 *
 * Everything is said as the pages say it: ordinals are written out, what data
 * adds stands in its place.  Built in the page arena, const afterwards.  An
 * output never looks back at the report.
 */
#pragma once

#include "layout/atom.h"
#include "model/report.h"
#include "style/web.h"

struct nb_diags;

enum nb_ms_kind {
	NB_MS_CORNER,    /* 份号, 密级, 紧急程度 */
	NB_MS_MARK,      /* 发文机关标志 */
	NB_MS_NUMBER,    /* 发文字号 */
	NB_MS_SIGNER,    /* 签发人 */
	NB_MS_TITLE,     /* of the document, of what follows a notice, of an
			    attachment */
	NB_MS_ADDRESSEE, /* 主送 */
	NB_MS_HEADING,
	NB_MS_TEXT,
	NB_MS_TABLE,
	NB_MS_FIGURE,
	NB_MS_LIST,       /* an item of 附件说明, its label in front */
	NB_MS_SIGNATURE,  /* 署名 */
	NB_MS_DATE,       /* 成文日期 below it */
	NB_MS_REMARK,     /* 附注 */
	NB_MS_ATTACHMENT, /* 附件: the mark above its title */
	NB_MS_FOOT,       /* a line of the 版记 */
};

/* Where the pages have the 版记. */
enum nb_ms_foot_place {
	NB_MS_FOOT_BELOW, /* the text, or what is attached to it */
	NB_MS_FOOT_EVEN,  /* on the next page, an even one, alone */
	NB_MS_FOOT_APART, /* the same, behind an empty page */
};

struct nb_ms_cell {
	const struct nb_piece *piece;
	uint32_t n;
	enum nb_cell_head head;
	uint32_t row, rows, col, cols; /* from 0; how many */
};

struct nb_ms_table {
	struct nb_str caption;         /* may be empty */
	uint32_t rows, cols, n_head;   /* rows of the 表头 */
	const struct nb_ms_cell *cell; /* every place is of one, in order */
	uint32_t n;
	bool turned; /* 横排: on a page of its own, where there are pages */
};

/* A chart; its items' places are relative to each other. */
struct nb_ms_figure {
	const struct nb_item *item;
	uint32_t n;
	struct nb_str caption, alt;
};

struct nb_ms_block {
	enum nb_ms_kind kind;
	/* Of titles and headings, none is left out: 1 is the first title. */
	uint8_t level;
	const struct nb_piece *piece;
	uint32_t n;
	uint32_t n_heading; /* of a heading: its pieces; text run in follows */
	struct nb_str name; /* of a heading: its ordinal and title */
	struct nb_str mark; /* pattern of the ordinal, its first piece, */
	unsigned number;    /* and the number in it */
	struct nb_date date;
	const struct nb_ms_table *table;
	const struct nb_ms_figure *figure;
};

struct nb_manuscript {
	const struct nb_template *t; /* in the document's script */
	const struct nb_web *web;    /* likewise; or NULL */
	bool closed; /* with web: it must not be published (H02) */
	const struct nb_office_style *office; /* names, in no script */
	struct nb_fonts *fonts;               /* to measure with */
	enum nb_script script;
	enum nb_head_form head;
	bool seal; /* 印章: room is left for it */
	enum nb_ms_foot_place foot;
	struct nb_str through; /* 连续: the pattern that never restarts */
	struct nb_str title, organ, language, doc_number;
	struct nb_date issued, published; /* 成文, 公开 */
	struct nb_disclosure disclosure;  /* 公开; all empty without */
	struct nb_str keywords; /* its 主题词, commas between them */
	const struct nb_ms_block *block;
	uint32_t n;
};

/*
 * Never fails.  Faces are opened only where there is a chart, whose words are
 * measured.
 */
const struct nb_manuscript *nb_manuscript_make(struct nb_arena *a,
    const struct nb_report *r, const struct nb_template *t,
    const struct nb_web *web, struct nb_fonts *fonts, struct nb_diags *d);

/* Whether there is text, not only a title or a signature. */
bool nb_manuscript_has_text(const struct nb_manuscript *m);
