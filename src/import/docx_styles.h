/*
 * import/docx_styles.h - styles.xml, and what the properties of a paragraph
 * say with and without its style.
 */
#pragma once

#include "import/markup.h"
#include "import/raw.h"

/* Of a pPr element.  What is not said is negative or has no p. */
struct nb_docx_props {
	struct nb_str style;
	int outline; /* 0-8 a heading, 9 plain text */
	int align;   /* enum nb_raw_align */
	struct nb_str num;
	int level;               /* of the numbering, from 0 */
	struct nb_str num_style; /* the style that num is from */
};

struct nb_docx_style {
	struct nb_str id, name, based_on;
	bool is_default; /* of paragraphs that name none */
	struct nb_docx_props props;
};

struct nb_docx_styles {
	const struct nb_docx_style *style;
	uint32_t n;
};

/* pPr, or NULL. */
struct nb_docx_props nb_docx_props(const struct nb_markup *ppr);

/* styles: the root of styles.xml, or NULL. */
struct nb_docx_styles
nb_docx_styles(struct nb_arena *a, const struct nb_markup *styles);

/* NULL when there is none; an empty id asks for that of plain paragraphs. */
const struct nb_docx_style *
nb_docx_style(const struct nb_docx_styles *s, struct nb_str id);

/* Fills in what the style of the paragraph and its ancestors say. */
void
nb_docx_inherit(const struct nb_docx_styles *s, struct nb_docx_props *props);

/* A whole number, at least 0; -1 for everything else. */
int nb_docx_number(struct nb_str s);

/* The value of the child element's val attribute. */
struct nb_str nb_docx_val(const struct nb_markup *e, const char *child);
