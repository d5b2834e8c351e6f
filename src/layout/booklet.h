/*
 * layout/booklet.h - a document made from data instead of a report: headings,
 * paragraphs, tables and rows of small charts, in the style of an attachment.
 */
#pragma once

#include "font/font.h"
#include "layout/curves.h"
#include "layout/frame.h"
#include "model/section.h"
#include "style/template.h"

struct nb_arena;
struct nb_diags;

enum nb_leaf_kind {
	NB_LEAF_CHAPTER, /* begins a page unless it is the first */
	NB_LEAF_HEADING, /* of the second level */
	NB_LEAF_PARAGRAPH,
	NB_LEAF_TABLE,
	NB_LEAF_CURVES,
};

/* text of the first three; ordinals of headings are made here. */
struct nb_leaf {
	enum nb_leaf_kind kind;
	struct nb_prose text;
	const struct nb_table *table;
	const struct nb_curve *curve;
	uint32_t n_curves;
};

struct nb_booklet {
	struct nb_prose title;
	struct nb_str organ; /* that the title begins with, or empty */
	enum nb_script script;
	const struct nb_leaf *leaf;
	uint32_t n;
};

/* In the style of t as it is in the script of the booklet. */
struct nb_pages *
nb_layout_booklet(struct nb_arena *a, const struct nb_booklet *b,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d);
