/*
 * layout/frame.h - finished pages: the contract between layout and output.
 *
 * Origin is the top left of the paper, x right, y down, all in nb_len.  No
 * HarfBuzz, Pango or cairo type appears here; a face is opaque (font/font.h).
 * Built in the page arena, const afterwards.  An output needs nothing else.
 */
#pragma once

#include "base/len.h"
#include "base/text.h"
#include "layout/fact.h"
#include "layout/page_block.h"
#include "layout/revision.h"

struct nb_annotation; /* layout/annotation.h */
struct nb_face;
struct nb_prose;

enum nb_item_kind { NB_ITEM_RUN, NB_ITEM_RULE, NB_ITEM_PATH };

/* What an item is to a reader: decides tags, artifacts and tests. */
enum nb_item_role {
	NB_ROLE_TITLE,
	NB_ROLE_ADDRESSEE, /* 主送 */
	NB_ROLE_HEADING,   /* level in item.level, 1.. */
	NB_ROLE_BODY,
	NB_ROLE_SIGNATURE, /* 署名, 成文日期 */
	NB_ROLE_HEAD, /* 版头; the mark and rules of a 信函 stand outside the
			   版心 */
	NB_ROLE_LIST,       /* 附件说明 */
	NB_ROLE_FOOT,       /* 版记 */
	NB_ROLE_ATTACHMENT, /* 附件: the mark above its title */
	NB_ROLE_CELL,       /* text and rules of a table */
	NB_ROLE_TABLE_CAPTION,
	NB_ROLE_FIGURE, /* text within a chart */
	NB_ROLE_FIGURE_CAPTION,
	NB_ROLE_FOLIO,  /* 页码: the only text outside the 版心 */
	NB_ROLE_REVIEW, /* beside a draft's: src/review/ */
};

/* One glyph of a run; x from the run's start, after all justification. */
struct nb_glyph {
	uint32_t gid;
	nb_len x;
	uint32_t text_n; /* bytes of the run's text it stands for; may be 0
			    when an earlier glyph stands for them all; in a
			    backward run a later one */
	nb_len y;        /* above the run's line */
};

/* A point of a path, relative to its item. */
struct nb_point {
	nb_len x, y;
};

struct nb_item {
	enum nb_item_kind kind;
	enum nb_item_role role;
	uint8_t level;       /* of a heading */
	uint8_t revision;    /* enum nb_revision */
	bool turned;         /* a quarter to the left about (x, y): clause 8 */
	bool label;          /* of a list's item: “附件：”, its number */
	bool again;          /* was shown before: a table's head on its
				second page */
	uint32_t paragraph;  /* items of one share it, from 1; 0: of none */
	nb_len x, y;         /* RUN: baseline start; RULE: top left;
				PATH: its origin */
	struct nb_span span; /* where it comes from, may be empty */
	uint32_t rgb;        /* 0x000000 is black */
	union {
		struct {
			const struct nb_face *face;
			nb_len size;
			int narrow;   /* its glyphs' width in 1/1000 of their
					 own; 0: as they are */
			nb_len shift; /* added to y when drawn, up is > 0:
					 evens the faces' centres (fonts.md) */
			struct nb_str text; /* the run's own characters */
			const struct nb_prose *from; /* its; or NULL: ours */
			const struct nb_glyph *glyph;
			uint32_t n;
			bool backward; /* right to left: the last glyph stands
					  for the first characters */
			nb_len width;  /* advance of the whole run */
			nb_len stroke; /* 加粗: width of the line its outlines
					  are drawn with, too; 0: none */
		} run;
		struct {
			nb_len w, h;
		} rule;
		struct {
			const struct nb_point *point;
			uint32_t n;
			nb_len stroke; /* width of the line; 0: filled */
			nb_len dash;   /* on and off; 0: an unbroken line */
		} path;
	};
};

struct nb_page {
	nb_len w, h;
	uint32_t number; /* 页码, from 1 */
	const struct nb_item *item;
	uint32_t n_items;
	const struct nb_annotation *annotation;
	uint32_t n_annotations;
};

/* A heading for the PDF's bookmarks, in reading order. */
struct nb_bookmark {
	struct nb_str text;
	uint8_t level; /* 1 chapters, 2 ... */
	uint32_t page; /* index */
	nb_len x, y;   /* top of its line */
};

struct nb_pages {
	struct nb_str title, organ, language; /* Info metadata; "zh-Hans" */
	struct nb_str date;     /* 2024-03-20, or empty: never the clock */
	struct nb_str summary;  /* 内容概述 */
	struct nb_str keywords; /* 主题词, commas between them */
	const struct nb_str *keyword; /* each of them */
	uint32_t n_keywords;
	const struct nb_page *page;
	uint32_t n_pages;
	const struct nb_bookmark *bookmark;
	uint32_t n_bookmarks;
	const struct nb_page_block *block; /* block[i]: paragraph i + 1 */
	uint32_t n_blocks;                 /* 0: nothing is known */
	const struct nb_fact *fact;        /* metadata of the record */
	uint32_t n_facts;
	const struct nb_attached *attached; /* files; none: PDF/A-2a */
	uint32_t n_attached;
	nb_len body_x, body_y, body_w, body_h; /* 版心 */
};
